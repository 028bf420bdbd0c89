//! Bundles and minifies the script that wasm-bindgen writes beside the wasm, and the scripts that are written by hand.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use super::names::Names;
use investchn_tooling::{process, workspace};

/// The classes of the exports that nobody calls.
const UNCALLED: &str = "IntoUnderlying";

/// What the start script asks of it.
const ASKED: &str = "export { default, start } from";

/// The optimized text of a script that wasm-bindgen wrote.
pub(super) fn optimize(folder: &Path, name: &str, names: &Names) -> Result<String> {
    let path = folder.join(name);
    let script = names.put_into(&without_uncalled(&workspace::read(&path)?))?;
    workspace::write(&path, script.as_bytes())?;
    // By an entry of its own, so that what nobody asks for goes.
    let arguments = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"];
    let mut esbuild = process::command("esbuild", arguments)?
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("esbuild could not be started")?;
    let mut entry = esbuild.stdin.take().context("esbuild takes no text")?;
    write!(entry, "{ASKED} \"./{name}\"").context("esbuild took no text")?;
    drop(entry);
    let output = esbuild.wait_with_output().context("esbuild broke off")?;
    ensure!(output.status.success(), "esbuild failed with {name}");
    String::from_utf8(output.stdout).context("esbuild wrote no text")
}

/// The statements that begin at a line's start with one of the classes go, each to its end.
fn without_uncalled(script: &str) -> String {
    let mut keeps = true;
    let mut kept = String::new();
    for line in script.lines() {
        let goes_on = line.starts_with([' ', '}', '/']) || line.is_empty();
        if !goes_on {
            keeps = !line.contains(UNCALLED);
        }
        if keeps {
            kept += line;
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_that_nobody_uses_go_with_what_belongs_to_them() {
        let script = "export class IntoUnderlyingSink {\n    free() {\n    }\n}\nif (Symbol.dispose) IntoUnderlyingSink.x;\n\n\
            export function start(base) {\n    return 1;\n}\nconst IntoUnderlyingSinkFinal = (typeof X)\n    ? 1\n    : 2;\nlet a = 1;\n";
        assert_eq!(without_uncalled(script), "export function start(base) {\n    return 1;\n}\nlet a = 1;\n");
    }
}
