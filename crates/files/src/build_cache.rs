//! The cache that one build leaves for the next.

use std::fmt::Debug;
use std::path::PathBuf;

use crate::error::SourceError;

/// A folder of entries that may be deleted at any time. The name or the content of an entry identifies the inputs it was
/// made from.
pub trait BuildCache: Debug + Send + Sync {
    /// Returns an entry's bytes.
    fn read(&self, name: &str) -> Option<Vec<u8>>;

    /// Writes an entry.
    ///
    /// # Errors
    /// If the entry cannot be written.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), SourceError>;

    /// Returns the file of an entry, and marks the entry as used by this build.
    fn path(&self, name: &str) -> PathBuf;
}
