//! The build state: a folder beside the site that is never uploaded. It has the manifest, with which the next build and
//! `verify` recognize each file, and the list of changed addresses for search engines (IndexNow). The upload plan and the build
//! cache are in it too.

use std::fs;
use std::path::{Path, PathBuf};

use investchn_digest::Digest;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize, Serializer};

use crate::error::OutputError;
use crate::file_record::FileRecord;
use crate::outcome::WriteOutcome;
use crate::replace::{beside, replace};

/// Maximum number of addresses in an IndexNow request, as the protocol limits it.
const INDEXNOW: usize = 10_000;

/// The files of the last build. The names are borrowed from the manifest's text, because there are hundreds of thousands.
#[derive(Debug, Default, Deserialize)]
pub struct Manifest<'a> {
    /// Hash of the inputs shared by every file: publisher, template, settings. While it is unchanged, files with the same input
    /// digest are the same.
    pub shared_digest: Option<Digest>,
    /// The files by their path below the base.
    #[serde(borrow)]
    pub files: FxHashMap<&'a str, FileRecord>,
}

/// A manifest as it is written, sorted by name.
#[derive(Serialize)]
struct ManifestText<'a> {
    shared_digest: Option<Digest>,
    #[serde(serialize_with = "as_map")]
    files: &'a [(String, FileRecord)],
}

fn as_map<S: Serializer>(files: &&[(String, FileRecord)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(files.iter().map(|(name, record)| (name, record)))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IndexNow<'a> {
    host: &'a str,
    url_list: Vec<String>,
}

/// The name of the manifest.
pub(crate) const MANIFEST: &str = "manifest.json";

/// Returns the state folder of a site that is used unless the command line names another.
pub fn default_state_folder(site: &Path) -> PathBuf {
    beside(site, ".build")
}

/// Reads the manifest of the last build that was completed; empty if there is none.
pub fn read_manifest(folder: &Path) -> String {
    fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default()
}

/// Deletes the manifest before a build touches the site, so that an interrupted build cannot leave a stale one. Returns false
/// if there was none to delete; a manifest that was read before must then not be trusted.
pub fn delete_manifest(folder: &Path) -> bool {
    fs::remove_file(folder.join(MANIFEST)).is_ok()
}

impl<'a> Manifest<'a> {
    /// Parses a manifest. If this program did not write the text, the manifest has no files.
    pub fn parse(text: &'a str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}

/// Writes the manifest and the list of changed addresses of a build.
///
/// # Errors
/// If a file cannot be written.
pub fn write_state(
    folder: &Path,
    base_url: &str,
    shared_digest: Option<Digest>,
    outcome: &WriteOutcome,
) -> Result<(), OutputError> {
    let manifest = ManifestText { shared_digest, files: &outcome.files };
    replace(&folder.join(MANIFEST), &serde_json::to_vec(&manifest)?)?;
    let host = base_url.split('/').nth(2).unwrap_or_default();
    let pages = outcome.changed.iter().chain(&outcome.removed).filter_map(|name| name.strip_suffix("index.html"));
    let url_list = pages.take(INDEXNOW).map(|path| [base_url, path].concat()).collect();
    replace(&folder.join("indexnow.json"), &serde_json::to_vec_pretty(&IndexNow { host, url_list })?)?;
    Ok(())
}
