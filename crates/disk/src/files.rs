//! The disk, for the crates that read files through [`Files`].

use std::path::Path;

use investchn_digest::FileStamp;
use investchn_output::stamp_of;
use investchn_sources::{Files, FoundFile, SourceError};
use walkdir::WalkDir;

/// The files of this machine.
#[derive(Clone, Copy, Debug)]
pub struct DiskFiles;

impl Files for DiskFiles {
    fn read(&self, path: &Path) -> Result<Vec<u8>, SourceError> {
        std::fs::read(path).map_err(SourceError::unreadable(path))
    }

    fn stamp(&self, path: &Path) -> Result<FileStamp, SourceError> {
        stamp_of(path).map_err(SourceError::unreadable(path))
    }

    fn below(&self, folder: &Path) -> Result<Vec<FoundFile>, SourceError> {
        let mut found = Vec::new();
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(folder).to_owned();
                SourceError::unreadable(path)(error.into())
            })?;
            let is_symlink = entry.path_is_symlink();
            if is_symlink || entry.file_type().is_file() {
                found.push(FoundFile { path: entry.into_path(), is_symlink });
            }
        }
        Ok(found)
    }
}
