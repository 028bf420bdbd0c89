//! `cargo xtask check`: what can be said without running the product. The rules of the tree are in `tidy`.

use anyhow::Result;

use crate::step::Steps;
use crate::{process, tidy, tools};

/// Runs every check, also after one has failed.
pub(crate) fn check() -> Result<()> {
    let mut steps = Steps::default();
    steps.run("toolchain", "Install what is named below, then run `cargo xtask check` again.", tools::setup_rust)?;
    steps.run_all("format", "Run `cargo fmt --all`.", || cargo("fmt --all --check"));
    steps.run_all("lints, native", "Mend what clippy names above.", || {
        cargo("clippy --workspace --all-targets -- -D warnings")
    });
    // The browser's half of the app compiles only for its own target.
    steps.run_all("lints, browser", "Mend what clippy names above.", || {
        cargo(
            "clippy -p investchn --target wasm32-unknown-unknown --no-default-features --features csr \
             --lib --bin investchn -- -D warnings",
        )
    });
    steps.run_all("tidy", "Mend what is named above; `cargo xtask tidy` runs this alone.", tidy::tidy);
    steps.print_times();
    steps.finish()
}

fn cargo(arguments: &str) -> Result<()> {
    process::run(&mut process::command("cargo", arguments.split_whitespace())?)
}
