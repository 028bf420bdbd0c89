//! The errors of an import.

use std::io;
use std::path::{Path, PathBuf};

use investchn_diagnostics::Diagnostic;
use investchn_model::ParseError;
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
    /// The zone for pages that name none is not in the register.
    #[error(transparent)]
    Zone(PageError),
    /// The profile names zones that the register does not have.
    #[error("the profile has faults: {}", .0.len())]
    Profile(Vec<Diagnostic>),
    /// A source cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
}

/// The reason why a page is not imported.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PageError {
    /// The file of the page cannot be read, for this reason.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    /// The page has no text.
    #[error("it holds no text")]
    Empty,
    /// The page names no zone.
    #[error("it names no zone (发布开发区){}", suggestions(.0))]
    NoZone(
        /// Zones that may be meant.
        Vec<String>,
    ),
    /// The page names a zone that the register does not have.
    #[error("there is no zone `{name}`, nearest in zones.csv: {}", nearest.join(", "))]
    UnknownZone {
        /// The name on the page.
        name: String,
        /// Zones with similar names.
        nearest: Vec<String>,
    },
    /// A text of the page cannot be parsed.
    #[error(transparent)]
    Parse(#[from] ParseError),
}

fn suggestions(zones: &[String]) -> String {
    if zones.is_empty() { String::new() } else { [", zones there: ", &zones.join(", ")].concat() }
}

impl ImportError {
    /// Returns a function for `map_err` that adds the action and the path to an I/O error.
    pub(crate) fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> ImportError {
        let path = path.to_owned();
        move |source| ImportError::File { action, path, source }
    }
}

/// With the causes.
impl investchn_localized::Localized for ImportError {
    fn localized(&self) -> investchn_localized::Text {
        investchn_localized::Text::same(self.to_string())
    }
}
