//! Runs the Node parts of bench/web/: installs packages, builds apps, runs scripts.

use std::path::Path;

use anyhow::Result;
use investchn_tooling::{process, tools, workspace};

/// Folder of the peers and of the measuring script.
const FOLDER: &str = "bench/web";

/// Brotli level for the files of an app, which are compressed once per release.
pub(super) const APP: u8 = 11;
/// Brotli level for pages and JSON, of which there are thousands.
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

/// Runs a script with paths relative to the repository's root.
pub(super) fn run(script: &str, arguments: &[&Path]) -> Result<()> {
    let mut command = process::command("node", [Path::new(FOLDER).join(script)])?;
    for argument in arguments {
        command.arg(workspace::absolute(argument)?);
    }
    process::run(&mut command)
}

/// Writes compressed files beside those of a folder.
pub(super) fn compress(folder: &Path, level: u8) -> Result<()> {
    let mut command = process::command("node", [Path::new(FOLDER).join("measure/precompress.js")])?;
    process::run(command.arg(workspace::absolute(folder)?).arg(level.to_string()))
}
