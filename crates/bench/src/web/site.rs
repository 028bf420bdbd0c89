//! Builds, publishes and compresses the portal that is measured. The peers show its JSON.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::node;
use super::peer::Peer;
use crate::{publisher, scratch};
use investchn_tooling::{build, process, workspace};

/// Builds the app and publishes with it.
pub(super) fn publish(corpus: &Path) -> Result<()> {
    build::app_for_readers()?;
    println!("▸ the portal");
    let out = scratch::portal();
    publisher::remove(&out)?;
    let mut command = publisher::command()?;
    command.arg("build").arg("--content").arg(corpus).arg("--app").arg(workspace::APP_DIR).arg("--out").arg(&out);
    // Its own address, or a page would name another one as the right place for itself.
    process::run(command.args(["--base-url", &Peer::Portal.url()]))?;
    node::compress(&out, node::CONTENT)?;
    compress_app(&out)
}

/// What stands in the portal's own folder and is no page is the app's, and compressed as the apps of the others are.
fn compress_app(out: &Path) -> Result<()> {
    let app = scratch::web("app");
    workspace::remove(&app)?;
    let failed = || format!("the app in {} cannot be compressed", out.display());
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
