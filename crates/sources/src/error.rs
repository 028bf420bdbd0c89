//! Errors of reading sources. Faults in the sources themselves are diagnostics.

use std::io;
use std::path::PathBuf;

use investchn_diagnostics::Diagnostic;
use thiserror::Error;

/// An error that stops the reading of sources.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SourceError {
    /// A file or folder cannot be read.
    #[error("cannot read {}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// An entry of the build cache cannot be written.
    #[error("cannot write {}", path.display())]
    CacheUnwritable {
        /// The entry's file.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The settings have faults. Nothing can be read without them.
    #[error("the settings have faults: {}", .0.len())]
    Settings(Vec<Diagnostic>),
    /// A table cannot be read at all. What refers to its rows would be faults too, and none of them is meant.
    #[error("a table cannot be read, faults: {}", .0.len())]
    Table(Vec<Diagnostic>),
    /// A cache entry cannot be written as JSON.
    #[error("a cache entry cannot be written")]
    Json(#[from] serde_json::Error),
}

impl SourceError {
    /// Returns a function for `map_err` that adds the path to an I/O error.
    pub fn unreadable(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> SourceError {
        let path = path.into();
        move |source| SourceError::Unreadable { path, source }
    }
}

/// With the causes.
impl investchn_localized::Localized for SourceError {
    fn localized(&self) -> investchn_localized::Text {
        let text = investchn_localized::Text::same(self.to_string());
        match self {
            SourceError::Unreadable { source, .. } | SourceError::CacheUnwritable { source, .. } => {
                text.because(&investchn_localized::io_error(source))
            }
            _ => text,
        }
    }
}
