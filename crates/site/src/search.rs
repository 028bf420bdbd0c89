//! The search indexes of articles and of zones. A segment of an index is kept if everything that it is made from is unchanged; its entry
//! is then that of the last manifest. The text of an article is taken when its page is made, so that no body is read twice, and the
//! texts of at most [`CHUNK`] articles are in memory at once.

use std::collections::BTreeSet;
use std::ops::Range;

use investchn_digest::Digest;
use investchn_model::published::{ARTICLE_SEARCH_MANIFEST, ZONE_SEARCH_MANIFEST};
use investchn_model::route::SEARCH_DATA_FOLDER;
use investchn_model::{Block, Level, Status};
use investchn_register_export::in_order;
use investchn_search::writer::{self, IndexFile, SegmentPlan};
use investchn_search::{IndexManifest, PackedArticle, SegmentEntry};
use investchn_sources::{ArticleSource, SourceTree, ZoneSource};
use rayon::prelude::*;

use crate::edition_folder::EditionFolder;
use crate::error::SiteError;
use crate::index::SiteIndex;

/// The number of articles that are handled on all cores at once: their pages are made before their texts are indexed.
const CHUNK: usize = 1024;

/// Takes the body of an article.
pub(crate) type OnBody<'a> = &'a mut (dyn FnMut(&[Block]) + Send);

/// The indexes of a site, as far as they are known before any page is made.
pub(crate) struct SearchIndex<'a> {
    tree: &'a SourceTree,
    index: &'a SiteIndex<'a>,
    output: EditionFolder<'a>,
    /// The segments of the articles, oldest first. Articles are numbered from the oldest.
    segments: Vec<PlannedSegment>,
}

/// A segment of an index.
struct PlannedSegment {
    plan: SegmentPlan,
    /// The digest of all that its files are made from.
    key: Digest,
    /// Its entry in the manifest of the last build, if its files were kept.
    kept: Option<SegmentEntry>,
}

impl<'a> SearchIndex<'a> {
    /// Plans the index of articles and keeps the files of its unchanged segments.
    pub(crate) fn new(
        tree: &'a SourceTree,
        index: &'a SiteIndex<'a>,
        output: EditionFolder<'a>,
    ) -> Result<Self, SiteError> {
        let ids: Vec<&str> = tree.items().rev().map(|item| item.id.as_str()).collect();
        let key = |articles: Range<usize>| {
            let regions = |article: &ArticleSource| {
                let zone = index.zone_of(article);
                (zone.province.code, zone.city.code)
            };
            let facts = |number: &usize| {
                let article = &tree.articles[ids.len() - 1 - number];
                (&article.item.id, article.digest, regions(article))
            };
            // A segment may have tens of thousands of articles, so their chunks are digested on all cores.
            let numbers: Vec<usize> = articles.collect();
            let chunks = numbers.par_chunks(CHUNK);
            let digest = |chunk: &[usize]| Digest::of_json(&chunk.iter().map(facts).collect::<Vec<_>>());
            Digest::of_json(&chunks.map(digest).collect::<serde_json::Result<Vec<_>>>()?)
        };
        let segments = planned(output, ARTICLE_SEARCH_MANIFEST, &ids, key)?;
        Ok(SearchIndex { tree, index, output, segments })
    }

