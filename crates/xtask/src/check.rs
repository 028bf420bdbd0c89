//! `cargo xtask check`: what can be said without running the product. The rules of the tree are in `tidy`.

use std::time::Duration;

use anyhow::Result;

use crate::step::Steps;
use crate::{output, process, tidy, tools, web};

/// Runs every check, also after one has failed.
pub(crate) fn check() -> Result<()> {
    let mut setup = Steps::default();
    tools::plan_lints(&mut setup);
    setup.run()?;

    let mut steps = Steps::default();
    plan(&mut steps, "format", "Run `cargo fmt --all`.", "fmt --all --check");
    let help = "Mend what clippy names above.";
    plan(&mut steps, "lints, native", help, "clippy --workspace --all-targets -- -D warnings");
    // The browser's half of the app compiles only for its own target.
    plan(
        &mut steps,
        "lints, browser",
        help,
        "clippy -p investchn --target wasm32-unknown-unknown --no-default-features --features csr \
         --lib --bin investchn -- -D warnings",
    );
    // No other build compiles the fuzzer's promises, so nothing else would notice that they no longer compile.
    plan(&mut steps, "lints, fuzzing", help, "clippy -p investchn-publish --lib -- -D warnings --cfg fuzzing");
    let help = "Run `cargo xtask web` and `web/node_modules/.bin/biome check --write` in web/, and mend what is left.";
    steps.add("scripts", Duration::from_secs(10), help, web::check);
    let help = "Mend what is named above; `cargo xtask tidy` runs this alone.";
    steps.add("tidy", Duration::from_secs(1), help, tidy::tidy);
    let result = steps.run_all();
    steps.print_times();
    result
}

fn plan(steps: &mut Steps<'_>, name: &'static str, help: &'static str, arguments: &'static str) {
    steps.add(name, Duration::from_secs(60), help, move || {
        let mut command = process::command("cargo", arguments.split_whitespace())?;
        output::messages(&mut command, &name.replace(", ", "-"))
    });
}
