//! Writes single files.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use investchn_digest::FileStamp;

use crate::error::OutputError;

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
    fs::rename(&part, path).map_err(OutputError::file("cannot write", path))?;
    Ok(stamp)
}

/// Writes a file, and creates its folder if it is missing.
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
    // Components have no trailing slash, which the path of a folder may have.
    let mut name = path.components().collect::<PathBuf>().into_os_string();
    name.push(more);
    PathBuf::from(name)
}
