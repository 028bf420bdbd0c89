//! The options of a search, its steps and its hits.

use crate::excerpt::{Excerpt, MarkRange};

/// The limits of one search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchOptions {
    /// The number of hits of a page, at least one.
    pub page: usize,
    /// The order of the hits.
    pub order: HitOrder,
}

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HitOrder {
    /// The newest first.
    #[default]
    Newest,
    /// Articles with all parts of the query in their titles before the others, each the newest first.
    TitlesFirst,
}

impl Default for SearchOptions {
    fn default() -> Self {
        SearchOptions { page: 10, order: HitOrder::default() }
    }
}

/// The next step of the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchStep {
    /// Fetch these files, relative to the manifest, and give each to `SearchRun::supply`. All may be fetched at once. At least one.
    Need(Vec<String>),
    /// A page is full: show the hits. `SearchRun::next_page` goes on.
    Page,
    /// Everything has been searched.
    Done,
}

/// An article that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchHit {
    /// The article's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The matches in the title, as bytes.
    pub title_marks: Vec<MarkRange>,
    /// Its date, for example 20261127.
    pub date: u32,
    /// The id of its zone; empty for none.
    pub zone: String,
    /// The short name of its zone.
    pub zone_name: String,
    /// The ids of its regions.
    pub regions: Vec<String>,
    /// Its kind.
    pub kind: String,
    /// The extra term by which it was found, if a part of the query is neither in the title nor in the text: a name, not pinyin.
    pub found_by: String,
    /// The matches in that term, as bytes.
    pub found_by_marks: Vec<MarkRange>,
    /// The part of the text around the first match.
    pub excerpt: Excerpt,
}

/// The number of articles that match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HitCount {
    /// Hits so far, all confirmed.
    pub confirmed: usize,
    /// Further articles of the segments read so far that probably match; their texts have not been compared.
    pub probable: usize,
    /// True if all articles have been searched, so that `confirmed` is the whole number.
    pub is_complete: bool,
}
