//! A page to learn from, and what is learned of a part.

use investchn_page::page::Page;

/// A page that the learner compares with the others.
#[derive(Debug)]
pub struct SamplePage {
    /// Its HTML.
    pub html: String,
    /// Its parts, as they were found without selectors.
    pub page: Page,
    /// Its address below the site, if it is known.
    pub address: Option<String>,
}

/// The selector of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearnedPart {
    /// The selector.
    pub selector: String,
    /// The number of pages on which it leads to what was found.
    pub agreeing: usize,
    /// The number of pages on which the part was found.
    pub found: usize,
}
