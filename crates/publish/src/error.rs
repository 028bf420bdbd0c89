//! Errors of the program's verbs.

use std::io;
use std::path::{Path, PathBuf};

use investchn_demo::DemoError;
use investchn_diagnostics::Diagnostic;
use investchn_import::ImportError;
use investchn_output::OutputError;
use investchn_register::RegisterError;
use investchn_site::SiteError;
use investchn_sources::SourceError;
use thiserror::Error;

/// The reason why a verb failed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The content has errors; nothing was written.
    #[error("{} in the content, nothing was written", count(.0))]
    Diagnostics(Vec<Diagnostic>),
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
    /// The base address is not an http or https address.
    #[error("`{0}` is no base address; write it as https://www.example.com/ or https://www.example.com/portal/")]
    BaseUrl(String),
    /// A value cannot be written as JSON.
    #[error("this is no JSON of the publisher")]
    Json(#[from] serde_json::Error),
    /// The sources cannot be read.
    #[error(transparent)]
    Source(SourceError),
    /// The site cannot be made.
    #[error(transparent)]
    Site(SiteError),
    /// The folder cannot be written.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// Old pages cannot be imported.
    #[error(transparent)]
    Import(ImportError),
    /// The register cannot be edited.
    #[error(transparent)]
    Register(RegisterError),
    /// A corpus cannot be written.
    #[error(transparent)]
    Demo(DemoError),
}

/// Formats the number of errors.
fn count(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    if errors == 1 { "1 problem".to_owned() } else { format!("{errors} problems") }
}

impl BuildError {
    /// Returns a function for `map_err` that adds the action that failed and its path.
    pub(crate) fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> BuildError {
        let path = path.to_owned();
        move |source| BuildError::File { action, path, source }
    }
}

impl From<SourceError> for BuildError {
    fn from(error: SourceError) -> Self {
        match error {
            SourceError::Settings(diagnostics) | SourceError::Table(diagnostics) => {
                BuildError::Diagnostics(diagnostics)
            }
            other => BuildError::Source(other),
        }
    }
}

impl From<SiteError> for BuildError {
    fn from(error: SiteError) -> Self {
        match error {
            SiteError::Source(error) => error.into(),
            SiteError::Output(error) => error.into(),
            other => BuildError::Site(other),
        }
    }
}

impl From<ImportError> for BuildError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Source(error) => error.into(),
            ImportError::Profile(diagnostics) => BuildError::Diagnostics(diagnostics),
            other => BuildError::Import(other),
        }
    }
}

impl From<RegisterError> for BuildError {
    fn from(error: RegisterError) -> Self {
        match error {
            RegisterError::Source(error) => error.into(),
            RegisterError::Errors(diagnostics) => BuildError::Diagnostics(diagnostics),
            other => BuildError::Register(other),
        }
    }
}

impl From<DemoError> for BuildError {
    fn from(error: DemoError) -> Self {
        match error {
            DemoError::Source(error) => error.into(),
            DemoError::Register(diagnostics) => BuildError::Diagnostics(diagnostics),
            other => BuildError::Demo(other),
        }
    }
}
