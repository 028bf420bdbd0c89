//! `cargo xtask check`: checks the format, the lints and the rules of the tree. It does not run the product.

use std::time::Duration;

use anyhow::Result;

use crate::{crates, packages, tidy, web};
use investchn_tooling::step::Steps;
use investchn_tooling::{output, process, tools};

/// Runs every check, even after one has failed.
pub(crate) fn check() -> Result<()> {
    let mut setup = Steps::default();
    tools::plan_lints(&mut setup);
    setup.run()?;

    let mut steps = Steps::default();
    plan(&mut steps, "format", "Run `cargo fmt --all`.", "fmt --all --check");
    let help = "Mend what clippy names above.";
    plan(&mut steps, "lints, native", help, "clippy --workspace --all-targets -- -D warnings");
    // The browser's half of the app only compiles for the browser's target.
    plan(
        &mut steps,
        "lints, browser",
        help,
        "clippy -p investchn --target wasm32-unknown-unknown --no-default-features --features csr \
         --lib --bin investchn -- -D warnings",
    );
    plan(
        &mut steps,
        "lints, markup in a browser",
        help,
        "clippy -p investchn-markup --target wasm32-unknown-unknown --features csr,ssr --lib --examples -- -D warnings",
    );
    // The fuzzing code is compiled with this flag only, so no other build would notice an error in it.
    plan(&mut steps, "lints, fuzzing", help, "clippy -p investchn-publish --lib -- -D warnings --cfg fuzzing");
    let search = "clippy -p investchn-search --lib --features write -- -D warnings --cfg fuzzing";
    plan(&mut steps, "lints, fuzzing of the search", help, search);
    let help = "Run `cargo xtask web`, and `node_modules/.bin/biome check --write` in web/; fix what is left.";
    steps.add("scripts", Duration::from_secs(10), help, web::check);
    // Pure crates must also compile for the browser, because an editor in the browser will use them.
    let packages = packages::read()?;
    let pure = packages.iter().map(|package| package.name.as_str()).filter(|name| packages::PURE.contains(name));
    let arguments =
        ["check", "--target", "wasm32-unknown-unknown"].into_iter().chain(pure.flat_map(|name| ["-p", name]));
    let mut command = process::command("cargo", arguments)?;
    let help = "Mend the first error above: a pure crate uses nothing of the system.";
    steps.add("pure crates, browser", Duration::from_secs(30), help, move || {
        output::messages(&mut command, "pure-crates-browser")
    });
    let help = "Mend what is named above; `cargo xtask tidy` runs this alone.";
    steps.add("tidy", Duration::from_secs(1), help, tidy::tidy);
    let help = "`cargo xtask crates` prints the sizes.";
    steps.add("sizes of crates", Duration::from_secs(1), help, crates::check);
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
