//! The two publishers that are compared.

use investchn_tooling::told;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use investchn_tooling::process;

/// The folder of all files that the comparison makes.
pub(super) const FOLDER: &str = "target/same";

/// Two built publishers. Both get the same arguments, which every revision since the first release supports.
pub(super) struct Publishers {
    pub(super) old: PathBuf,
    pub(super) new: PathBuf,
}

/// Runs a publisher. Prints its output only if it fails.
pub(super) fn run(mut command: Command) -> Result<()> {
    let name = process::shown(&command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| told!(zh "无法启动 `{name}`", en "`{name}` could not be started"))?;
    if !output.status.success() {
        eprintln!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        let status = process::ended(output.status);
        bail!(told!(zh "`{name}` {status}", en "`{name}` ended with {status}"));
    }
    Ok(())
}
