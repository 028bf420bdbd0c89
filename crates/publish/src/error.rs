//! Errors of the program's verbs.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use investchn_demo::DemoError;
use investchn_diagnostics::Diagnostic;
use investchn_import::ImportError;
use investchn_localized::{FileAction, Localized, Text, io_error, localized};
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
    Diagnostics(Vec<Diagnostic>),
    /// A file or folder cannot be read or written.
    File {
        /// The action that failed.
        action: FileAction,
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The base address is not an http or https address.
    BaseUrl(String),
    /// A value cannot be written as JSON.
    Json(#[from] serde_json::Error),
    /// The sources cannot be read.
    Source(SourceError),
    /// The site cannot be made.
    Site(SiteError),
    /// The folder cannot be written.
    Output(#[from] OutputError),
    /// Old pages cannot be imported.
    Import(ImportError),
    /// The register cannot be edited.
    Register(RegisterError),
    /// A corpus cannot be written.
    Demo(DemoError),
}

/// With the causes.
impl Localized for BuildError {
    fn localized(&self) -> Text {
        match self {
            BuildError::Diagnostics(diagnostics) => {
                let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
                let problems = if errors == 1 { "problem" } else { "problems" };
                localized!(
                    zh "内容有 {errors} 处错误，没有写任何文件",
                    en "{errors} {problems} in the content, nothing was written"
                )
            }
            BuildError::File { action, path, source } => action.failed(path).because(&io_error(source)),
            BuildError::BaseUrl(text) => localized!(
                zh "`{text}` 不是门户的网址，写成 https://www.example.com/ 或 https://www.example.com/portal/",
                en "`{text}` is no base address; write it as https://www.example.com/ or https://www.example.com/portal/"
            ),
            BuildError::Json(_) => localized!(zh "数据无法写成 JSON", en "data cannot be written as JSON"),
            BuildError::Source(error) => error.localized(),
            BuildError::Site(error) => error.localized(),
            BuildError::Output(error) => error.localized(),
            BuildError::Import(error) => error.localized(),
            BuildError::Register(error) => error.localized(),
            BuildError::Demo(error) => error.localized(),
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.localized().fmt(f)
    }
}

impl BuildError {
    /// Returns a function for `map_err` that adds the action that failed and its path.
    pub(crate) fn file(action: FileAction, path: &Path) -> impl FnOnce(io::Error) -> BuildError {
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
