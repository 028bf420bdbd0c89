//! The programs that Cargo builds from source: Trunk, wasm-bindgen, and for the tests geckodriver and Garage.

use anyhow::Result;

use super::{installing, there};
use crate::{process, progress, workspace};

/// Any release of this series has the keys that Trunk.toml uses.
const TRUNK_SERIES: &str = "0.21.";
const TRUNK: &str = "trunk@0.21.14";
const GECKODRIVER: &str = "geckodriver@0.36.0";
const GARAGE: &str = "garage@2.5.0";

/// Trunk, which builds the app.
pub(super) fn trunk() -> Result<()> {
    if !installed("trunk").is_some_and(|version| version.starts_with(TRUNK_SERIES)) {
        installing(TRUNK, "about 7 minutes");
        install(&[TRUNK, "--locked"])?;
    }
    report("trunk");
    Ok(())
}

/// The wasm-bindgen program: its output only fits the library of the very same version.
pub(super) fn wasm_bindgen() -> Result<()> {
    let wanted = workspace::locked_version("wasm-bindgen")?;
    if installed("wasm-bindgen").as_deref() != Some(wanted.as_str()) {
        installing(&format!("wasm-bindgen-cli {wanted}"), "about 2 minutes");
        // Its dependencies are taken anew and not from its own lock file: what must agree is this one version.
        install(&["wasm-bindgen-cli", "--version", &wanted])?;
    }
    report("wasm-bindgen");
    Ok(())
}

/// Firefox's WebDriver: any release drives any Firefox of its time.
pub(super) fn geckodriver() -> Result<()> {
    if installed("geckodriver").is_none() {
        installing(GECKODRIVER, "about 90 seconds");
        install(&[GECKODRIVER, "--locked"])?;
    }
    report("geckodriver");
    Ok(())
}

/// Garage, whose nodes run beside the portal as programs of their own (AGPL); nothing of it is linked.
pub(super) fn garage() -> Result<()> {
    if installed("garage").is_none() {
        installing(GARAGE, "about 7 minutes");
        install(&[GARAGE, "--locked", "--no-default-features", "--features", "sqlite,bundled-libs"])?;
    }
    report("garage");
    Ok(())
}

fn install(arguments: &[&str]) -> Result<()> {
    progress::run(&mut process::command("cargo", ["install"].iter().chain(arguments))?)
}

/// The version that a program says it has: the second word of `name 1.2.3` or `name cargo:1.2.3`.
fn installed(program: &str) -> Option<String> {
    let told = process::answer(program, ["--version"])?;
    told.split_whitespace().nth(1).map(|version| version.trim_start_matches("cargo:").to_owned())
}

fn report(program: &str) {
    there(&format!("{program} {}", installed(program).unwrap_or_default()));
}
