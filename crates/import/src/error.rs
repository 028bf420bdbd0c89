//! Failures of importing old pages.

use std::io;
use std::path::{Path, PathBuf};

use investchn_sources::SourceError;
use thiserror::Error;

/// Why pages were not imported.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ImportError {
    /// A file or folder cannot be read or written.
    #[error("{action} {}", path.display())]
    File {
        /// What failed: `cannot read`.
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
    /// For `map_err`: names the action that failed and its path.
    pub(crate) fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> ImportError {
        let path = path.to_owned();
        move |source| ImportError::File { action, path, source }
    }
}
