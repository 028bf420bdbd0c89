//! Why a build did not happen. It owns the kinds of failure; problems of the content are in `problem`.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::problem::Problem;

/// Why nothing was published, or not all of it.
#[derive(Debug, Error)]
pub enum BuildError {
    /// The content has problems; nothing was written.
    #[error("{} in the content, nothing was written", count(.0))]
    Problems(Vec<Problem>),
    /// A file or folder could not be read or written.
    #[error("{action} {}", path.display())]
    File {
        /// What was being done: `cannot read`.
        action: &'static str,
        /// To what.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// The app's folder is not one.
    #[error("{} is not a built app: {reason}; build it by `trunk build --release`", path.display())]
    App {
        /// The folder.
        path: PathBuf,
        /// What is missing.
        reason: &'static str,
    },
    /// The output folder holds something else.
    #[error("{} holds files that are no portal, and nothing of it was touched; name a new folder by --out", .0.display())]
    ForeignOutput(PathBuf),
    /// The base address is none.
    #[error("`{0}` is no base address; write it as https://www.example.com/ or https://www.example.com/portal/")]
    BaseUrl(String),
    /// A host cannot be reached.
    #[error("{base} does not answer: {reason}")]
    Host {
        /// The address of the portal there.
        base: String,
        /// What went wrong.
        reason: String,
    },
    /// What is named as the output before is none.
    #[error("{} has no app.json: name an earlier output of `build` after --previous", .0.display())]
    Previous(PathBuf),
    /// What is named as uploaded was never built.
    #[error("{} has no deploy.json: name the output of `build` after --out", .0.display())]
    NeverBuilt(PathBuf),
    /// What was to be written or read is not JSON.
    #[error("this is no JSON of the publisher")]
    Json(#[from] serde_json::Error),
}

/// How many problems stop a build.
fn count(problems: &[Problem]) -> String {
    let problems = problems.iter().filter(|problem| problem.is_error()).count();
    if problems == 1 { "1 problem".to_owned() } else { format!("{problems} problems") }
}

impl BuildError {
    /// For `map_err`: what was being done to which path.
    pub(crate) fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> BuildError {
        let path = path.to_owned();
        move |source| BuildError::File { action, path, source }
    }
}
