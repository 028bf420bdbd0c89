//! The errors of writing a corpus.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use investchn_diagnostics::Diagnostic;
use investchn_localized::{FileAction, Localized, Text, io_error, localized};
use investchn_sources::SourceError;
use thiserror::Error;

/// An error that stops the writing of a corpus.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum DemoError {
    /// A file or folder cannot be read or written.
    File {
        /// The action that failed.
        action: FileAction,
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The folder for the corpus has files.
    NotEmpty(PathBuf),
    /// The pictures of the corpus cannot be drawn.
    Pictures(#[source] io::Error),
    /// The register has faults.
    Register(Vec<Diagnostic>),
    /// A source cannot be read.
    Source(#[from] SourceError),
}

impl DemoError {
    /// Returns a function for `map_err` that adds the action and the path to an I/O error.
    pub(crate) fn file(action: FileAction, path: &Path) -> impl FnOnce(io::Error) -> DemoError {
        let path = path.to_owned();
        move |source| DemoError::File { action, path, source }
    }

    /// Words the error without its cause.
    fn message(&self) -> Text {
        match self {
            DemoError::File { action, path, .. } => action.failed(path),
            DemoError::NotEmpty(path) => localized!(
                zh "{} 不是空文件夹，没有改动任何文件；用 --out 指定新文件夹",
                en "{} is not empty, and nothing of it was touched; name a new folder by --out",
                path.display()
            ),
            DemoError::Pictures(_) => localized!(zh "无法绘制图片", en "the pictures cannot be drawn"),
            DemoError::Register(_) => localized!(zh "开发区名录有错误", en "the register has faults"),
            DemoError::Source(error) => error.localized(),
        }
    }
}

impl fmt::Display for DemoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

/// With the causes.
impl Localized for DemoError {
    fn localized(&self) -> Text {
        match self {
            DemoError::File { source, .. } | DemoError::Pictures(source) => self.message().because(&io_error(source)),
            _ => self.message(),
        }
    }
}
