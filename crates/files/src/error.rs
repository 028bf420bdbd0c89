//! Errors of reading sources. Faults in the sources themselves are diagnostics.

use std::io;
use std::path::PathBuf;

use investchn_diagnostics::Diagnostic;
use investchn_localized::{FileAction, Localized, Text, io_error, localized};
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
    /// A file was changed between its check and its publication.
    #[error("{} was changed while it was being published; publish again", .0.display())]
    Changed(PathBuf),
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

/// The error with its cause.
impl Localized for SourceError {
    fn localized(&self) -> Text {
        match self {
            SourceError::Unreadable { path, source } => FileAction::Read.failed(path).because(&io_error(source)),
            SourceError::CacheUnwritable { path, source } => FileAction::Write.failed(path).because(&io_error(source)),
            SourceError::Changed(path) => localized!(
                zh "{} 在发布过程中有了改动，再发布一次",
                en "{} was changed while it was being published; publish again",
                path.display()
            ),
            SourceError::Settings(faults) => {
                localized!(zh "设置有 {} 处问题", en "the settings have faults: {}", faults.len())
            }
            SourceError::Table(faults) => {
                localized!(zh "表格无法读取，有 {} 处问题", en "a table cannot be read, faults: {}", faults.len())
            }
            SourceError::Json(_) => localized!(zh "无法写成构建缓存", en "a cache entry cannot be written"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_with_its_cause() {
        let text = SourceError::unreadable("site.toml")(io::ErrorKind::NotFound.into()).localized();
        assert_eq!(text.zh, "无法读取 site.toml：没有这个文件或文件夹");
        assert_eq!(text.en, "cannot read site.toml: there is no such file or folder");
    }
}
