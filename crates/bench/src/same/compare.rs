//! Compares two folders byte by byte.

use investchn_tooling::told;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use anyhow::{Context, Result};

/// Maximum number of names that a list prints; the rest is counted.
const PRINTED: usize = 20;

/// Prints one line for two equal folders, and the names of the first files that differ otherwise. Returns true if they are equal.
pub(super) fn report(name: &str, old: &Path, new: &Path) -> Result<bool> {
    let comparison = Comparison::of(old, new)?;
    if comparison.is_equal() {
        println!("✓ {}", told!(zh "{name}：{} 个文件相同", en "{name}: {} files are the same", comparison.same));
    } else {
        let folders = told!(zh "{name}：{} 与 {}", en "{name}: {} and {}", old.display(), new.display());
        println!("✗ {folders}\n{comparison}");
    }
    Ok(comparison.is_equal())
}

/// The files of an old and a new folder, by relative path.
#[derive(Debug, Default, PartialEq)]
struct Comparison {
    /// The number of files with the same bytes in both.
    same: usize,
    differing: Vec<PathBuf>,
    missing: Vec<PathBuf>,
    extra: Vec<PathBuf>,
}

impl Comparison {
    /// Compares all files of two folders, including those in subfolders.
    fn of(old: &Path, new: &Path) -> Result<Self> {
        let (before, after) = (files(old)?, files(new)?);
        let mut comparison = Comparison {
            missing: before.difference(&after).cloned().collect(),
            extra: after.difference(&before).cloned().collect(),
            ..Comparison::default()
        };
        for path in before.intersection(&after) {
            if read(&old.join(path))? == read(&new.join(path))? {
                comparison.same += 1;
            } else {
                comparison.differing.push(path.clone());
            }
        }
        Ok(comparison)
    }

    /// Returns true if no file differs.
    fn is_equal(&self) -> bool {
        self.differing.is_empty() && self.missing.is_empty() && self.extra.is_empty()
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lists = [
            (told!(zh "不同", en "differ"), &self.differing),
            (told!(zh "缺少", en "are missing"), &self.missing),
            (told!(zh "多余", en "are extra"), &self.extra),
        ];
        for (word, paths) in lists {
            if paths.is_empty() {
                continue;
            }
            writeln!(f, "  {}", told!(zh "{} 个文件{word}：", en "{} files {word}:", paths.len()))?;
            for path in paths.iter().take(PRINTED) {
                writeln!(f, "    {}", path.display())?;
            }
            if paths.len() > PRINTED {
                writeln!(f, "    {}", told!(zh "还有 {} 个", en "and {} more", paths.len() - PRINTED))?;
            }
        }
        write!(f, "  {}", told!(zh "{} 个文件相同", en "{} files are the same", self.same))
    }
}

fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", folder.display()))?;
        if !entry.file_type().is_dir() {
            found.insert(
                entry
                    .path()
                    .strip_prefix(folder)
                    .with_context(|| told!(zh "有文件不在它的文件夹中", en "a file outside of its folder"))?
                    .to_owned(),
            );
        }
    }
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        folder
    }

    #[test]
    fn equal_folders_have_no_differences() {
        let files = [("index.html", "home"), ("news/index.html", "news")];
        let comparison = Comparison::of(folder(&files).path(), folder(&files).path()).unwrap();
        assert!(comparison.is_equal());
        assert_eq!(comparison.same, 2);
    }

    #[test]
    fn differing_missing_and_extra_files_are_listed_and_counted() {
        let gone: Vec<String> = (10..31).map(|number| format!("gone/{number}")).collect();
        let mut before = vec![("same", ""), ("changed", "a")];
        before.extend(gone.iter().map(|path| (path.as_str(), "")));
        let after = [("same", ""), ("changed", "b"), ("new/file", "")];
        let comparison = Comparison::of(folder(&before).path(), folder(&after).path()).unwrap();
        assert!(!comparison.is_equal());
        let text = comparison.to_string();
        for line in ["1 files differ:\n    changed\n", "21 files are missing:\n    gone/10\n", "    and 1 more\n"] {
            assert!(text.contains(line), "{text}");
        }
        assert!(text.contains("1 files are extra:\n    new/file\n") && !text.contains("gone/30"), "{text}");
    }

    #[test]
    fn a_missing_folder_is_an_error() {
        let there = folder(&[]);
        assert!(Comparison::of(there.path(), &there.path().join("none")).is_err());
    }
}
