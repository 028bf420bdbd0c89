//! Builds the publisher in release mode and runs it directly, so that Cargo is not measured.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::told;
use anyhow::{Context, Result};

use super::measure::{Measured, measure};
use crate::{process, workspace};

/// The smallest folder that the publisher accepts as a built app, so the figures depend on the articles only.
const APP: &str = "tests/fixtures/app";

/// Builds the publisher.
pub fn compile() -> Result<()> {
    println!("▸ {}", told!(zh "release 模式的发布程序", en "the publisher in release mode"));
    process::run(&mut process::command("cargo", ["build", "-q", "--release", "-p", "investchn-publish"])?)
}

/// Returns the command that runs the publisher. It is in the target folder of this program, in the release profile.
pub fn command() -> Result<Command> {
    let own = std::env::current_exe()
        .context(told!(zh "不知道本程序所在的文件夹", en "the folder of this program is unknown"))?;
    let built = own
        .ancestors()
        .nth(2)
        .context(told!(zh "本程序不在 target 文件夹中", en "this program does not lie in a target folder"))?;
    let program = built.join("release").join(format!("investchn-publish{}", std::env::consts::EXE_SUFFIX));
    Ok(Command::new(program))
}

/// Publishes a folder of sources and measures it.
pub fn run(content: &Path, out: &Path) -> Result<Measured> {
    let mut command = command()?;
    command.arg("build").arg("--content").arg(content).args(["--app", APP]).arg("--out").arg(out);
    measure(&mut command)
}

/// Says that every file of an output was uploaded.
pub fn mark_deployed(out: &Path) -> Result<()> {
    process::run(command()?.arg("mark-deployed").arg("--out").arg(out))
}

/// Removes an output and the build state beside it.
pub fn remove(out: &Path) -> Result<()> {
    let mut beside = out.as_os_str().to_owned();
    beside.push(".build");
    workspace::remove(out)?;
    workspace::remove(&PathBuf::from(beside))
}
