//! Builds the publisher of another revision in a separate git worktree.

use investchn_tooling::told;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};

use super::publishers::FOLDER;
use investchn_tooling::{build, output, process};

/// Advice if the publisher of a revision does not compile.
pub(super) fn help() -> String {
    told!(
        zh "日志中有第一处错误；指定一个能编译的版本。",
        en "The log shows the first error; name a revision that compiles."
    )
}

/// The target folder of all revisions, which is shared because most dependencies are the same.
const TARGET: &str = "target/same/target";

/// A commit, by its full hash.
pub(super) struct Revision(String);

/// Resolves the name of a commit.
pub(super) fn find(name: &str) -> Result<Revision> {
    let commit = format!("{name}^{{commit}}");
    let hash = process::output_of("git", ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]);
    hash.map(Revision).with_context(|| told!(zh "git 中没有版本 `{name}`", en "git knows no revision `{name}`"))
}

impl Revision {
    /// Returns the folder in which the revision is checked out.
    fn folder(&self) -> PathBuf {
        Path::new(FOLDER).join(&self.0[..12.min(self.0.len())])
    }

    /// Returns the path of the program that `build` compiles.
    pub(super) fn publisher(&self) -> PathBuf {
        Path::new(TARGET).join("debug").join(format!("investchn-publish{}", std::env::consts::EXE_SUFFIX))
    }

    /// Estimates the duration of `build`.
    pub(super) fn guess(&self) -> Duration {
        build::guess(&self.publisher().to_string_lossy(), Duration::from_secs(150))
    }

    /// Checks the revision out, unless an earlier run did, and compiles its publisher.
    pub(super) fn build(&self) -> Result<()> {
        let folder = self.folder();
        if !folder.join("Cargo.toml").is_file() {
            // Git keeps a record of worktrees whose folders were deleted, and refuses to add them again.
            output::to_log(&mut process::command("git", ["worktree", "prune"])?, "same")?;
            let mut command = process::command("git", ["worktree", "add", "--detach", "--force"])?;
            output::to_log(command.arg(&folder).arg(&self.0), "same")?;
        }
        let target = std::path::absolute(TARGET)
            .with_context(|| told!(zh "当前文件夹已不存在", en "the current folder is gone"))?;
        let mut command = process::command("cargo", ["build", "-p", "investchn-publish"])?;
        output::messages(command.current_dir(&folder).env("CARGO_TARGET_DIR", target), "same")
    }
}
