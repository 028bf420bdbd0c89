//! wasm-opt, which makes the app small. Trunk would fetch it, but is run offline so that a build is the same anywhere.

use anyhow::{Result, bail};

use super::{installing, there};
use crate::{process, progress};

const PACKAGE: &str = "binaryen@132.0.0";
/// The folder that `process` puts on the search path.
const FOLDER: &str = ".tools";

/// wasm-opt from the search path, or from npm into a folder of this repository.
pub(super) fn wasm_opt() -> Result<()> {
    if process::find("wasm-opt").is_none() {
        if process::find("npm").is_none() {
            bail!("wasm-opt is missing: install Binaryen, or Node.js with npm so that it can be fetched");
        }
        installing(PACKAGE, "a few seconds");
        let arguments = ["install", "--no-audit", "--no-fund", "--prefix", FOLDER, PACKAGE];
        progress::run(&mut process::command("npm", arguments)?)?;
    }
    match process::answer("wasm-opt", ["--version"]) {
        Some(version) => there(&version),
        None => bail!("wasm-opt is installed but does not start: run `wasm-opt --version` to see why"),
    }
    Ok(())
}
