//! Builds what the tests of the search's engine run: the reader of the index as wasm with its script, and a small index.

use anyhow::Result;
use investchn_tooling::{output, process};

/// The folder that the tests serve.
const FOLDER: &str = "target/search";

const PACKAGE: &str = "investchn-search-wasm";
const WASM: &str = "target/wasm32-unknown-unknown/debug/investchn_search_wasm.wasm";

pub(super) fn prepare() -> Result<()> {
    let build = ["build", "-p", PACKAGE, "--target", "wasm32-unknown-unknown"];
    output::messages(&mut process::command("cargo", build)?, "reader-of-search")?;
    let bindings = ["--target", "web", "--no-typescript", "--out-dir", FOLDER, "--out-name", PACKAGE, WASM];
    process::run(&mut process::command("wasm-bindgen", bindings)?)?;
    let index = ["run", "-p", PACKAGE, "--example", "sample_index", "--"];
    let mut index = process::command("cargo", index)?;
    output::messages(index.arg(format!("{FOLDER}/data/search")), "index-of-engine")
}
