//! The search in the browser: the reader of the index, as a script calls it. `web/src/search/engine.js` fetches the files.
//!
//! Invariant: decides nothing and compares no text; what it returns is what `investchn-search` found.

mod json;
mod matcher;
mod missing;

use std::sync::Arc;

use investchn_search::{
    FormatError, HitOrder, IndexManifest, SearchFilter, SearchOptions, SearchQuery, SearchRun, SearchStep,
};
use wasm_bindgen::prelude::*;

use json::JsonWriter;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The search for one query in one index.
#[wasm_bindgen]
pub struct Search {
    query: SearchQuery,
    run: SearchRun,
    error: u8,
}

#[wasm_bindgen]
impl Search {
    /// Begins to search. Empty ids and a year of 0 set no limit. If the manifest cannot be read, [`Search::error`] says so and nothing
    /// is found.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::too_many_arguments, reason = "an object would be read field by field, which is more code")]
    pub fn new(
        manifest: &[u8],
        typed: &str,
        zone: &str,
        region: &str,
        kind: &str,
        year: u32,
        titles_first: bool,
        page: usize,
    ) -> Search {
        let manifest = IndexManifest::decode(manifest);
        let error = code(manifest.as_ref().err());
        let filter = filter(zone, region, kind, year);
        let query = SearchQuery::parse(typed);
        let order = if titles_first { HitOrder::TitlesFirst } else { HitOrder::Newest };
        let options = SearchOptions { page, order };
        let run = SearchRun::new(Arc::new(manifest.unwrap_or_default()), query.clone(), filter, options);
        Search { query, run, error }
    }

    /// Returns 0, or the manifest's error as [`Search::supply`] returns it.
    #[wasm_bindgen(getter)]
    pub fn error(&self) -> u8 {
        self.error
    }

    /// Goes on as far as the files at hand allow. Returns the paths of the files that it needs, one a line; nothing if a page is
    /// full or everything has been searched.
    pub fn step(&mut self) -> String {
        match self.run.step() {
            SearchStep::Need(files) => files.join("\n"),
            SearchStep::Page | SearchStep::Done => String::new(),
        }
    }

    /// Takes in an inflated file that [`Search::step`] named. Returns 0; or 1 if the file is of another version, 2 if it is no file
    /// of an index, 3 if it is broken. It is then still needed.
    pub fn supply(&mut self, path: &str, bytes: &[u8]) -> u8 {
        code(self.run.supply(path, bytes).as_ref().err())
    }

    /// Lets the next [`Search::step`] look for another page.
    #[wasm_bindgen(js_name = nextPage)]
    pub fn next_page(&mut self) {
        self.run.next_page();
    }

    /// Returns the hits since the last call as JSON.
    #[wasm_bindgen(js_name = takeHits)]
    pub fn take_hits(&mut self) -> String {
        let mut json = JsonWriter::default();
        json.hits(&self.run.take_hits());
        json.text
    }

    /// Returns the number of hits so far.
    #[wasm_bindgen(getter)]
    pub fn count(&self) -> usize {
        self.run.count().confirmed
    }

    /// Returns true if everything has been searched.
    #[wasm_bindgen(getter, js_name = isComplete)]
    pub fn is_complete(&self) -> bool {
        self.run.count().is_complete
    }

    /// Returns true if the query names nothing that an article must have.
    #[wasm_bindgen(getter, js_name = isEmpty)]
    pub fn is_empty(&self) -> bool {
        self.query.is_empty()
    }

    /// Returns as JSON the parts of the query that no article has, and last the query without them. Known when everything has been
    /// searched and nothing was found.
    pub fn missing(&self) -> String {
        let mut json = JsonWriter::default();
        json.texts(&missing::missing(&self.query, self.run.missing_parts()));
        json.text
    }
}

/// Returns the filter of ids, which are empty if they set no limit, and of a year or 0.
fn filter(zone: &str, region: &str, kind: &str, year: u32) -> SearchFilter {
    let id = |id: &str| Some(id).filter(|id| !id.is_empty()).map(str::to_owned);
    SearchFilter { zone: id(zone), region: id(region), kind: id(kind), year: Some(year).filter(|year| *year > 0) }
}

fn code(error: Option<&FormatError>) -> u8 {
    match error {
        None => 0,
        Some(FormatError::Version { .. }) => 1,
        Some(FormatError::Foreign) => 2,
        Some(FormatError::Broken) => 3,
    }
}
