//! The errors of an import.

use std::io;
use std::path::{Path, PathBuf};

use investchn_sources::SourceError;
use thiserror::Error;

/// An error that stops an import.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ImportError {
    /// A file or folder cannot be read or written.
    #[error("{action} {}", path.display())]
    File {
        /// The action that failed, such as `cannot read`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// A source cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
}

impl ImportError {
    /// Returns a function for `map_err` that adds the action and the path to an I/O error.
    pub(crate) fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> ImportError {
        let path = path.to_owned();
        move |source| ImportError::File { action, path, source }
    }
}
