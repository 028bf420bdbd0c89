//! Shrinks the app's files for a release after Trunk has built them: removes unused exports, shortens the names that only the
//! script and the wasm share, and names each file by the hash of its final content. The behaviour of the app does not change.

mod names;
mod script;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use investchn_tooling::{process, workspace};

use names::Names;

/// The app's page, which contains the names of the files.
const PAGE: &str = "app.html";

/// Exports that nothing calls. Leptos's server functions export stream classes for scripts on the page, and no script uses them.
const UNUSED: [&str; 2] = ["*intounderlying*", "_WASM_SPLIT_MARKER*"];

/// Optimizes the files in Trunk's output folder.
pub(crate) fn optimize(folder: &Path) -> Result<()> {
    let page = folder.join(PAGE);
    let html = workspace::read(&page)?;
    let stem = between(&html, "data-js=\"", ".js\"");
    let stem = stem.context("app.html names no script in data-js: has pattern_script in Trunk.toml changed?")?;
    let sheet = between(&html, "rel=\"stylesheet\" href=\"./", "\"").context("app.html names no sheet")?;
    let (old_script, old_wasm) = (format!("{stem}.js"), format!("{stem}_bg.wasm"));

    let lean = folder.join("lean.wasm");
    let names = shrink(&folder.join(&old_wasm), &lean)?;
    let wasm = fs::read(&lean).with_context(|| cannot("read", &lean))?;
    let script = script::optimize(folder, &old_script, &names)?;

    // Hashes the final bytes, because files with hashed names are cached for a year and must never change. The hashes in
    // Trunk's names are of the bytes before.
    let digest = short_digest(&[script.as_bytes(), &wasm].concat());
    let (new_script, new_wasm) = (format!("app-{digest}.js"), format!("app-{digest}_bg.wasm"));
    let style = workspace::read(folder.join(sheet))?;
    let new_sheet = format!("style-{}.css", short_digest(style.as_bytes()));
    workspace::write(folder.join(&new_script), script.replace(&old_wasm, &new_wasm).as_bytes())?;
    workspace::write(folder.join(&new_wasm), &wasm)?;
    let html = html.replace(&old_wasm, &new_wasm).replace(&old_script, &new_script).replace(sheet, &new_sheet);
    workspace::write(&page, html.as_bytes())?;
    fs::rename(folder.join(sheet), folder.join(&new_sheet)).with_context(|| cannot("rename", &folder.join(sheet)))?;
    for old in [folder.join(old_script), folder.join(old_wasm), lean] {
        fs::remove_file(&old).with_context(|| cannot("remove", &old))?;
    }
    Ok(())
}

/// Returns the text between two marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

fn short_digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

/// Writes the smaller module to `lean`. Returns the new names of its imports and exports.
fn shrink(wasm: &Path, lean: &Path) -> Result<Names> {
    let features = workspace::wasm_features()?;
    let unused = UNUSED.map(|names| format!("--remove-exports={names}"));
    let mut command = process::command("wasm-opt", features.split(' '))?;
    command.args(unused).args(["-Oz", "--minify-imports-and-exports-and-modules"]);
    let output = command.arg(wasm).arg("-o").arg(lean).output().context("wasm-opt could not be started")?;
    anyhow::ensure!(output.status.success(), "wasm-opt failed: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).context("wasm-opt did not say how it named imports and exports")
}

fn cannot(what: &str, path: &Path) -> String {
    format!("cannot {what} {}", path.display())
}
