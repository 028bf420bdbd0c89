//! Writing the folder: only what changed is written, each file whole, and what no longer belongs is removed. It owns the
//! folder, not what stands in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::app_files;
use crate::error::BuildError;

/// What writing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files written anew.
    pub written: usize,
    /// Files that had the same bytes already.
    pub unchanged: usize,
    /// Files that no longer belong.
    pub removed: usize,
    /// Bytes of all files.
    pub bytes: u64,
}

/// Refuses a folder with files of somebody else's.
pub(crate) fn check(folder: &Path) -> Result<(), BuildError> {
    let ours = [app_files::LIST, app_files::TEMPLATE].iter().any(|name| folder.join(name).is_file());
    let empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(BuildError::file("cannot read", folder)(error)),
    };
    if ours || empty { Ok(()) } else { Err(BuildError::ForeignOutput(folder.to_owned())) }
}

/// Makes the folder hold these files and no others.
pub(crate) fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<Written, BuildError> {
    let mut done = Written::default();
    for (name, bytes) in files {
        let path = folder.join(name);
        done.bytes += bytes.len() as u64;
        if fs::read(&path).is_ok_and(|old| old == *bytes) {
            done.unchanged += 1;
        } else {
            replace(&path, bytes)?;
            done.written += 1;
        }
    }
    let mut emptied = Vec::new();
    for entry in WalkDir::new(folder).contents_first(true).into_iter().flatten() {
        let name = entry.path().strip_prefix(folder).ok().and_then(Path::to_str).map(|name| name.replace('\\', "/"));
        if entry.file_type().is_dir() {
            emptied.push(entry.into_path());
        } else if name.is_none_or(|name| !files.contains_key(&name)) {
            fs::remove_file(entry.path()).map_err(BuildError::file("cannot remove", entry.path()))?;
            done.removed += 1;
        }
    }
    remove_empty(folder, &emptied);
    Ok(done)
}

/// Beside the file and renamed, so that at no moment a half-written one can be read.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), BuildError> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(BuildError::file("cannot make the folder", parent))?;
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    fs::write(&beside, bytes).map_err(BuildError::file("cannot write", &beside))?;
    fs::rename(&beside, path).map_err(BuildError::file("cannot write", path))
}

/// Folders in which nothing is left, the innermost first. One that is not empty refuses, and that is its answer.
fn remove_empty(root: &Path, folders: &[PathBuf]) {
    for folder in folders.iter().filter(|folder| *folder != root) {
        let _ = fs::remove_dir(folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn only_what_changed_is_written_and_what_is_gone_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let first = files(&[("app.html", "x"), ("a/b/index.html", "1"), ("c.json", "2")]);
        assert_eq!(write(folder.path(), &first).unwrap(), Written { written: 3, bytes: 3, ..Written::default() });
        let second = files(&[("app.html", "x"), ("c.json", "22")]);
        let done = write(folder.path(), &second).unwrap();
        assert_eq!(done, Written { written: 1, unchanged: 1, removed: 1, bytes: 3 });
        assert!(!folder.path().join("a").exists(), "an emptied folder goes too");
    }

    #[test]
    fn a_folder_of_somebody_else_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(check(folder.path()).is_ok(), "an empty folder");
        assert!(check(&folder.path().join("new")).is_ok(), "a new folder");
        fs::write(folder.path().join("thesis.doc"), "").unwrap();
        assert!(matches!(check(folder.path()), Err(BuildError::ForeignOutput(_))));
        fs::write(folder.path().join(app_files::LIST), "{}").unwrap();
        assert!(check(folder.path()).is_ok(), "an earlier output");
    }
}
