//! The text files of the repository, read once for all rules.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use investchn_tooling::{process, told};

/// Folders that are generated. They are skipped only if git cannot list the files of the repository.
const MADE: [&str; 5] = [".git", "dist", "dist.build", "node_modules", "target"];

/// A text file, by its path relative to the root, with `/` on every system.
pub(super) struct File {
    pub(super) path: String,
    pub(super) text: String,
}

impl File {
    /// Returns the lines with their numbers, counted from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Returns true if the file is in a folder such as `src/`.
    pub(super) fn is_under(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// Returns true if the path has an ending such as `.rs`.
    pub(super) fn is(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }
}

/// All files. Those that are not text are listed by path only.
pub(super) struct Tree {
    pub(super) files: Vec<File>,
    pub(super) others: Vec<String>,
}

impl Tree {
    /// Reads the repository in the current folder.
    pub(super) fn read() -> Result<Self> {
        let mut tree = Tree { files: Vec::new(), others: Vec::new() };
        for path in paths()? {
            match fs::read(&path).ok().map(String::from_utf8) {
                Some(Ok(text)) if !text.contains('\0') => tree.files.push(File { path, text }),
                Some(_) => tree.others.push(path),
                // Git still lists a file that was just deleted.
                None => {}
            }
        }
        Ok(tree)
    }

    /// Returns true if a file or folder exists.
    pub(super) fn has(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.paths().any(|file| file == path || file.starts_with(&folder))
    }

    /// Returns every path.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.path.as_str()).chain(self.others.iter().map(String::as_str))
    }

    /// Returns a text file by its path.
    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}

/// Lists the files that git tracks, and untracked files that are not ignored. Without git it walks the folder.
fn paths() -> Result<Vec<String>> {
    let mut paths = match process::output_of("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) {
        Some(list) => list.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect(),
        None => walk(Path::new("."))?,
    };
    paths.sort();
    paths.dedup();
    Ok(paths)
}

fn walk(folder: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", folder.display()))?
    {
        let entry = entry.with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", folder.display()))?;
        if MADE.iter().any(|made| entry.file_name() == *made) {
            continue;
        }
        if entry.path().is_dir() {
            paths.extend(walk(&entry.path())?);
        } else {
            let path = entry.path().to_string_lossy().replace('\\', "/");
            paths.push(path.trim_start_matches("./").to_owned());
        }
    }
    Ok(paths)
}

#[cfg(test)]
pub(super) fn tree_of(files: &[(&str, &str)]) -> Tree {
    let files = files.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() }).collect();
    Tree { files, others: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_exists_if_it_contains_a_file() {
        let tree = tree_of(&[("src/pages/home.rs", "")]);
        assert!(tree.has("src/pages/") && tree.has("src/pages") && tree.has("src/pages/home.rs"));
        assert!(!tree.has("src/page"));
    }
}
