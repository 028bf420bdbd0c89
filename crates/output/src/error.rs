//! Errors of writing or comparing a folder.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// The reason why a folder was not written, or could not be compared.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OutputError {
    /// A file or folder cannot be read or written.
    #[error("{action} {}", path.display())]
    File {
        /// The action that failed: `cannot read`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The folder has files that no build wrote.
    #[error("{} holds files that are no portal, and nothing of it was touched; name a new folder by --out", .0.display())]
    ForeignFolder(PathBuf),
    /// No build has written an upload plan here.
    #[error("{} has no deploy.json: name the output of `build` after --out", .0.display())]
    NeverBuilt(PathBuf),
    /// A host does not answer.
    #[error("{base} does not answer: {reason}")]
    Host {
        /// The address of the portal at the host.
        base: String,
        /// The cause.
        reason: String,
    },
    /// A file of the build state is not valid.
    #[error("this is no JSON of the publisher")]
    Json(#[from] serde_json::Error),
}

impl OutputError {
    /// Returns a function for `map_err` that adds the action that failed and its path.
    pub fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> OutputError {
        let path = path.to_owned();
        move |source| OutputError::File { action, path, source }
    }
}
