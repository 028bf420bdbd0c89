//! Installing Debian's packages, where that is possible.

use std::path::Path;

use anyhow::{Result, bail};

use super::installing;
use crate::{process, progress};

/// Whether this is a Debian on which packages may be installed.
pub(super) fn is_there() -> bool {
    let root = process::answer("id", ["-u"]).as_deref() == Some("0");
    root && Path::new("/etc/debian_version").exists() && process::find("apt-get").is_some()
}

/// Installs what is missing, given by a file that each package brings and the package; elsewhere it says what to install.
pub(super) fn need(needed: &[(&str, &'static str)], how_long: &str) -> Result<()> {
    let is_missing = |(file, _): &&(&str, &'static str)| {
        let program = Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or_default();
        !Path::new(file).exists() && process::find(program).is_none()
    };
    let missing: Vec<&str> = needed.iter().filter(is_missing).map(|(_, package)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let named = missing.join(", ");
    if !is_there() {
        bail!("{named} are missing, as Debian names them: install them");
    }
    installing(&named, how_long);
    install(&missing)
}

/// Installs packages.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    apt(&["update"])?;
    apt(&[&["install", "-y"], packages].concat())
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = process::command("apt-get", arguments)?;
    progress::run(command.env("DEBIAN_FRONTEND", "noninteractive"))
}
