//! Plans the tools that a command needs. The submodules find and install them.

mod apt;
mod folder;
mod install;
pub mod npm;
pub(crate) mod pinned;
mod rust;

use anyhow::Result;

use crate::step::Steps;
use crate::told;

/// The purpose for which tools are installed. Each purpose includes the tools of those above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// To build the app for local use.
    Serve,
    /// To build the app for readers, optimized.
    Release,
    /// To test the portal in browsers and on hosts.
    Test,
    /// To test the portal in a store of several nodes.
    Store,
}

/// Plans the installation of missing tools.
pub fn plan(need: Need, steps: &mut Steps<'_>) -> Result<()> {
    rust::plan_target(steps);
    install::plan(&pinned::TRUNK, steps);
    install::plan(&pinned::WASM_BINDGEN, steps);
    install::plan(&pinned::ESBUILD, steps);
    if need >= Need::Release {
        install::plan(&pinned::WASM_OPT, steps);
    }
    if need >= Need::Test {
        apt::plan(&[apt::BROWSERS, apt::HOSTS].concat(), steps)?;
        install::plan(&pinned::GECKODRIVER, steps);
    }
    if need >= Need::Store {
        apt::plan(apt::STORE, steps)?;
        install::plan(&pinned::GARAGE, steps);
    }
    Ok(())
}

/// Plans the installation of the tools that `check` needs in addition to the compiler.
pub fn plan_lints(steps: &mut Steps<'_>) {
    rust::plan_target(steps);
    rust::plan_components(steps);
    install::plan(&pinned::WASM_BINDGEN, steps);
    install::plan(&pinned::ESBUILD, steps);
    npm::plan(npm::SCRIPTS, steps);
}

/// Installs missing tools and prints the folder of the pinned programs.
pub fn setup(need: Need) -> Result<()> {
    let mut steps = Steps::default();
    plan(need, &mut steps)?;
    if need >= Need::Test {
        rust::plan_components(&mut steps);
    }
    npm::plan(npm::SCRIPTS, &mut steps);
    steps.run()?;
    let folder = folder::root();
    let text = told!(
        zh "工具已齐全；本项目指定版本的工具在 {}。",
        en "Every tool is there; those of this project's own versions are in {}.",
        folder.display()
    );
    println!("{text}");
    Ok(())
}
