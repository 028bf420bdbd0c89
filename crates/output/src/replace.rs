//! Writes single files.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use investchn_digest::FileStamp;

use crate::error::OutputError;
use investchn_localized::FileAction;

/// Returns the current stamp of a file.
///
/// # Errors
/// If the file does not exist.
pub fn stamp_of(path: &Path) -> io::Result<FileStamp> {
    stamp(&fs::metadata(path)?)
}

fn stamp(metadata: &fs::Metadata) -> io::Result<FileStamp> {
    FileStamp::new(metadata.len(), metadata.modified()?)
}

/// Writes a file beside its path and renames it, so that no program reads half of it.
///
/// # Errors
/// If the file cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<FileStamp, OutputError> {
    let part = beside(path, ".part");
    let stamp = write(&part, bytes)?;
    fs::rename(&part, path).map_err(OutputError::file(FileAction::Write, path))?;
    Ok(stamp)
}

/// Writes several files, or none of them. All are written beside their paths before the first is renamed; if a rename fails,
/// the files before it get their old bytes back.
///
/// # Errors
/// If a file cannot be read or written.
pub fn replace_all(files: &[(PathBuf, Vec<u8>)]) -> Result<(), OutputError> {
    let parts: Vec<PathBuf> = files.iter().map(|(path, _)| beside(path, ".part")).collect();
    let outcome = write_and_rename(files, &parts);
    if outcome.is_err() {
        for part in &parts {
            let _ = fs::remove_file(part);
        }
    }
    outcome
}

fn write_and_rename(files: &[(PathBuf, Vec<u8>)], parts: &[PathBuf]) -> Result<(), OutputError> {
    let mut before = Vec::new();
    for ((path, bytes), part) in files.iter().zip(parts) {
        before.push(match fs::read(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            read => Some(read.map_err(OutputError::file(FileAction::Read, path))?),
        });
        write(part, bytes)?;
    }
    for (index, ((path, _), part)) in files.iter().zip(parts).enumerate() {
        if let Err(error) = fs::rename(part, path) {
            for ((path, _), old) in files.iter().zip(&before).take(index) {
                let _ = match old {
                    Some(bytes) => replace(path, bytes).map(|_| ()),
                    None => fs::remove_file(path).map_err(OutputError::file(FileAction::Remove, path)),
                };
            }
            return Err(OutputError::file(FileAction::Write, path)(error));
        }
    }
    Ok(())
}

/// Writes a file, and creates its folder if it is missing.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<FileStamp, OutputError> {
    let opened = match File::create(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let parent = path.parent().unwrap_or(path);
            fs::create_dir_all(parent).map_err(OutputError::file(FileAction::MakeFolder, parent))?;
            File::create(path)
        }
        opened => opened,
    };
    let written = opened.and_then(|mut file| {
        file.write_all(bytes)?;
        stamp(&file.metadata()?)
    });
    written.map_err(OutputError::file(FileAction::Write, path))
}

/// Returns the path with something appended to its name.
pub(crate) fn beside(path: &Path, more: &str) -> PathBuf {
    // Components have no trailing slash, which the path of a folder may have.
    let mut name = path.components().collect::<PathBuf>().into_os_string();
    name.push(more);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &Path) -> String {
        fs::read_to_string(path).unwrap()
    }

    #[test]
    fn all_files_are_replaced_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let [old, new, taken] = ["old.csv", "new.csv", "taken.csv"].map(|name| folder.path().join(name));
        fs::write(&old, "before").unwrap();
        fs::create_dir(&taken).unwrap();
        let of = |path: &Path, bytes: &[u8]| (path.to_owned(), bytes.to_vec());
        assert!(replace_all(&[of(&old, b"after"), of(&new, b"new"), of(&taken, b"x")]).is_err());
        assert_eq!((read(&old), new.exists()), ("before".to_owned(), false));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no part is left");
        assert!(replace_all(&[of(&old, b"after"), of(&new, b"new")]).is_ok());
        assert_eq!((read(&old), read(&new)), ("after".to_owned(), "new".to_owned()));
    }

    #[test]
    fn a_failed_rename_gives_the_files_before_it_their_bytes_back() {
        let folder = tempfile::tempdir().unwrap();
        let [new, old, last] = ["new.csv", "old.csv", "last.csv"].map(|name| folder.path().join(name));
        fs::write(&old, "before").unwrap();
        fs::write(&last, "last").unwrap();
        let files = [&new, &old, &last].map(|path| (path.clone(), b"after".to_vec()));
        // The third file has the part of the second, which is gone when its turn comes.
        let parts = [beside(&new, ".part"), beside(&old, ".part"), beside(&old, ".part")];
        assert!(write_and_rename(&files, &parts).is_err());
        assert_eq!((new.exists(), read(&old), read(&last)), (false, "before".to_owned(), "last".to_owned()));
    }
}
