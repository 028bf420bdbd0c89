//! What npm brings: the packages of a folder, and programs ready to run: wasm-opt, which makes the app small (Trunk would fetch it, but is run offline so
//! that a build is the same anywhere), and esbuild, which makes its script small.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use super::{installing, there};
use crate::{process, progress};

/// The folder that `process` puts on the search path.
const FOLDER: &str = ".tools";

/// By program: the package that has it.
const PACKAGES: [(&str, &str); 2] = [("wasm-opt", "binaryen@132.0.0"), ("esbuild", "esbuild@0.28.2")];

/// Takes them from the search path, or by npm into a folder of this repository.
pub(super) fn programs() -> Result<()> {
    PACKAGES.into_iter().try_for_each(|(program, package)| install(program, package))
}

fn install(program: &str, package: &str) -> Result<()> {
    if process::find(program).is_none() {
        if process::find("npm").is_none() {
            bail!("{program} is missing: install it, or Node.js with npm so that it can be fetched");
        }
        installing(package, "a few seconds");
        let arguments = ["install", "--no-audit", "--no-fund", "--prefix", FOLDER, package];
        progress::run(&mut process::command("npm", arguments)?)?;
    }
    match process::answer(program, ["--version"]) {
        Some(version) => there(&format!("{program} {}", version.trim_start_matches(program).trim())),
        None => bail!("{program} is installed but does not start: run `{program} --version` to see why"),
    }
    Ok(())
}

/// Installs the packages of a folder as its lock file has them, unless they are there.
pub(crate) fn packages(folder: &Path) -> Result<()> {
    if is_installed(folder) {
        return Ok(());
    }
    println!("▸ the packages of {}", folder.display());
    let mut command = process::command("npm", ["ci", "--no-progress"])?;
    process::run(command.current_dir(folder))
}

/// npm keeps a lock file among what it has installed.
fn is_installed(folder: &Path) -> bool {
    let time = |file: &str| fs::metadata(folder.join(file)).and_then(|meta| meta.modified()).ok();
    let (wanted, there) = (time("package-lock.json"), time("node_modules/.package-lock.json"));
    there.is_some_and(|there| wanted.is_none_or(|wanted| wanted <= there))
}
