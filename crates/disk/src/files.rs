//! The disk, for the crates that read files through [`Files`].

use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;

use investchn_digest::FileStamp;
use investchn_output::stamp_of;
use investchn_sources::{Files, FoundFile, SourceError};
use rayon::prelude::*;

/// The smallest number of files of a folder that is worth a task of its own.
const MIN_FILES_PER_TASK: usize = 64;

/// The files of this machine.
#[derive(Clone, Copy, Debug)]
pub struct DiskFiles;

impl Files for DiskFiles {
    fn read(&self, path: &Path) -> Result<Vec<u8>, SourceError> {
        fs::read(path).map_err(SourceError::unreadable(path))
    }

    fn stamp(&self, path: &Path) -> Result<FileStamp, SourceError> {
        stamp_of(path).map_err(SourceError::unreadable(path))
    }

    /// Lists the folders on all cores.
    fn below(&self, folder: &Path) -> Result<Vec<FoundFile>, SourceError> {
        let mut entries: Vec<DirEntry> =
            fs::read_dir(folder).and_then(Iterator::collect).map_err(SourceError::unreadable(folder))?;
        entries.sort_by_key(DirEntry::file_name);
        let found = |entry: DirEntry| -> Result<Vec<FoundFile>, SourceError> {
            let path = entry.path();
            let kind = entry.file_type().map_err(SourceError::unreadable(&path))?;
            if kind.is_dir() {
                return self.below(&path);
            }
            if !kind.is_file() && !kind.is_symlink() {
                return Ok(Vec::new());
            }
            // The entry asks its folder for it, which need not be found anew for each file.
            let stamp = entry.metadata().and_then(|metadata| FileStamp::new(metadata.len(), metadata.modified()?));
            let stamp = match stamp {
                // An editor's temporary file that is gone already.
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
                stamp => stamp.map_err(SourceError::unreadable(&path))?,
            };
            Ok(vec![FoundFile { path, is_symlink: kind.is_symlink(), stamp }])
        };
        let found: Vec<Vec<FoundFile>> =
            entries.into_par_iter().with_min_len(MIN_FILES_PER_TASK).map(found).collect::<Result<_, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }
}
