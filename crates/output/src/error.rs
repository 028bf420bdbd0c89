//! Errors of writing or comparing a folder.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use investchn_localized::{FileAction, Localized, Text, io_error, localized};
use thiserror::Error;

/// The reason why a folder was not written, or could not be compared.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OutputError {
    /// A file or folder cannot be read or written.
    File {
        /// The action that failed.
        action: FileAction,
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The folder has files that no build wrote.
    ForeignFolder(PathBuf),
    /// No build has written an upload plan here.
    NeverBuilt(PathBuf),
    /// A host does not answer.
    Host {
        /// The address of the portal at the host.
        base: String,
        /// The cause.
        source: Box<ureq::Error>,
    },
    /// A file of the build state is not valid.
    Broken(PathBuf),
    /// The build state cannot be written as JSON.
    Json(#[from] serde_json::Error),
}

impl OutputError {
    /// Returns a function for `map_err` that adds the action that failed and its path.
    pub fn file(action: FileAction, path: &Path) -> impl FnOnce(io::Error) -> OutputError {
        let path = path.to_owned();
        move |source| OutputError::File { action, path, source }
    }

    /// Words the error without its cause.
    fn message(&self) -> Text {
        match self {
            OutputError::File { action, path, .. } => action.failed(path),
            OutputError::ForeignFolder(path) => localized!(
                zh "{} 中有不属于门户的文件，没有改动任何文件；用 --out 指定新文件夹",
                en "{} holds files that are no portal, and nothing of it was touched; name a new folder by --out",
                path.display()
            ),
            OutputError::NeverBuilt(path) => localized!(
                zh "{} 中没有 deploy.json：--out 后面写 `build` 的输出",
                en "{} has no deploy.json: name the output of `build` after --out",
                path.display()
            ),
            OutputError::Host { base, .. } => localized!(zh "{base} 没有回应", en "{base} does not answer"),
            OutputError::Broken(path) => localized!(
                zh "{} 已损坏：再发布一次",
                en "{} is broken: build the portal again",
                path.display()
            ),
            OutputError::Json(_) => {
                localized!(zh "发布状态无法写成 JSON", en "the build state cannot be written as JSON")
            }
        }
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

/// With the causes.
impl Localized for OutputError {
    fn localized(&self) -> Text {
        match self {
            OutputError::File { source, .. } => self.message().because(&io_error(source)),
            OutputError::Host { source, .. } => self.message().because(&unanswered(source)),
            _ => self.message(),
        }
    }
}

/// Words why a host did not answer.
fn unanswered(error: &ureq::Error) -> Text {
    match error {
        ureq::Error::Io(error) => io_error(error),
        ureq::Error::ConnectionFailed => localized!(zh "连接不上", en "it takes no connection"),
        ureq::Error::HostNotFound => localized!(zh "找不到这台主机", en "there is no such host"),
        ureq::Error::Timeout(_) => localized!(zh "等了太久", en "there was no answer in time"),
        ureq::Error::BadUri(_) => localized!(zh "这不是网址", en "this is no address"),
        _ => localized!(zh "它的回应不是 HTTP", en "what it answers is not HTTP"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_their_file_and_their_cause_in_both_languages() {
        let error = OutputError::file(FileAction::Write, Path::new("dist/a"))(io::ErrorKind::StorageFull.into());
        let text = localized!(zh "无法写入 dist/a：磁盘空间不够", en "cannot write dist/a: the disk is full");
        assert_eq!(error.localized(), text);
        assert_eq!(error.to_string(), "cannot write dist/a");
    }

    #[test]
    fn a_host_that_does_not_answer_is_worded_without_the_librarys_text() {
        let host = |source| OutputError::Host { base: "http://127.0.0.1:1/".to_owned(), source: Box::new(source) };
        let refused = host(ureq::Error::Io(io::ErrorKind::ConnectionRefused.into())).localized();
        assert_eq!(refused.zh, "http://127.0.0.1:1/ 没有回应：对方拒绝连接");
        assert_eq!(refused.en, "http://127.0.0.1:1/ does not answer: the connection was refused");
        assert!(host(ureq::Error::HostNotFound).localized().zh.ends_with("：找不到这台主机"));
    }
}
