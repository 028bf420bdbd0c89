//! Writing one file at a time.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use investchn_digest::FileStamp;

use crate::error::OutputError;

/// Returns the stamp of a file as it is now.
///
/// # Errors
/// If there is no such file.
pub fn stamp_of(path: &Path) -> io::Result<FileStamp> {
    stamp(&fs::metadata(path)?)
}

fn stamp(metadata: &fs::Metadata) -> io::Result<FileStamp> {
    FileStamp::new(metadata.len(), metadata.modified()?)
}

/// Writes a file beside its path and renames it, so that nobody ever reads half of it.
///
/// # Errors
/// If it cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<FileStamp, OutputError> {
    let part = beside(path, ".part");
    let stamp = write(&part, bytes)?;
    fs::rename(&part, path).map_err(OutputError::file("cannot write", path))?;
    Ok(stamp)
}

/// Writes a file, and makes its folder if there is none.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<FileStamp, OutputError> {
    let opened = match File::create(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let parent = path.parent().unwrap_or(path);
            fs::create_dir_all(parent).map_err(OutputError::file("cannot make the folder", parent))?;
            File::create(path)
        }
        opened => opened,
    };
    let written = opened.and_then(|mut file| {
        file.write_all(bytes)?;
        stamp(&file.metadata()?)
    });
    written.map_err(OutputError::file("cannot write", path))
}

/// Returns the path with something appended to its name.
pub(crate) fn beside(path: &Path, more: &str) -> PathBuf {
    // Without the slash that a folder's name may end with.
    let mut name = path.components().collect::<PathBuf>().into_os_string();
    name.push(more);
    PathBuf::from(name)
}