    /// Makes every article by `make`, which hands out its body if it reads it, and writes the files of both indexes except their
    /// manifests, which it returns: they must not be written before all that they lead to.
    pub(crate) fn write(
        self,
        make: impl Fn(usize, OnBody<'_>) -> Result<(), SiteError> + Sync,
    ) -> Result<Vec<(String, Vec<u8>)>, SiteError> {
        let mut manifest = IndexManifest::default();
        for PlannedSegment { plan, key, kept } in &self.segments {
            let indices = plan.articles.clone().into_par_iter().map(|number| self.tree.articles.len() - 1 - number);
            let entry = match kept {
                Some(entry) => {
                    indices.try_for_each(|index| make(index, &mut |_| {}))?;
                    Some(entry.clone())
                }
                None => {
                    let numbers = plan.articles.clone().step_by(CHUNK);
                    let chunks = numbers.map(|first| first..plan.articles.end.min(first + CHUNK));
                    let articles = chunks.flat_map(|chunk| self.chunk(chunk, &make));
                    write_segment(self.output, articles, plan.is_open, *key)?
                }
            };
            manifest.segments.extend(entry);
        }
        manifest.segments.reverse();
        let zones = zones(self.tree, self.output)?;
        let files = [(ARTICLE_SEARCH_MANIFEST, manifest), (ZONE_SEARCH_MANIFEST, zones)];
        Ok(files.map(|(path, manifest)| (path.to_owned(), writer::manifest_file(path, &manifest).bytes)).into())
    }

    /// Makes a few articles on all cores and returns their indexed forms.
    fn chunk(
        &self,
        numbers: Range<usize>,
        make: &(impl Fn(usize, OnBody<'_>) -> Result<(), SiteError> + Sync),
    ) -> Vec<Result<PackedArticle, SiteError>> {
        let packed = |number: usize| {
            let index = self.tree.articles.len() - 1 - number;
            let source = &self.tree.articles[index];
            let zone = self.index.zone_of(source);
            let mut packed = None;
            make(index, &mut |body| packed = Some(investchn_indexing::article(source, body, zone)))?;
            match packed {
                Some(packed) => Ok(packed),
                // The page was kept.
                None => Ok(investchn_indexing::article(source, &self.tree.take_body(source)?, zone)),
            }
        };
        numbers.into_par_iter().map(packed).collect()
    }
}

/// Writes the index of zones, and returns its manifest.
fn zones(tree: &SourceTree, output: EditionFolder<'_>) -> Result<IndexManifest, SiteError> {
    let with_news: BTreeSet<_> = tree.items().map(|item| &item.zone.id).collect();
    // A reader meets the last first: zones that are listed, then national ones, then those with news, in the register's order.
    let mut zones: Vec<&ZoneSource> = in_order(tree);
    zones.reverse();
    zones.sort_by_key(|ZoneSource { zone, .. }| {
        (zone.status.value != Status::Exited, zone.level == Level::National, with_news.contains(&zone.id))
    });
    let ids: Vec<&str> = zones.iter().map(|source| source.zone.id.as_str()).collect();
    let key = |numbers: Range<usize>| {
        let zones = zones[numbers].iter().map(|source| (&source.zone, &source.pinyin));
        Digest::of_json(&zones.collect::<Vec<_>>())
    };
    let mut manifest = IndexManifest::default();
    for PlannedSegment { plan, key, kept } in planned(output, ZONE_SEARCH_MANIFEST, &ids, key)? {
        let articles = zones[plan.articles].iter().map(|source| Ok(investchn_indexing::zone(source)));
        let entry = match kept {
            Some(entry) => Some(entry),
            None => write_segment(output, articles, plan.is_open, key)?,
        };
        manifest.segments.extend(entry);
    }
    manifest.segments.reverse();
    Ok(manifest)
}

/// Plans the segments of an index, and keeps the files of those that did not change since the last build.
fn planned(
    output: EditionFolder<'_>,
    manifest: &str,
    ids: &[&str],
    key: impl Fn(Range<usize>) -> serde_json::Result<Digest>,
) -> Result<Vec<PlannedSegment>, SiteError> {
    let last = output.last(manifest).and_then(|bytes| IndexManifest::decode(&bytes).ok()).unwrap_or_default();
    let planned = |plan: SegmentPlan| {
        let key = Digest::of_json(&(plan.is_open, key(plan.articles.clone())?))?;
        let same_length = |entry: &&SegmentEntry| entry.articles as usize == plan.articles.len();
        let kept = last.segments.iter().filter(same_length).find(|entry| keep(output, entry, key)).cloned();
        Ok(PlannedSegment { plan, key, kept })
    };
    writer::plan(ids).into_iter().map(planned).collect()
}

/// Keeps the files of a segment if all of them were made from inputs with this digest.
fn keep(output: EditionFolder<'_>, entry: &SegmentEntry, key: Digest) -> bool {
    let shards = (0..entry.shards).map(|shard| entry.shard_path(shard));
    let paths: Vec<String> =
        shards.chain((0..entry.packs()).map(|pack| entry.pack_path(pack))).map(|path| published(&path)).collect();
    output.keep(&paths.iter().map(String::as_str).collect::<Vec<_>>(), key)
}

/// Writes the files of a segment and returns its entry in the manifest; none without an article.
fn write_segment(
    output: EditionFolder<'_>,
    articles: impl Iterator<Item = Result<PackedArticle, SiteError>>,
    is_open: bool,
    key: Digest,
) -> Result<Option<SegmentEntry>, SiteError> {
    let Some(written) = writer::write_segment(articles, is_open)? else { return Ok(None) };
    let put = |IndexFile { path, bytes }: IndexFile| output.put(&published(&path), &bytes, Some(key));
    written.files.into_par_iter().try_for_each(put)?;
    Ok(Some(written.entry))
}

/// Returns the path below the base of a file of an index.
fn published(path: &str) -> String {
    [SEARCH_DATA_FOLDER, path].concat()
}
