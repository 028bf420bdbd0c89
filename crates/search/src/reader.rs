//! The reader: a state machine that says which files it needs, and yields confirmed hits, newest first. It fetches nothing, so the
//! browser and native tests run the same code.

use std::sync::Arc;

use crate::error::FormatError;
use crate::hits::{HitCount, SearchHit, SearchOptions, SearchStep};
use crate::manifest::IndexManifest;
use crate::matching::SearchFilter;
use crate::missing::MissingParts;
use crate::query::SearchQuery;
use crate::walk::SegmentWalk;

/// The search for one query.
#[derive(Debug)]
pub struct SearchRun {
    manifest: Arc<IndexManifest>,
    query: SearchQuery,
    filter: SearchFilter,
    walk: SegmentWalk,
    missing: MissingParts,
}

impl SearchRun {
    /// Begins to search. A query without a part that articles must have lists all that pass the filter.
    pub fn new(manifest: Arc<IndexManifest>, query: SearchQuery, filter: SearchFilter, options: SearchOptions) -> Self {
        let walk = SegmentWalk::new(Arc::clone(&manifest), query.clone(), filter.clone(), options);
        SearchRun { manifest, query, filter, walk, missing: MissingParts::default() }
    }

    /// Goes on as far as the files at hand allow.
    pub fn step(&mut self) -> SearchStep {
        match self.walk.step() {
            SearchStep::Done if self.walk.count().confirmed == 0 => {
                self.missing.step(&self.manifest, &self.query, &self.filter)
            }
            step => step,
        }
    }

    /// Takes in a file that [`SearchStep::Need`] named, inflated if its bytes begin with 1f 8b. Others are ignored.
    ///
    /// # Errors
    /// If the file is broken or of another version. It is then still needed, so that the caller may fetch it anew.
    pub fn supply(&mut self, path: &str, bytes: &[u8]) -> Result<(), FormatError> {
        self.walk.supply(path, bytes)?;
        self.missing.supply(path, bytes)
    }

    /// Lets the next [`SearchRun::step`] look for another page.
    pub fn next_page(&mut self) {
        self.walk.next_page();
    }

    /// Returns the hits since the last call, newest first.
    pub fn take_hits(&mut self) -> Vec<SearchHit> {
        self.walk.take_hits()
    }

    /// Returns how many articles match as far as is known.
    pub fn count(&self) -> HitCount {
        self.walk.count()
    }

    /// Returns the places in the query of the parts that no article has by itself. Known when a query of several parts is done and
    /// has found nothing; if it is then empty, no article has all parts together.
    pub fn missing_parts(&self) -> &[usize] {
        self.missing.parts()
    }
}
