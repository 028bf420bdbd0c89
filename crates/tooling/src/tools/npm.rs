//! Installs the npm packages of a folder of this repository, as its lock file has them.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::{output, process};

/// Installs the packages of a folder, unless they are there.
pub fn packages(folder: &Path) -> Result<()> {
    if is_installed(folder) {
        return Ok(());
    }
    if process::find("npm").is_none() {
        bail!("npm is missing: install Node.js with npm");
    }
    let log = format!("npm-{}", folder.to_string_lossy().replace(['/', '\\'], "-"));
    let mut command = process::command("npm", ["ci", "--no-progress"])?;
    output::to_log(command.current_dir(folder), &log)
}

/// npm keeps a lock file among what it has installed.
fn is_installed(folder: &Path) -> bool {
    let time = |file: &str| fs::metadata(folder.join(file)).and_then(|meta| meta.modified()).ok();
    let (wanted, there) = (time("package-lock.json"), time("node_modules/.package-lock.json"));
    there.is_some_and(|there| wanted.is_none_or(|wanted| wanted <= there))
}
