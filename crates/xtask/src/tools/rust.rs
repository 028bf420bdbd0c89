//! The compiler's target for the browser and its companions. The compiler itself is chosen by rust-toolchain.toml.

use std::path::Path;

use anyhow::{Result, bail};

use super::{installing, there};
use crate::{process, progress};

const TARGET: &str = "wasm32-unknown-unknown";

/// The standard library for the browser. rust-toolchain.toml names it, but a machine may have automatic installs off.
pub(super) fn target() -> Result<()> {
    if !has_target() {
        rustup(["target", "add", TARGET], "the Rust target for the browser")?;
    }
    there(&format!("Rust target {TARGET}"));
    Ok(())
}

/// The compiler is asked and not rustup, for it may come from elsewhere.
fn has_target() -> bool {
    let folder = process::answer("rustc", ["--print", "target-libdir", "--target", TARGET]);
    folder.is_some_and(|folder| Path::new(&folder).is_dir())
}

/// clippy and rustfmt.
pub(super) fn components() -> Result<()> {
    for (component, verb) in [("clippy", "clippy"), ("rustfmt", "fmt")] {
        if process::answer("cargo", [verb, "--version"]).is_none() {
            rustup(["component", "add", component], component)?;
        }
        there(component);
    }
    Ok(())
}

fn rustup(arguments: [&str; 3], what: &str) -> Result<()> {
    if process::find("rustup").is_none() {
        bail!("{what} is missing and rustup is not there to add it: install `{}` as your Rust came", arguments[2]);
    }
    installing(what, "a minute at most");
    progress::run(&mut process::command("rustup", arguments)?)
}
