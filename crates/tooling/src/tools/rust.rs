//! Adds the compiler's target for the browser, clippy and rustfmt. rust-toolchain.toml chooses the compiler.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::step::Steps;
use crate::{output, process, told};

const TARGET: &str = "wasm32-unknown-unknown";

/// Advice if a part is missing. rust-toolchain.toml lists the parts, but a machine may have automatic installation off.
fn help() -> String {
    told!(zh "编译器及其组件写在 rust-toolchain.toml 中。", en "rust-toolchain.toml names the compiler and its parts.")
}

/// Plans the installation of the standard library for the browser, if it is missing.
pub(super) fn plan_target(steps: &mut Steps<'_>) {
    if !has_target() {
        let name = told!(zh "Rust 目标 {TARGET}", en "Rust target {TARGET}");
        steps.add(name, Duration::from_secs(5), help(), || rustup(["target", "add", TARGET]));
    }
}

/// Asks the compiler instead of rustup, because the compiler may not have been installed by rustup.
fn has_target() -> bool {
    let folder = process::output_of("rustc", ["--print", "target-libdir", "--target", TARGET]);
    folder.is_some_and(|folder| Path::new(&folder).is_dir())
}

/// Plans the installation of clippy and rustfmt, if they are missing.
pub(super) fn plan_components(steps: &mut Steps<'_>) {
    for (component, verb) in [("clippy", "clippy"), ("rustfmt", "fmt")] {
        if process::output_of("cargo", [verb, "--version"]).is_none() {
            steps.add(component, Duration::from_secs(5), help(), move || rustup(["component", "add", component]));
        }
    }
}

fn rustup(arguments: [&str; 3]) -> Result<()> {
    if process::find("rustup").is_none() {
        bail!(told!(
            zh "没有 rustup 可用：按安装 Rust 的方式安装 `{}`",
            en "rustup is not there to add it: install `{}` as your Rust came",
            arguments[2]
        ));
    }
    output::to_log(&mut process::command("rustup", arguments)?, "rustup")
}
