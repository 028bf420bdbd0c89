//! The heads of articles from build to build: all that is known of an article but its body, so that only what was touched is
//! read again. It owns their form in the cache, one file a folder.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::article::ArticleSource;
use super::names::Names;
use crate::cache::Cache;
use crate::digest::Digest;
use crate::error::BuildError;
use crate::pictures::Shown;
use crate::problem::Problem;
use crate::stat::Stat;

/// What is known of an article.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Head {
    /// As its file stood when it was read; none while it was still too young to tell.
    pub(super) stat: Option<Stat>,
    /// The digest of its file.
    pub(super) bytes: Digest,
    pub(super) article: ArticleSource,
    /// What is wrong with it by itself.
    pub(super) problems: Vec<Problem>,
    /// The pictures that it shows.
    pub(super) pictures: Vec<Shown>,
    /// Whether the cache does not have it like this yet.
    #[serde(skip)]
    pub(super) is_new: bool,
}

/// A folder's heads as they are kept.
#[derive(Serialize, Deserialize)]
struct Shelf<H> {
    /// A digest of the register's names, by which articles are read.
    names: Digest,
    heads: Vec<H>,
}

/// The heads of all folders.
pub(super) struct Heads {
    cache: Option<Arc<Cache>>,
    names: Digest,
}

impl Heads {
    /// The heads in a cache; none where there is none.
    pub(super) fn new(cache: Option<Arc<Cache>>, names: &Names) -> Result<Self, BuildError> {
        Ok(Heads { cache, names: Digest::of_json(names)? })
    }

    /// What is known of the articles of a folder, by their files.
    pub(super) fn of(&self, folder: &Path) -> FxHashMap<OsString, Head> {
        let text = self.cache.as_ref().and_then(|cache| cache.read(&name(folder)));
        let shelf = text.and_then(|text| serde_json::from_slice::<Shelf<Head>>(&text).ok());
        let heads = shelf.filter(|shelf| shelf.names == self.names).map(|shelf| shelf.heads).unwrap_or_default();
        heads.into_iter().map(|head| (head.article.file.clone().into_os_string(), head)).collect()
    }

    /// Keeps what is known of a folder's articles, but of none that has errors: it is read again until it is mended.
    pub(super) fn keep(&self, folder: &Path, heads: &[Head]) -> Result<(), BuildError> {
        let Some(cache) = &self.cache else { return Ok(()) };
        let heads = heads.iter().filter(|head| !head.problems.iter().any(Problem::is_error)).collect();
        cache.write(&name(folder), &serde_json::to_vec(&Shelf::<&Head> { names: self.names, heads })?)?;
        Ok(())
    }
}

fn name(folder: &Path) -> String {
    format!("{}.heads", Digest::of(folder.as_os_str().as_encoded_bytes()))
}
