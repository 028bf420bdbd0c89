//! Compares articles that the browser has stored with a query, without an index.

use investchn_search::{PackedArticle, SearchFilter, SearchQuery, match_article};
use wasm_bindgen::prelude::*;

use crate::json::JsonWriter;

/// A query to be compared with articles.
#[wasm_bindgen]
pub struct ArticleMatcher {
    query: SearchQuery,
    filter: SearchFilter,
}

#[wasm_bindgen]
impl ArticleMatcher {
    /// Parses a query. Empty ids and a year of 0 set no limit.
    #[wasm_bindgen(constructor)]
    pub fn new(typed: &str, zone: &str, region: &str, kind: &str, year: u32) -> ArticleMatcher {
        ArticleMatcher { query: SearchQuery::parse(typed), filter: crate::filter(zone, region, kind, year) }
    }

    /// Compares an article. `regions` has an id in each line, `extra` further names by which it is found. Returns JSON: a list with the
    /// hit, or an empty one.
    #[wasm_bindgen(js_name = compare)]
    #[allow(clippy::too_many_arguments, reason = "an object would be read field by field, which is more code")]
    pub fn compare(
        &self,
        id: &str,
        title: &str,
        date: u32,
        zone: &str,
        zone_name: &str,
        regions: &str,
        kind: &str,
        body: &str,
        extra: &str,
    ) -> String {
        let lines = |text: &str| text.split('\n').map(str::to_owned).collect();
        let article = PackedArticle {
            id: id.to_owned(),
            title: title.to_owned(),
            date,
            zone: zone.to_owned(),
            zone_name: zone_name.to_owned(),
            regions: lines(regions),
            kind: kind.to_owned(),
            body: body.to_owned(),
            extra: lines(extra),
        };
        let mut json = JsonWriter::default();
        json.hits(match_article(&article, &self.query, &self.filter).as_slice());
        json.text
    }
}
