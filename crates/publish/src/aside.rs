//! What lies beside the site and is never uploaded, in a folder of its own: the manifest of digests, and the body that tells
//! search engines what changed (IndexNow). What has to be uploaded and what speeds the next build up lie there too,
//! but are the business of `deploy` and `cache`.

use std::fs;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize, Serializer};

use crate::digest::Digest;
use crate::error::BuildError;
use crate::output::{Done, beside, replace};
use crate::stat::Stat;

/// Addresses in one IndexNow body, by the protocol.
const INDEXNOW: usize = 10_000;

/// What a build left: the digest of every file of a site, and what else tells whether it must be made again. The names are
/// borrowed from the file's text: there are hundreds of thousands of them.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Manifest<'a> {
    /// A digest of all that a file is made from beside its key: the publisher itself, the app's page, the portal's facts. While
    /// it is the same, a file whose key is the same is the same.
    pub(crate) stamp: Option<Digest>,
    /// By the path below the base.
    #[serde(borrow)]
    pub(crate) files: FxHashMap<&'a str, Left>,
}

/// A manifest as it is written, in the order of the names.
#[derive(Serialize)]
struct Writing<'a> {
    stamp: Option<Digest>,
    #[serde(serialize_with = "as_map")]
    files: &'a [(String, Left)],
}

fn as_map<S: Serializer>(files: &&[(String, Left)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(files.iter().map(|(name, left)| (name, left)))
}

/// A file as a build left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
pub(crate) struct Left {
    pub(crate) digest: Digest,
    /// A digest of what it was made from, where that is told without making it.
    pub(crate) key: Option<Digest>,
    pub(crate) stat: Stat,
}

/// A file in the manifest: digest, key, length and time. Without names, which would be most of it.
type Row = (Digest, Option<Digest>, u64, u64);

impl From<Row> for Left {
    fn from((digest, key, length, modified): Row) -> Self {
        Left { digest, key, stat: Stat { length, modified } }
    }
}

impl From<Left> for Row {
    fn from(Left { digest, key, stat: Stat { length, modified } }: Left) -> Self {
        (digest, key, length, modified)
    }
}

impl Left {
    /// Whether nobody has touched the file since.
    pub(crate) fn is_as_left(self, path: &Path) -> bool {
        Stat::of(path).is_ok_and(|stat| stat == self.stat)
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

/// The manifest of the last build, if it came to its end, as text.
pub(crate) fn read(folder: &Path) -> String {
    fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default()
}

/// Takes the manifest away, before the output is touched: were this build stopped, nobody could tell what stands there. Says
/// whether it is gone; what cannot be taken away is not to be trusted.
pub(crate) fn take(folder: &Path) -> bool {
    fs::remove_file(folder.join(MANIFEST)).is_ok()
}

impl<'a> Manifest<'a> {
    /// The manifest in a text; one of no files where there is none, or none that this program wrote.
    pub(crate) fn parse(text: &'a str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}

/// Writes what belongs to a build that was just written.
pub(crate) fn write(folder: &Path, base_url: &str, stamp: Option<Digest>, done: &Done) -> Result<(), BuildError> {
    replace(&folder.join(MANIFEST), &serde_json::to_vec(&Writing { stamp, files: &done.files })?)?;
    let host = base_url.split('/').nth(2).unwrap_or_default();
    let pages = done.changed.iter().chain(&done.removed).filter_map(|name| name.strip_suffix("index.html"));
    let url_list = pages.take(INDEXNOW).map(|path| [base_url, path].concat()).collect();
    replace(&folder.join("indexnow.json"), &serde_json::to_vec_pretty(&IndexNow { host, url_list })?)?;
    Ok(())
}
