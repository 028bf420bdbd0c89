//! What lies beside the site and is never uploaded, in a folder of its own: the manifest of digests, and the body that tells
//! search engines what changed (IndexNow).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use std::{fs, io};

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::error::BuildError;
use crate::output::{Done, beside, replace};

/// Addresses in one IndexNow body, by the protocol.
const INDEXNOW: usize = 10_000;

/// The digest of every file of a site.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// A digest of all that a page is made from beside its view's data: the publisher itself, the app's page, the portal's
    /// facts. While it is the same, a page whose data is the same is the same.
    pub(crate) stamp: Option<Digest>,
    /// By the path below the base.
    pub(crate) files: BTreeMap<String, Left>,
}

/// A file as a build left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Left {
    pub(crate) digest: Digest,
    /// In bytes.
    pub(crate) length: u64,
    /// When it was last written, in nanoseconds since 1970 by the file system's clock: whoever puts another file there
    /// leaves another time.
    pub(crate) modified: u128,
}

impl Left {
    /// A file that holds bytes with this digest now.
    pub(crate) fn now(path: &Path, digest: Digest) -> io::Result<Self> {
        let there = fs::metadata(path)?;
        let modified = there.modified()?.duration_since(UNIX_EPOCH).map_err(io::Error::other)?.as_nanos();
        Ok(Left { digest, length: there.len(), modified })
    }

    /// Whether nobody has touched the file since.
    pub(crate) fn is_as_left(self, path: &Path) -> bool {
        Left::now(path, self.digest).is_ok_and(|now| now == self)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IndexNow<'a> {
    host: &'a str,
    url_list: Vec<String>,
}

/// The folder that belongs to a site, if nothing else is asked for.
pub(crate) fn folder(site: &Path) -> PathBuf {
    beside(site, ".build")
}

/// The manifest's name.
pub(crate) const MANIFEST: &str = "manifest.json";

/// What the last build wrote, if it came to its end. It is taken away: were this build stopped, nobody could tell what stands
/// in the output.
pub(crate) fn take(folder: &Path) -> Manifest {
    let file = folder.join(MANIFEST);
    let manifest = fs::read(&file).ok().and_then(|text| serde_json::from_slice(&text).ok());
    // What cannot be taken away is not trusted.
    if fs::remove_file(&file).is_ok() { manifest.unwrap_or_default() } else { Manifest::default() }
}

/// Writes what belongs to a build that was just written.
pub(crate) fn write(folder: &Path, base_url: &str, stamp: Option<Digest>, done: &Done) -> Result<(), BuildError> {
    let manifest = Manifest { stamp, files: done.files.iter().cloned().collect() };
    replace(&folder.join(MANIFEST), &serde_json::to_vec(&manifest)?)?;
    let host = base_url.split('/').nth(2).unwrap_or_default();
    let pages = done.changed.iter().chain(&done.removed).filter_map(|name| name.strip_suffix("index.html"));
    let url_list = pages.take(INDEXNOW).map(|path| [base_url, path].concat()).collect();
    replace(&folder.join("indexnow.json"), &serde_json::to_vec_pretty(&IndexNow { host, url_list })?)
}
