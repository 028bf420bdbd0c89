//! Errors of making the site.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use investchn_localized::{FileAction, Localized, Text, io_error, localized};
use investchn_output::OutputError;
use investchn_sources::SourceError;
use thiserror::Error;

/// The reason why the site was not made.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SiteError {
    /// A file of the app, or of an earlier output, cannot be read.
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// A file of the app, or of an earlier output, is not JSON of the publisher.
    Broken {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: serde_json::Error,
    },
    /// The app's folder is not a built app.
    App {
        /// The folder.
        path: PathBuf,
        /// The missing part.
        missing: Text,
    },
    /// The folder of the earlier output is not an output of the publisher.
    Previous(PathBuf),
    /// A value cannot be written as JSON, or read from it.
    Json(#[from] serde_json::Error),
    /// The register's table cannot be written.
    Table(#[from] csv::Error),
    /// A share card cannot be drawn.
    Card(#[from] investchn_cards::CardError),
    /// A source cannot be read.
    Source(#[from] SourceError),
    /// A file of the site cannot be written.
    Output(#[from] OutputError),
}

impl SiteError {
    /// Returns a function for `map_err` that adds the path that could not be read.
    pub(crate) fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> SiteError {
        let path = path.to_owned();
        move |source| SiteError::Unreadable { path, source }
    }
}

/// With the causes.
impl Localized for SiteError {
    fn localized(&self) -> Text {
        match self {
            SiteError::Unreadable { path, source } => FileAction::Read.failed(path).because(&io_error(source)),
            SiteError::Broken { path, .. } => localized!(
                zh "{} 已损坏：重新编译应用，或指定另一个以前的输出",
                en "{} is broken: build the app again, or name another earlier output",
                path.display()
            ),
            SiteError::App { path, missing } => {
                let folder = path.display();
                let lacks =
                    localized!(zh "{folder} 不是编译好的应用", en "{folder} is not a built app").because(missing);
                let advice =
                    localized!(zh "；运行 `trunk build --release`", en "; build it by `trunk build --release`");
                lacks.then(&advice)
            }
            SiteError::Previous(path) => localized!(
                zh "{} 中没有 app.json：--previous 后面写 `build` 以前的输出",
                en "{} has no app.json: name an earlier output of `build` after --previous",
                path.display()
            ),
            SiteError::Json(_) => localized!(zh "数据无法写成 JSON", en "data cannot be written as JSON"),
            SiteError::Table(_) => {
                localized!(zh "无法写出开发区名录的表格", en "the table of the register cannot be written")
            }
            SiteError::Card(error) => {
                localized!(zh "无法绘制分享图", en "a share card cannot be drawn").because(&error.localized())
            }
            SiteError::Source(error) => error.localized(),
            SiteError::Output(error) => error.localized(),
        }
    }
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.localized().fmt(f)
    }
}
