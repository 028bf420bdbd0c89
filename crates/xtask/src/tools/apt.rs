//! Installing Debian's packages, where that is possible.

use std::path::Path;

use anyhow::Result;

use crate::{process, progress};

/// Whether this is a Debian on which packages may be installed.
pub(super) fn is_there() -> bool {
    let root = process::answer("id", ["-u"]).as_deref() == Some("0");
    root && Path::new("/etc/debian_version").exists() && process::find("apt-get").is_some()
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
