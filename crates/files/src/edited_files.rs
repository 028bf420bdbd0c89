//! The files as they will be after an edit.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use investchn_digest::FileStamp;

use crate::error::SourceError;
use crate::files::{Files, FoundFile};

/// A file system, with other bytes for some of its files.
#[derive(Debug)]
pub struct EditedFiles {
    /// The file system.
    pub files: Arc<dyn Files>,
    /// The bytes of its edited files.
    pub edited: BTreeMap<PathBuf, Vec<u8>>,
}

impl Files for EditedFiles {
    fn read(&self, path: &Path) -> Result<Vec<u8>, SourceError> {
        self.edited.get(path).map_or_else(|| self.files.read(path), |bytes| Ok(bytes.clone()))
    }

    fn stamp(&self, path: &Path) -> Result<FileStamp, SourceError> {
        // Nothing is cached by the stamp of a table; it only says that the table is there.
        let there = |bytes: &Vec<u8>| Ok(FileStamp { length: bytes.len() as u64, modified: 0 });
        self.edited.get(path).map_or_else(|| self.files.stamp(path), there)
    }

    fn below(&self, folder: &Path) -> Result<Vec<FoundFile>, SourceError> {
        self.files.below(folder)
    }
}
