//! The search in the browser: the reader of the index, as a script calls it. `web/src/search/engine.js` fetches the files.
//!
//! Invariant: decides nothing and compares no text; what it returns is what `investchn-search` found.

mod json;
mod rest;

use std::sync::Arc;

use investchn_search::{
    FormatError, IndexManifest, SearchFilter, SearchOptions, SearchQuery, SearchRun, SearchStep,
};
use wasm_bindgen::prelude::*;

use json::JsonWriter;

/// The search for one query in one index.
#[wasm_bindgen]
pub struct Search {
    query: SearchQuery,
    run: SearchRun,
}

#[wasm_bindgen]
impl Search {
    /// Begins to search. Empty ids and a year of 0 set no limit.
    ///
    /// # Errors
    /// If the manifest cannot be read: a number as [`Search::supply`] throws it.
    #[wasm_bindgen(constructor)]
    pub fn new(
        manifest: &[u8],
        typed: &str,
        zone: &str,
        region: &str,
        kind: &str,
        year: u32,
        page: usize,
    ) -> Result<Search, JsValue> {
        let manifest = Arc::new(IndexManifest::decode(manifest).map_err(thrown)?);
        let id = |id: &str| Some(id).filter(|id| !id.is_empty()).map(str::to_owned);
        let filter =
            SearchFilter { zone: id(zone), region: id(region), kind: id(kind), year: Some(year).filter(|year| *year > 0) };
        let query = SearchQuery::parse(typed);
        let run = SearchRun::new(manifest, query.clone(), filter, SearchOptions { page });
        Ok(Search { query, run })
    }

    /// Goes on as far as the files at hand allow. Returns the paths of the files that it needs, one a line; nothing if a page is
    /// full or everything has been searched.
    pub fn step(&mut self) -> String {
        match self.run.step() {
            SearchStep::Need(files) => files.join("\n"),
            SearchStep::Page | SearchStep::Done => String::new(),
        }
    }

    /// Takes in an inflated file that [`Search::step`] named.
    ///
    /// # Errors
    /// If the file is of another version (1), no file of an index (2) or broken (3). It is then still needed.
    pub fn supply(&mut self, path: &str, bytes: &[u8]) -> Result<(), JsValue> {
        self.run.supply(path, bytes).map_err(thrown)
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

    /// Returns as JSON the parts of the query that no article has, and then the query without them. Known when everything has been
    /// searched and nothing was found.
    pub fn missing(&self) -> String {
        let mut json = JsonWriter::default();
        json.texts(&rest::missing(&self.query, self.run.missing_parts()));
        json.text
    }
}

fn thrown(error: FormatError) -> JsValue {
    JsValue::from(match error {
        FormatError::Version { .. } => 1,
        FormatError::Foreign => 2,
        FormatError::Broken => 3,
    })
}
