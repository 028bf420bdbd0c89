//! Builds, publishes and compresses the portal that is measured. The other peers show its JSON.

use investchn_tooling::told;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::node;
use super::peer::Peer;
use investchn_tooling::bench::{publisher, scratch};
use investchn_tooling::{build, process, workspace};

/// Builds the app and publishes the corpus with it.
pub(super) fn publish(corpus: &Path) -> Result<()> {
    build::app_for_readers()?;
    println!("▸ {}", told!(zh "门户", en "the portal"));
    let out = scratch::portal();
    publisher::remove(&out)?;
    let mut command = publisher::command()?;
    command.arg("build").arg("--content").arg(corpus).arg("--app").arg(workspace::APP_DIR).arg("--out").arg(&out);
    // The address must be the portal's own, because a page names its canonical address.
    process::run(command.args(["--base-url", &Peer::Portal.url()]))?;
    node::compress(&out, node::CONTENT)?;
    compress_app(&out)
}

/// Compresses the app's files at the same level as the apps of the other peers. They are the files other than pages in the root
/// folder of the site.
fn compress_app(out: &Path) -> Result<()> {
    let app = scratch::web("app");
    workspace::remove(&app)?;
    let failed = || told!(zh "无法压缩 {} 中的应用", en "the app in {} cannot be compressed", out.display());
    fs::create_dir_all(&app).with_context(failed)?;
    let of_app = |name: &str| [".js", ".wasm", ".css", ".svg"].iter().any(|ending| name.ends_with(ending));
    for name in names(out).with_context(failed)?.iter().filter(|name| of_app(name)) {
        fs::copy(out.join(name), app.join(name)).with_context(failed)?;
    }
    node::compress(&app, node::APP)?;
    for name in names(&app).with_context(failed)? {
        fs::rename(app.join(&name), out.join(&name)).with_context(failed)?;
    }
    workspace::remove(&app)
}

fn names(folder: &Path) -> std::io::Result<Vec<String>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}
