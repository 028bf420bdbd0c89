//! Errors of index files. A reader of the site meets them only if the host serves broken or foreign files.

use thiserror::Error;

/// A file of an index that cannot be read.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum FormatError {
    /// The file is of another version of the format. The page and the index are of different releases: a reload mends it.
    #[error("the index has version {found}, this program reads version {expected}")]
    Version {
        /// The version of the file.
        found: u8,
        /// The version that this code reads.
        expected: u8,
    },
    /// The file is of another kind, for example a page that a host sends for every unknown address.
    #[error("the file is not a part of an index")]
    Foreign,
    /// The bytes end too early, or contradict each other.
    #[error("the file of the index is broken")]
    Broken,
}
