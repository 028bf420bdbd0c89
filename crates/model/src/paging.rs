//! Splits a list into pages so that a new article changes few files. This module computes numbers only.
//!
//! Pages are numbered from the oldest article. A full page never changes its items again; the newest page holds the rest,
//! fewer than two full pages.

use std::ops::Range;

/// One page of a list of articles that is sorted newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRange {
    /// The number of a full page; none for the newest page.
    pub number: Option<u32>,
    /// The next newer full page.
    pub newer: Option<u32>,
    /// The next older full page.
    pub older: Option<u32>,
    /// The page's articles as indices into the list.
    pub items: Range<usize>,
}

/// Splits a list of `total` articles into pages of `per_page`, the newest page first. The newest page always exists, even for an
/// empty list.
pub fn paginate(total: usize, per_page: usize) -> Vec<PageRange> {
    let per_page = per_page.max(1);
    let full = (total / per_page).saturating_sub(1) as u32;
    let newest = total - full as usize * per_page;
    let page = |number: u32| {
        let start = newest + (full - number) as usize * per_page;
        PageRange {
            number: Some(number),
            newer: (number < full).then_some(number + 1),
            older: (number > 1).then(|| number - 1),
            items: start..start + per_page,
        }
    };
    let latest = PageRange { number: None, newer: None, older: (full > 0).then_some(full), items: 0..newest };
    std::iter::once(latest).chain((1..=full).rev().map(page)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_page_has_fewer_articles_than_two_full_pages() {
        for (total, newest, pages) in [(0, 0, 1), (1, 1, 1), (59, 59, 1), (60, 30, 2), (89, 59, 2), (90, 30, 3)] {
            let ranges = paginate(total, 30);
            assert_eq!((ranges[0].items.len(), ranges.len()), (newest, pages), "{total}");
        }
    }

    #[test]
    fn every_article_is_on_exactly_one_page_in_order() {
        for total in 0..200 {
            let places: Vec<usize> = paginate(total, 7).into_iter().flat_map(|page| page.items).collect();
            assert_eq!(places, (0..total).collect::<Vec<_>>());
        }
    }

    #[test]
    fn full_pages_change_at_most_once() {
        // When newer articles are added, the range of a page's items, counted from the oldest, stays the same. Only its
        // link to a newer page changes, and only once.
        let shape = |total: usize| {
            paginate(total, 30)
                .into_iter()
                .filter(|page| page.number == Some(1))
                .map(|page| (total - page.items.end..total - page.items.start, page.newer, page.older))
                .next()
        };
        let mut seen: Vec<_> = (0..500).filter_map(shape).collect();
        seen.dedup();
        assert_eq!(seen, [(0..30, None, None), (0..30, Some(2), None)]);
    }
}
