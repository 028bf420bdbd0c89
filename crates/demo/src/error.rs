//! The errors of writing a corpus.

use std::io;
use std::path::{Path, PathBuf};

use investchn_diagnostics::Diagnostic;
use investchn_sources::SourceError;
use thiserror::Error;

/// An error that stops the writing of a corpus.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum DemoError {
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
    /// The register has faults.
    #[error("the register has faults")]
    Register(Vec<Diagnostic>),
    /// A source cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
}

impl DemoError {
    /// Returns a function for `map_err` that adds the action and the path to an I/O error.
    pub(crate) fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> DemoError {
        let path = path.to_owned();
        move |source| DemoError::File { action, path, source }
    }
}
