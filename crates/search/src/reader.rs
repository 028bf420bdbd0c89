//! The reader: a state machine that says which files it needs, and yields confirmed hits. It fetches nothing, so the browser and native tests run the same code.

use std::sync::Arc;

use crate::error::FormatError;
use crate::hits::{HitCount, HitOrder, SearchHit, SearchOptions, SearchStep};
use crate::manifest::IndexManifest;
use crate::matching::{MatchScope, SearchFilter};
use crate::missing::MissingParts;
use crate::query::SearchQuery;
use crate::walk::SegmentWalk;

/// The search for one query.
#[derive(Debug)]
pub struct SearchRun {
    manifest: Arc<IndexManifest>,
    query: SearchQuery,
    filter: SearchFilter,
    /// One walk for each part of the order.
    walks: Vec<SegmentWalk>,
    /// The walk that goes on.
    current: usize,
    page: usize,
    /// The number of hits at which the page is full.
    limit: usize,
    missing: MissingParts,
}

impl SearchRun {
    /// Begins to search. A query without a part that articles must have lists all that pass the filter.
    pub fn new(manifest: Arc<IndexManifest>, query: SearchQuery, filter: SearchFilter, options: SearchOptions) -> Self {
        let scopes: &[MatchScope] = match options.order {
            HitOrder::Newest => &[MatchScope::Anywhere],
            HitOrder::TitlesFirst => &[MatchScope::Titles, MatchScope::BeyondTitles],
        };
        let walk = |scope: &MatchScope| SegmentWalk::new(Arc::clone(&manifest), query.clone(), filter.clone(), *scope);
        let walks = scopes.iter().map(walk).collect();
        let page = options.page.max(1);
        SearchRun { manifest, query, filter, walks, current: 0, page, limit: page, missing: MissingParts::default() }
    }

    /// Goes on as far as the files at hand allow.
    pub fn step(&mut self) -> SearchStep {
        loop {
            let (before, rest) = self.walks.split_at_mut(self.current);
            let before: usize = before.iter().map(|walk| walk.count().confirmed).sum();
            let Some(walk) = rest.first_mut() else { return SearchStep::Done };
            match walk.step(self.limit.saturating_sub(before)) {
                SearchStep::Done if rest.len() > 1 => self.current += 1,
                SearchStep::Done if self.count().confirmed == 0 => {
                    return self.missing.step(&self.manifest, &self.query, &self.filter);
                }
                step => return step,
            }
        }
    }

    /// Takes in a file that [`SearchStep::Need`] named, inflated if its bytes begin with 1f 8b. Others are ignored.
    ///
    /// # Errors
    /// If the file is broken or of another version. It is then still needed, so that the caller may fetch it anew.
    pub fn supply(&mut self, path: &str, bytes: &[u8]) -> Result<(), FormatError> {
        self.walks.iter_mut().try_for_each(|walk| walk.supply(path, bytes))?;
        self.missing.supply(path, bytes)
    }

    /// Lets the next [`SearchRun::step`] look for another page.
    pub fn next_page(&mut self) {
        self.limit = self.count().confirmed + self.page;
    }

    /// Returns the hits since the last call.
    pub fn take_hits(&mut self) -> Vec<SearchHit> {
        self.walks.iter_mut().flat_map(SegmentWalk::take_hits).collect()
    }

    /// Returns how many articles match as far as is known.
    pub fn count(&self) -> HitCount {
        let counts = self.walks.iter().map(SegmentWalk::count);
        counts.fold(HitCount { confirmed: 0, probable: 0, is_complete: true }, |sum, count| HitCount {
            confirmed: sum.confirmed + count.confirmed,
            probable: sum.probable + count.probable,
            is_complete: sum.is_complete && count.is_complete,
        })
    }

    /// Returns the places in the query of the parts that no article has by itself. Known when a query of several parts is done and
    /// has found nothing; if it is then empty, no article has all parts together.
    pub fn missing_parts(&self) -> &[usize] {
        self.missing.parts()
    }
}
