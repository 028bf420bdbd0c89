//! An index in a folder, searched as a browser would: it counts what a reader downloads.

use investchn_tooling::told;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use investchn_search::{IndexManifest, SearchFilter, SearchOptions, SearchQuery, SearchRun, SearchStep};

/// The manifest of the articles.
pub(crate) const MANIFEST: &str = "articles.bin";

/// The cost of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cost {
    /// The bytes that a reader downloads, without code.
    pub(crate) bytes: u64,
    /// The number of downloads that wait for one another.
    pub(crate) rounds: usize,
    /// The time of this process for all steps, inflating included and reading from the disk not.
    pub(crate) time: Duration,
    /// The longest time without a pause, which a browser could use to paint.
    pub(crate) longest: Duration,
    /// The ids of the hits.
    pub(crate) found: Vec<String>,
}

/// An index whose files stay in memory once they were read.
pub(crate) struct IndexFolder {
    folder: PathBuf,
    manifest: Arc<IndexManifest>,
    manifest_bytes: u64,
    files: HashMap<String, Vec<u8>>,
}

impl IndexFolder {
    /// Opens an index.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        let bytes = read(folder, MANIFEST)?;
        let manifest = Arc::new(IndexManifest::decode(&bytes)?);
        Ok(IndexFolder {
            folder: folder.to_owned(),
            manifest,
            manifest_bytes: bytes.len() as u64,
            files: HashMap::new(),
        })
    }

    /// Searches the first page of a phrase. What is in `kept` is not downloaded, and what is downloaded is kept.
    pub(crate) fn first_page(&mut self, phrase: &str, kept: &mut HashSet<String>) -> Result<Cost> {
        self.search(phrase, Some(kept))
    }

    /// Searches a phrase to the end.
    pub(crate) fn all(&mut self, phrase: &str) -> Result<Cost> {
        self.search(phrase, None)
    }

    fn search(&mut self, phrase: &str, mut kept: Option<&mut HashSet<String>>) -> Result<Cost> {
        let query = SearchQuery::parse(&format!("\"{phrase}\""));
        let mut run =
            SearchRun::new(Arc::clone(&self.manifest), query, SearchFilter::default(), SearchOptions::default());
        let mut cost = Cost::default();
        if kept.as_mut().is_some_and(|kept| kept.insert(MANIFEST.to_owned())) {
            cost.bytes += self.manifest_bytes;
        }
        loop {
            let step = cost.timed(|| Ok(run.step()))?;
            match step {
                SearchStep::Need(paths) => {
                    cost.rounds += 1;
                    for path in paths {
                        if !self.files.contains_key(&path) {
                            self.files.insert(path.clone(), read(&self.folder, &path)?);
                        }
                        let bytes = &self.files[&path];
                        if kept.as_mut().is_none_or(|kept| kept.insert(path.clone())) {
                            cost.bytes += bytes.len() as u64;
                        }
                        cost.timed(|| Ok(run.supply(&path, &inflated(bytes)?)?))?;
                    }
                }
                SearchStep::Page if kept.is_none() => run.next_page(),
                SearchStep::Page | SearchStep::Done => break,
            }
        }
        cost.found = run.take_hits().into_iter().map(|hit| hit.id).collect();
        Ok(cost)
    }
}

impl Cost {
    fn timed<T>(&mut self, part: impl FnOnce() -> Result<T>) -> Result<T> {
        let start = Instant::now();
        let result = part();
        let time = start.elapsed();
        self.time += time;
        self.longest = self.longest.max(time);
        result
    }
}

fn read(folder: &Path, path: &str) -> Result<Vec<u8>> {
    let file = folder.join(path);
    fs::read(&file).with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", file.display()))
}

/// Inflates what begins as gzip does.
fn inflated(bytes: &[u8]) -> Result<Vec<u8>> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes.to_vec());
    }
    let mut inflated = Vec::new();
    flate2::read::GzDecoder::new(bytes)
        .read_to_end(&mut inflated)
        .with_context(|| told!(zh "无法解压数据包", en "a pack cannot be inflated"))?;
    Ok(inflated)
}

/// Returns the size of the largest file of a folder.
pub(crate) fn largest_file(folder: &Path) -> Result<u64> {
    let unreadable = || told!(zh "无法读取 {}", en "{} cannot be read", folder.display());
    let mut largest = 0;
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let meta = entry.metadata().with_context(unreadable)?;
        largest = largest.max(if meta.is_dir() { largest_file(&entry.path())? } else { meta.len() });
    }
    Ok(largest)
}
