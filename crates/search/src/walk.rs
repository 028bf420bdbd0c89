//! Goes through the segments of an index for one query: reads lists, compares texts, collects hits.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::candidates::{RequiredTerm, SegmentVisit};
use crate::error::FormatError;
use crate::hits::{HitCount, SearchHit, SearchStep};
use crate::manifest::IndexManifest;
use crate::matching::{MatchScope, SearchFilter};
use crate::pack::TextPack;
use crate::query::SearchQuery;
use crate::shard::PostingShard;
use crate::terms::{phrase_terms, title_terms};
use crate::verify;

/// A query that has found nothing yet reads this many times the articles that it has been through at once, so that a rare word costs
/// few round trips and a common one no needless file.
const GROWTH: u64 = 64;
/// After so many requests without a full page, more is requested at once: a round trip costs a reader more than a few files.
const PATIENCE: usize = 5;
/// The articles that are read at first: the newest segments are short, so they are read together.
const FIRST: u64 = 300;
/// The most segments that are read at the same time.
const MOST_VISITS: usize = 32;

/// One query on its way through the segments.
#[derive(Debug)]
pub(crate) struct SegmentWalk {
    manifest: Arc<IndexManifest>,
    query: SearchQuery,
    filter: SearchFilter,
    scope: MatchScope,
    terms: Vec<RequiredTerm>,
    /// The segments that are being read, newest first. Only the first one's candidates are compared.
    visits: VecDeque<SegmentVisit>,
    next_segment: usize,
    /// The packs of the first visit that were asked for last.
    packs: Vec<u32>,
    /// The number of requests so far.
    requests: usize,
    /// The number of articles of the segments that have been searched to their end.
    searched: u64,
    /// The number of hits at which the page is full.
    limit: usize,
    found: usize,
    hits: Vec<SearchHit>,
}

