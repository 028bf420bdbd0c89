//! The disk, for the crates that read files through [`Files`], as it is and as an edit would leave it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use investchn_digest::FileStamp;
use investchn_output::stamp_of;
use investchn_sources::{Files, FoundFile, SourceError};
use walkdir::WalkDir;

/// The files of this machine.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DiskFiles;

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

/// The files of this machine, some with other bytes than they have on the disk.
#[derive(Debug)]
pub(crate) struct EditedFiles(pub(crate) BTreeMap<PathBuf, Vec<u8>>);

impl Files for EditedFiles {
    fn read(&self, path: &Path) -> Result<Vec<u8>, SourceError> {
        self.0.get(path).map_or_else(|| DiskFiles.read(path), |bytes| Ok(bytes.clone()))
    }

    fn stamp(&self, path: &Path) -> Result<FileStamp, SourceError> {
        let Some(bytes) = self.0.get(path) else { return DiskFiles.stamp(path) };
        FileStamp::new(bytes.len() as u64, UNIX_EPOCH).map_err(SourceError::unreadable(path))
    }

    fn below(&self, folder: &Path) -> Result<Vec<FoundFile>, SourceError> {
        DiskFiles.below(folder)
    }
}
