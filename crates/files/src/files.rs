//! The file system that sources are read from.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::io;
use std::path::{Path, PathBuf};

use investchn_digest::FileStamp;

use crate::error::SourceError;

/// A file that was found below a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Its path, beginning with the folder's.
    pub path: PathBuf,
    /// True if it is a symbolic link.
    pub is_symlink: bool,
    /// The stamp of the file, or of the link itself.
    pub stamp: FileStamp,
}

/// A file system to read sources from.
pub trait Files: Debug + Send + Sync {
    /// Reads a whole file.
    ///
    /// # Errors
    /// If there is no such file, or it cannot be read.
    fn read(&self, path: &Path) -> Result<Vec<u8>, SourceError>;

    /// Returns the stamp of a file.
    ///
    /// # Errors
    /// If there is no such file.
    fn stamp(&self, path: &Path) -> Result<FileStamp, SourceError>;

    /// Lists the files and symbolic links below a folder, sorted by path. Follows no symbolic link.
    ///
    /// # Errors
    /// If a folder cannot be read.
    fn below(&self, folder: &Path) -> Result<Vec<FoundFile>, SourceError>;

    /// Reads a file as UTF-8.
    ///
    /// # Errors
    /// If it cannot be read, or is not UTF-8.
    fn read_text(&self, path: &Path) -> Result<String, SourceError> {
        let text = String::from_utf8(self.read(path)?);
        text.map_err(|error| {
            SourceError::unreadable(path)(io::Error::new(io::ErrorKind::InvalidData, error.utf8_error()))
        })
    }
}

/// Files in memory, for tests and for programs without a disk.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles(BTreeMap<PathBuf, Vec<u8>>);

impl MemoryFiles {
    /// Adds a file, or replaces it.
    #[must_use]
    pub fn with(mut self, path: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) -> Self {
        self.0.insert(path.into(), bytes.into());
        self
    }

    fn get(&self, path: &Path) -> Result<&Vec<u8>, SourceError> {
        self.0.get(path).ok_or_else(|| SourceError::unreadable(path)(io::ErrorKind::NotFound.into()))
    }
}

impl Files for MemoryFiles {
    fn read(&self, path: &Path) -> Result<Vec<u8>, SourceError> {
        self.get(path).cloned()
    }

    fn stamp(&self, path: &Path) -> Result<FileStamp, SourceError> {
        Ok(stamp_in_memory(self.get(path)?))
    }

    fn below(&self, folder: &Path) -> Result<Vec<FoundFile>, SourceError> {
        let files = self.0.iter().filter(|(path, _)| path.starts_with(folder));
        let found = |(path, bytes): (&PathBuf, &Vec<u8>)| FoundFile {
            path: path.clone(),
            is_symlink: false,
            stamp: stamp_in_memory(bytes),
        };
        Ok(files.map(found).collect())
    }
}

fn stamp_in_memory(bytes: &[u8]) -> FileStamp {
    FileStamp { length: bytes.len() as u64, modified: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_files_are_found_by_path() {
        let files = MemoryFiles::default().with("a/1.md", "一").with("a/b/2.md", "二").with("c/3.md", [0xff]);
        assert_eq!(files.read_text(Path::new("a/1.md")).unwrap(), "一");
        assert_eq!(files.stamp(Path::new("a/b/2.md")).unwrap().length, 3);
        assert_eq!(files.below(Path::new("a")).unwrap().len(), 2);
        assert!(files.read_text(Path::new("c/3.md")).unwrap_err().to_string().contains("3.md"));
        assert!(files.read(Path::new("d")).is_err());
    }
}
