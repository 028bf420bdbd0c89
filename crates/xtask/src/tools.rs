//! What the commands need on a machine: which tools, in which order. How each is found and installed is in its module.

mod apt;
mod browser;
mod engines;
mod hosts;
pub(crate) mod npm;
mod programs;
mod rust;

use anyhow::Result;

/// Installs what is missing to build the portal; with `browser`, what is missing to test it too.
pub(crate) fn setup(browser: bool) -> Result<()> {
    setup_rust()?;
    programs::trunk()?;
    programs::wasm_bindgen()?;
    npm::programs()?;
    if browser {
        browser::browser()?;
        engines::engines()?;
        hosts::hosts()?;
    }
    Ok(())
}

/// Installs what is missing to try the portal in a store of several nodes, beside what its tests need.
pub(crate) fn setup_store() -> Result<()> {
    setup(true)?;
    hosts::store()
}

/// Installs what is missing of the compiler alone.
pub(crate) fn setup_rust() -> Result<()> {
    rust::target()?;
    rust::components()
}

/// Says that a tool is there.
fn there(tool: &str) {
    println!("  ✓ {tool}");
}

/// Says that a tool is being installed.
fn installing(tool: &str, how_long: &str) {
    println!("  ↓ {tool}: installing, {how_long}");
}
