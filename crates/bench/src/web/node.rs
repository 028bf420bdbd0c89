//! Runs the Node parts of bench/web/: installs packages, builds an app, runs a script.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use investchn_tooling::{process, tools};

/// The peers and the measuring.
const FOLDER: &str = "bench/web";

/// How hard brotli tries on what an app is made of, which is compressed once a release.
pub(super) const APP: u8 = 11;
/// And on pages and JSON, of which there are thousands.
pub(super) const CONTENT: u8 = 5;

/// Installs the packages of a folder.
pub(super) fn install(name: &str) -> Result<()> {
    tools::npm::packages(&Path::new(FOLDER).join(name))
}

/// Builds the app of a folder.
pub(super) fn build(name: &str) -> Result<()> {
    let mut command = process::command("npm", ["run", "--silent", "build"])?;
    process::run(command.current_dir(Path::new(FOLDER).join(name)))
}

/// Runs a script with paths from the repository's root.
pub(super) fn run(script: &str, arguments: &[&Path]) -> Result<()> {
    let mut command = process::command("node", [Path::new(FOLDER).join(script)])?;
    for argument in arguments {
        command.arg(absolute(argument)?);
    }
    process::run(&mut command)
}

/// Puts compressed files beside those of a folder.
pub(super) fn compress(folder: &Path, level: u8) -> Result<()> {
    let mut command = process::command("node", [Path::new(FOLDER).join("measure/precompress.js")])?;
    process::run(command.arg(absolute(folder)?).arg(level.to_string()))
}

fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("{} has no address", path.display()))
}
