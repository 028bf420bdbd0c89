//! Builds the publisher of another revision, in a git worktree of its own.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};

use super::publishers::FOLDER;
use investchn_tooling::{build, output, process};

/// The advice where a revision's publisher does not compile.
pub(super) const HELP: &str = "The log shows the first error; name a revision that compiles.";

/// One folder of built crates serves all revisions, since most of their dependencies are the same.
const TARGET: &str = "target/same/target";

/// A commit, by its whole hash.
pub(super) struct Revision(String);

/// Finds the commit that a name means.
pub(super) fn find(name: &str) -> Result<Revision> {
    let commit = format!("{name}^{{commit}}");
    let hash = process::output_of("git", ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]);
    hash.map(Revision).with_context(|| format!("git knows no revision `{name}`"))
}

impl Revision {
    /// The folder in which the revision is checked out.
    fn folder(&self) -> PathBuf {
        Path::new(FOLDER).join(&self.0[..12.min(self.0.len())])
    }

    /// The program that `build` makes.
    pub(super) fn publisher(&self) -> PathBuf {
        Path::new(TARGET).join("debug").join(format!("investchn-publish{}", std::env::consts::EXE_SUFFIX))
    }

    /// Guesses how long `build` takes.
    pub(super) fn guess(&self) -> Duration {
        build::guess(&self.publisher().to_string_lossy(), Duration::from_secs(150))
    }

    /// Checks the revision out, unless an earlier run did, and compiles its publisher.
    pub(super) fn build(&self) -> Result<()> {
        let folder = self.folder();
        if !folder.join("Cargo.toml").is_file() {
            // Git remembers worktrees whose folders are gone, and refuses to make them again.
            output::to_log(&mut process::command("git", ["worktree", "prune"])?, "same")?;
            let mut command = process::command("git", ["worktree", "add", "--detach", "--force"])?;
            output::to_log(command.arg(&folder).arg(&self.0), "same")?;
        }
        let target = std::path::absolute(TARGET).context("the current folder is gone")?;
        let mut command = process::command("cargo", ["build", "-p", "investchn-publish"])?;
        output::messages(command.current_dir(&folder).env("CARGO_TARGET_DIR", target), "same")
    }
}
