//! An index in memory, searched as a browser would: each file that the reader asks for is inflated and handed in.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io::Read;
use std::sync::Arc;

use investchn_search::writer::{IndexFile, write_index};
use investchn_search::{
    HitOrder, IndexManifest, PackedArticle, SearchFilter, SearchHit, SearchOptions, SearchQuery, SearchRun, SearchStep,
};

/// The files of an index by path.
pub(crate) struct MemoryIndex {
    pub(crate) manifest: Arc<IndexManifest>,
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl MemoryIndex {
    /// Writes the index of articles in ascending order of time.
    pub(crate) fn new(articles: &[PackedArticle]) -> Self {
        let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
        let mut files = BTreeMap::new();
        let sink = |file: IndexFile| -> Result<(), Infallible> {
            files.insert(file.path, file.bytes);
            Ok(())
        };
        let manifest = write_index(MANIFEST, &ids, |at| Ok(articles[at].clone()), sink).unwrap();
        MemoryIndex { manifest: Arc::new(manifest), files }
    }

    /// Returns the inflated bytes of a file.
    pub(crate) fn inflated(&self, path: &str) -> Vec<u8> {
        inflate(&self.files[path])
    }

    /// Searches to the end and returns all hits, newest first.
    pub(crate) fn search(&self, typed: &str, filter: &SearchFilter) -> Vec<SearchHit> {
        self.search_to_end(self.run(typed, filter))
    }

    /// Goes on to the end and returns all hits.
    pub(crate) fn search_to_end(&self, mut run: SearchRun) -> Vec<SearchHit> {
        loop {
            match run.step() {
                SearchStep::Need(paths) => {
                    assert!(!paths.is_empty());
                    paths.iter().for_each(|path| run.supply(path, &self.inflated(path)).unwrap());
                }
                SearchStep::Page => run.next_page(),
                SearchStep::Done => break,
            }
        }
        let hits = run.take_hits();
        let count = run.count();
        assert!(count.is_complete && count.confirmed == hits.len() && count.probable == 0);
        hits
    }

    pub(crate) fn run(&self, typed: &str, filter: &SearchFilter) -> SearchRun {
        self.run_in_order(typed, filter, HitOrder::Newest, 3)
    }

    pub(crate) fn run_in_order(&self, typed: &str, filter: &SearchFilter, order: HitOrder, page: usize) -> SearchRun {
        let query = SearchQuery::parse(typed);
        SearchRun::new(Arc::clone(&self.manifest), query, filter.clone(), SearchOptions { page, order })
    }
}

/// The path of the manifest.
pub(crate) const MANIFEST: &str = "articles.bin";

/// Inflates what begins as gzip does.
pub(crate) fn inflate(bytes: &[u8]) -> Vec<u8> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return bytes.to_vec();
    }
    let mut inflated = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut inflated).unwrap();
    inflated
}

/// Makes an article of the year 2026 or before.
pub(crate) fn article(number: usize, title: &str, body: &str) -> PackedArticle {
    PackedArticle {
        id: format!("a{number}"),
        title: title.to_owned(),
        date: 20_200_101 + u32::try_from(number / 8 % 7).unwrap() * 10_000,
        zone: ["huaian", "suzhou", "wuxi"][number % 3].to_owned(),
        zone_name: ["淮安高新区", "苏州园区", "无锡高新区"][number % 3].to_owned(),
        regions: vec!["jiangsu".to_owned(), ["huaian", "suzhou", "wuxi"][number % 3].to_owned()],
        kind: ["news", "policy"][number % 2].to_owned(),
        body: body.to_owned(),
        extra: vec![["HAGXQ", "SuZhouYuanQu", "WXGXQ"][number % 3].to_owned()],
    }
}