impl SegmentWalk {
    /// Begins to search. A query without a part that articles must have lists all that pass the filter.
    pub(crate) fn new(
        manifest: Arc<IndexManifest>,
        query: SearchQuery,
        filter: SearchFilter,
        scope: MatchScope,
    ) -> Self {
        let wanted = query.parts.iter().filter(|part| !part.is_excluded).map(|part| part.letters.as_slice());
        let of_titles = |letters: &[char]| if scope == MatchScope::Titles { title_terms(letters) } else { Vec::new() };
        let mut terms = filter.terms();
        for term in wanted.flat_map(|letters| of_titles(letters).into_iter().chain(phrase_terms(letters))) {
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        SegmentWalk {
            manifest,
            query,
            filter,
            scope,
            terms: terms.into_iter().map(RequiredTerm::new).collect(),
            visits: VecDeque::new(),
            next_segment: 0,
            packs: Vec::new(),
            requests: 0,
            searched: 0,
            limit: 0,
            found: 0,
            hits: Vec::new(),
        }
    }

    /// Goes on as far as the files at hand allow, until `limit` hits have been found in all.
    pub(crate) fn step(&mut self, limit: usize) -> SearchStep {
        self.limit = limit;
        loop {
            if self.found >= self.limit {
                return SearchStep::Page;
            }
            let haste = 1 + self.requests / PATIENCE;
            self.open_visits(haste);
            let Some(visit) = self.visits.front_mut() else { return SearchStep::Done };
            let entry = &self.manifest.segments[visit.segment];
            self.packs = verify::missing_packs(visit, entry, self.limit - self.found, haste);
            if visit.is_settled && self.packs.is_empty() {
                self.compare();
                continue;
            }
            let mut files: Vec<String> = Vec::new();
            let packs = self.packs.iter().map(|pack| entry.pack_path(*pack));
            for file in self.awaited_files().into_iter().chain(packs) {
                if !files.contains(&file) {
                    files.push(file);
                }
            }
            self.requests += 1;
            return SearchStep::Need(files);
        }
    }

    /// Takes in a file that [`SearchStep::Need`] named, inflated if its bytes begin with 1f 8b. Others are ignored.
    ///
    /// # Errors
    /// If the file is broken or of another version. It is then still needed, so that the caller may fetch it anew.
    pub(crate) fn supply(&mut self, path: &str, bytes: &[u8]) -> Result<(), FormatError> {
        for (at, visit) in self.visits.iter_mut().enumerate() {
            let entry = &self.manifest.segments[visit.segment];
            let in_shard = |at: &usize| entry.shard_path(self.terms[*at].shard(entry.shards)) == path;
            let awaited: Vec<usize> = visit.awaited.iter().copied().filter(in_shard).collect();
            if !awaited.is_empty() {
                let shard = PostingShard::open(bytes)?;
                if shard.articles() != entry.articles {
                    return Err(FormatError::Broken);
                }
                let terms = awaited.iter().map(|at| self.terms[*at].term);
                let keys: Vec<(u32, u16)> = terms.map(|it| (it.term.place(entry.shards).1, it.followers)).collect();
                for (at, list) in awaited.into_iter().zip(shard.find(&keys)?) {
                    self.terms[at].matches += list.len() as u64;
                    self.terms[at].articles += u64::from(entry.articles);
                    visit.narrow(at, list);
                }
            } else if at == 0
                && let Some(pack) = self.packs.iter().copied().find(|pack| entry.pack_path(*pack) == path)
            {
                let articles = TextPack::decode(bytes)?.articles;
                if articles.len() != entry.articles_of_pack(pack) as usize {
                    return Err(FormatError::Broken);
                }
                visit.packs.push((pack, articles));
            }
        }
        Ok(())
    }

    /// Returns the hits since the last call, newest first.
    pub(crate) fn take_hits(&mut self) -> Vec<SearchHit> {
        std::mem::take(&mut self.hits)
    }

    /// Returns how many articles match as far as is known.
    pub(crate) fn count(&self) -> HitCount {
        let settled = self.visits.iter().filter(|visit| visit.is_settled);
        HitCount {
            confirmed: self.found,
            probable: settled.filter_map(|visit| visit.candidates.as_ref()).map(Vec::len).sum(),
            is_complete: self.visits.is_empty() && self.next_segment >= self.manifest.segments.len(),
        }
    }

    /// Begins to read segments until they have as many articles as probably fill the page, at least one.
    fn open_visits(&mut self, haste: usize) {
        let missing = (self.limit - self.found) as u64;
        let wanted = if self.found == 0 {
            (self.searched * GROWTH).max(FIRST)
        } else {
            self.searched * missing / self.found as u64
        };
        let mut opened: u64 = self.visits.iter().map(|it| u64::from(self.manifest.segments[it.segment].articles)).sum();
        while self.visits.is_empty()
            || ((opened < wanted || self.visits.len() < haste) && self.visits.len() < MOST_VISITS)
        {
            let Some(entry) = self.manifest.segments.get(self.next_segment) else { break };
            if self.filter.allows_dates(entry.oldest, entry.newest) {
                opened += u64::from(entry.articles);
                self.visits.push_back(SegmentVisit::new(self.next_segment, self.terms.len()));
            }
            self.next_segment += 1;
        }
        for visit in &mut self.visits {
            visit.choose(&self.terms, self.manifest.segments[visit.segment].articles, haste);
        }
    }

    /// Returns the shards that all visits await.
    fn awaited_files(&self) -> Vec<String> {
        let visits = self.visits.iter().map(|visit| (visit, &self.manifest.segments[visit.segment]));
        let paths = visits.flat_map(|(visit, entry)| {
            visit.awaited.iter().map(|at| entry.shard_path(self.terms[*at].shard(entry.shards)))
        });
        paths.collect()
    }

    /// Compares the candidates of the first visit whose packs are at hand.
    fn compare(&mut self) {
        let Some(visit) = self.visits.front_mut() else { return };
        let entry = &self.manifest.segments[visit.segment];
        let most = self.limit - self.found;
        let hits = verify::compare(visit, entry, &self.query, &self.filter, self.scope, most);
        self.found += hits.len();
        self.hits.extend(hits);
        if visit.candidates.as_ref().is_none_or(Vec::is_empty) {
            self.visits.pop_front();
            self.searched += u64::from(entry.articles);
        }
    }
}
