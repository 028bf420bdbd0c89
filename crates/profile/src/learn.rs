//! Learns where the pages of a site have the parts of an article. Each page is read without selectors first; the element
//! that holds what was found there gets a vote for each selector that leads to it alone. The selector with most votes wins,
//! so a page that was read wrongly is outvoted. Lines that most pages have are furniture, and never count as found.

mod elements;
mod parts;
mod repeated;
mod votes;

use elements::PageElements;
pub use parts::{LearnedPart, SamplePage};
use repeated::RepeatedTexts;
use votes::PartVotes;

/// The selectors that many pages of a site agree on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LearnedProfile {
    /// The number of pages that were compared.
    pub pages: usize,
    /// The title.
    pub title: Option<LearnedPart>,
    /// The date of publication.
    pub date: Option<LearnedPart>,
    /// The source.
    pub source: Option<LearnedPart>,
    /// The body.
    pub body: Option<LearnedPart>,
    /// The article before it.
    pub previous: Option<LearnedPart>,
    /// The article after it.
    pub next: Option<LearnedPart>,
    /// Elements in the body that most pages have with the same text.
    pub dropped: Vec<String>,
    /// The folders of the pages, each with its number of pages, the largest first.
    pub folders: Vec<(String, usize)>,
}

/// Compares pages of one site.
pub fn learn(samples: &[SamplePage]) -> LearnedProfile {
    let pages: Vec<PageElements> = samples.iter().map(|sample| PageElements::read(&sample.html)).collect();
    let repeated = RepeatedTexts::among(samples);
    let mut votes = PartVotes::default();
    for (sample, page) in samples.iter().zip(&pages) {
        votes.add(&sample.page, page, &repeated);
    }
    let body = votes.body.winner();
    let dropped = body.as_ref().map(|body| repeated::dropped(&body.selector, &pages)).unwrap_or_default();
    LearnedProfile {
        pages: samples.len(),
        title: votes.title.winner(),
        date: votes.date.winner(),
        source: votes.source.winner(),
        body,
        previous: votes.previous.winner(),
        next: votes.next.winner(),
        dropped,
        folders: folders(samples),
    }
}

/// Counts the pages of each first folder.
fn folders(samples: &[SamplePage]) -> Vec<(String, usize)> {
    let mut folders = std::collections::BTreeMap::<&str, usize>::new();
    for address in samples.iter().filter_map(|sample| sample.address.as_deref()) {
        if let Some((folder, _)) = address.trim_start_matches('/').split_once('/') {
            *folders.entry(folder).or_default() += 1;
        }
    }
    let mut folders: Vec<(String, usize)> =
        folders.into_iter().map(|(folder, pages)| (folder.to_owned(), pages)).collect();
    folders.sort_by_key(|(_, pages)| std::cmp::Reverse(*pages));
    folders
}

#[cfg(test)]
mod tests;
