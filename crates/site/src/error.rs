//! Errors of making the site.

use std::io;
use std::path::{Path, PathBuf};

use investchn_output::OutputError;
use investchn_sources::SourceError;
use thiserror::Error;

/// The reason why the site was not made.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SiteError {
    /// A file of the app, or of an earlier output, cannot be read.
    #[error("cannot read {}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The app's folder is not a built app.
    #[error("{} is not a built app: {reason}; build it by `trunk build --release`", path.display())]
    App {
        /// The folder.
        path: PathBuf,
        /// The missing part.
        reason: &'static str,
    },
    /// The folder of the earlier output is not an output of the publisher.
    #[error("{} has no app.json: name an earlier output of `build` after --previous", .0.display())]
    Previous(PathBuf),
    /// A value cannot be written as JSON, or read from it.
    #[error("this is no JSON of the publisher")]
    Json(#[from] serde_json::Error),
    /// The register's table cannot be written.
    #[error("the table of the register cannot be written")]
    Table(#[from] csv::Error),
    /// A share card cannot be drawn.
    #[error("a share card cannot be drawn")]
    Card(#[from] investchn_cards::CardError),
    /// A source cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// A file of the site cannot be written.
    #[error(transparent)]
    Output(#[from] OutputError),
}

impl SiteError {
    /// Returns a function for `map_err` that adds the path that could not be read.
    pub(crate) fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> SiteError {
        let path = path.to_owned();
        move |source| SiteError::Unreadable { path, source }
    }
}
