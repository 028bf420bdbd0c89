//! `cargo xtask web`: bundles the scripts of web/. Trunk copies `target/web`; the publisher compiles in the files of `web/built`, which are
//! checked in, so that it builds without Node.js.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use investchn_tooling::tools::npm;
use investchn_tooling::{output, process};

/// The folder of the scripts' packages and settings.
const FOLDER: &str = "web";
/// The folder that Trunk copies into the portal.
const PUBLISHED: &str = "target/web";
/// The folder of the scripts that the publisher writes into other files.
const BUILT: &str = "web/built";

/// A script: its source below `web/src`, its file, and how it is loaded.
struct Script {
    source: &'static str,
    file: &'static str,
    format: &'static str,
}

const fn module(source: &'static str, file: &'static str) -> Script {
    Script { source, file, format: "esm" }
}

/// Scripts with published names of their own. The frame's is no module: WebKit loads none in a sandbox without an origin. It exports
/// nothing, so that its bundle is a plain script.
const OF_PORTAL: [Script; 5] = [
    module("start.js", "start.js"),
    module("embed.js", "embed.js"),
    module("embed/fit.js", "embed/fit.js"),
    module("embed/frame.js", "embed/frame.js"),
    module("embed/builder.js", "embed/workshop.js"),
];

/// Scripts that the publisher writes: into `sw.js` and `404.html`.
const OF_PUBLISHER: [Script; 3] = [
    Script { source: "worker/main.js", file: "worker.js", format: "iife" },
    Script { source: "worker/removed.js", file: "removed.js", format: "iife" },
    module("not-found.js", "not-found.js"),
];

/// Writes every bundle that differs from the one that is there: a newer date on the same bytes would build the publisher again.
pub(crate) fn bundle() -> Result<()> {
    for (folder, scripts) in [(PUBLISHED, OF_PORTAL.as_slice()), (BUILT, OF_PUBLISHER.as_slice())] {
        for script in scripts {
            let (file, text) = (Path::new(folder).join(script.file), script.text()?);
            if fs::read_to_string(&file).is_ok_and(|old| old == text) {
                continue;
            }
            if let Some(parent) = file.parent() {
                fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
            }
            fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
        }
    }
    Ok(())
}

/// Checks types, format and lints, and that the checked-in bundles are those of the sources.
pub(crate) fn check() -> Result<()> {
    let folder = Path::new(FOLDER);
    npm::packages(folder)?;
    for project in ["web", "web/src/worker"] {
        let mut compiler = process::command("node", ["web/node_modules/typescript/bin/tsc", "--noEmit", "-p", project])?;
        output::messages(&mut compiler, "types-of-scripts")?;
    }
    let mut biome = process::command("node", ["node_modules/@biomejs/biome/bin/biome", "check"])?;
    output::messages(biome.current_dir(folder), "lints-of-scripts")?;
    for script in &OF_PUBLISHER {
        let file = Path::new(BUILT).join(script.file);
        let is_current = fs::read_to_string(&file).is_ok_and(|built| script.text().is_ok_and(|text| text == built));
        ensure!(is_current, "{} is not the bundle of web/src/{}", file.display(), script.source);
    }
    Ok(())
}

/// Runs the tests of web/test in Node.js.
pub(crate) fn test() -> Result<()> {
    let mut node = process::command("node", ["--test", "web/test/"])?;
    process::run(&mut node)
}

impl Script {
    /// The bundle.
    fn text(&self) -> Result<String> {
        let arguments = ["--bundle", "--minify", "--target=es2022", "--charset=utf8", "--log-level=warning"];
        let mut esbuild = process::command("esbuild", arguments)?;
        esbuild.arg(format!("--format={}", self.format)).arg(Path::new(FOLDER).join("src").join(self.source));
        let output = esbuild.output().context("esbuild could not be started")?;
        ensure!(
            output.status.success(),
            "esbuild failed with {}: {}",
            self.source,
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).context("esbuild wrote no text")
    }
}
