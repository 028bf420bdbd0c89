//! The build state: a folder beside the site that is never uploaded. It has the manifest, with which the next build and
//! `verify` recognize each file, and the list of changed addresses for search engines (IndexNow). The upload plan and the build
//! cache are in it too.

use std::fs;
use std::path::{Path, PathBuf};

use investchn_state::Manifest;
use serde::Serialize;

use crate::error::OutputError;
use crate::outcome::WriteOutcome;
use crate::replace::{beside, replace};

/// Maximum number of addresses in an IndexNow request, as the protocol limits it.
const INDEXNOW: usize = 10_000;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IndexNow<'a> {
    host: &'a str,
    url_list: Vec<String>,
}

/// The name of the manifest.
pub(crate) const MANIFEST: &str = "manifest.bin";

/// The name of the manifest that earlier versions wrote.
const FORMER_MANIFEST: &str = "manifest.json";

/// Returns the state folder of a site that is used unless the command line names another.
pub fn default_state_folder(site: &Path) -> PathBuf {
    beside(site, ".build")
}

/// Reads the manifest of the last build that was completed; empty if there is none, or if it is damaged.
pub fn read_manifest(folder: &Path) -> Manifest {
    fs::read(folder.join(MANIFEST)).ok().and_then(Manifest::open).unwrap_or_default()
}

/// Deletes the manifest before a build touches the site, so that an interrupted build cannot leave a stale one. Returns false
/// if there was none to delete; a manifest that was read before must then not be trusted.
pub fn delete_manifest(folder: &Path) -> bool {
    let _ = fs::remove_file(folder.join(FORMER_MANIFEST));
    fs::remove_file(folder.join(MANIFEST)).is_ok()
}

/// Writes the manifest and the list of changed addresses of a build.
///
/// # Errors
/// If a file cannot be written.
pub fn write_state(folder: &Path, base_url: &str, outcome: &WriteOutcome) -> Result<(), OutputError> {
    let host = base_url.split('/').nth(2).unwrap_or_default();
    let pages = outcome.changed.iter().chain(&outcome.removed).filter_map(|name| name.strip_suffix("index.html"));
    let url_list = pages.take(INDEXNOW).map(|path| [base_url, path].concat()).collect();
    replace(&folder.join("indexnow.json"), &serde_json::to_vec_pretty(&IndexNow { host, url_list })?)?;
    replace(&folder.join(MANIFEST), outcome.manifest.as_bytes())?;
    Ok(())
}
