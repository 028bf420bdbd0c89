//! The errors of an import.

use std::io;
use std::path::{Path, PathBuf};

use investchn_diagnostics::Diagnostic;
use investchn_localized::{FileAction, Localized, Text, io_error, localized};
use investchn_mending::parse_error;
use investchn_model::ParseError;
use investchn_sources::{SourceError, unknown_zone};
use thiserror::Error;

/// An error that stops an import.
#[derive(Debug, Error)]
#[error("{}", self.localized())]
#[non_exhaustive]
pub enum ImportError {
    /// A file or folder cannot be read or written.
    #[error("{}", action.failed(path))]
    File {
        /// The action that failed.
        action: FileAction,
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The zone for pages that name none is not in the register.
    #[error(transparent)]
    Zone(PageError),
    /// The profile names zones that the register does not have.
    Profile(Vec<Diagnostic>),
    /// A source cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
}

/// The reason why a page is not imported.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.localized())]
#[non_exhaustive]
pub enum PageError {
    /// The file of the page cannot be read, for this reason.
    Unreadable(Text),
    /// The page has no text.
    Empty,
    /// The page names no zone.
    NoZone(
        /// Zones that may be meant.
        Vec<String>,
    ),
    /// The page names a zone that the register does not have.
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

/// The error with its cause.
impl Localized for ImportError {
    fn localized(&self) -> Text {
        match self {
            ImportError::File { action, path, source } => action.failed(path).because(&io_error(source)),
            ImportError::Zone(error) => error.localized(),
            ImportError::Profile(faults) => {
                localized!(zh "配置文件有 {} 处问题", en "the profile has faults: {}", faults.len())
            }
            ImportError::Source(error) => error.localized(),
        }
    }
}

impl Localized for PageError {
    fn localized(&self) -> Text {
        match self {
            PageError::Unreadable(Text { zh, en }) => localized!(zh "无法读取：{zh}", en "it cannot be read: {en}"),
            PageError::Empty => localized!(zh "页面没有文字", en "it holds no text"),
            PageError::NoZone(zones) if zones.is_empty() => {
                localized!(zh "页面没有写发布开发区", en "it names no zone (发布开发区)")
            }
            PageError::NoZone(zones) => {
                let Text { zh, en } = Text::list(zones);
                localized!(
                    zh "页面没有写发布开发区，当地的开发区有：{zh}",
                    en "it names no zone (发布开发区), zones there: {en}"
                )
            }
            PageError::UnknownZone { name, nearest } => unknown_zone(name, nearest),
            PageError::Parse(error) => parse_error(error),
        }
    }
}

impl ImportError {
    /// Returns a function for `map_err` that adds the action and the path to an I/O error.
    pub(crate) fn file(action: FileAction, path: &Path) -> impl FnOnce(io::Error) -> ImportError {
        let path = path.to_owned();
        move |source| ImportError::File { action, path, source }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_told_in_both_languages() {
        let zone = || "a-htz (甲)".to_owned();
        for (reason, zh) in [
            (PageError::Unreadable(io_error(&io::ErrorKind::NotFound.into())), "无法读取：没有这个文件或文件夹"),
            (PageError::Empty, "页面没有文字"),
            (PageError::NoZone(Vec::new()), "页面没有写发布开发区"),
            (PageError::NoZone(vec![zone(), zone()]), "页面没有写发布开发区，当地的开发区有：a-htz (甲)、a-htz (甲)"),
            (
                PageError::UnknownZone { name: "乙".to_owned(), nearest: vec![zone()] },
                "没有开发区 `乙`，zones.csv 里相近的有：a-htz (甲)",
            ),
        ] {
            assert_eq!(reason.localized().zh, zh);
            assert_eq!(reason.to_string(), reason.localized().en);
        }
        let error = ImportError::file(FileAction::List, Path::new("old"))(io::ErrorKind::PermissionDenied.into());
        assert_eq!(error.localized().zh, "无法列出 old 中的文件：没有权限");
        assert_eq!(error.to_string(), "cannot list old", "its cause is its source");
    }
}
