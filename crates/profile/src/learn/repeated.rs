//! Texts that most pages of a site have: its furniture.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use investchn_lines::line::normalized;

use super::elements::PageElements;
use super::parts::SamplePage;

/// The fewest pages that a text must have to be furniture.
const FEWEST: usize = 3;

/// The lines that at least half of the pages have.
#[derive(Debug)]
pub(super) struct RepeatedTexts(BTreeSet<String>);

impl RepeatedTexts {
    /// Finds them in titles and bodies, as they were found page by page.
    pub(super) fn among(samples: &[SamplePage]) -> Self {
        let mut count = HashMap::<String, usize>::new();
        for sample in samples {
            let texts: BTreeSet<String> = sample.page.text().map(normalized).filter(|text| !text.is_empty()).collect();
            for text in texts {
                *count.entry(text).or_default() += 1;
            }
        }
        let most = most(samples.len());
        RepeatedTexts(count.into_iter().filter(|(_, pages)| *pages >= most).map(|(text, _)| text).collect())
    }

    /// Returns true if the text is furniture.
    pub(super) fn has(&self, normalized: &str) -> bool {
        self.0.contains(normalized)
    }
}

/// Returns the number of pages from which on a text is furniture.
fn most(pages: usize) -> usize {
    pages.div_ceil(2).max(FEWEST)
}

/// Returns the selectors of the outermost elements in the body that most pages have with the same text.
pub(super) fn dropped(body: &str, pages: &[PageElements]) -> Vec<String> {
    let mut count = BTreeMap::<(&str, &str), usize>::new();
    for page in pages {
        let Some(body) = page.find(body) else { continue };
        let mut seen = BTreeSet::new();
        for (at, element) in page.elements.iter().enumerate() {
            if element.normalized.is_empty() || !page.above(at).any(|above| above == body) {
                continue;
            }
            for name in &element.names {
                if seen.insert((name.as_str(), element.normalized.as_str())) {
                    *count.entry((name, &element.normalized)).or_default() += 1;
                }
            }
        }
    }
    let most = most(pages.len());
    let frequent: BTreeSet<(&str, &str)> =
        count.into_iter().filter(|(_, pages)| *pages >= most).map(|(found, _)| found).collect();
    // A name is dropped only if all that it names is furniture, and once for the outermost element.
    let mut dropped = BTreeMap::<&str, bool>::new();
    for page in pages {
        let Some(body) = page.find(body) else { continue };
        for (at, element) in page.elements.iter().enumerate() {
            let inside = page.above(at).any(|above| above == body);
            let is_frequent = |at: usize| {
                let element = &page.elements[at];
                element.names.iter().any(|name| frequent.contains(&(name, &element.normalized)))
            };
            let is_outermost = !page.above(at).take_while(|above| *above != body).any(is_frequent);
            for name in &element.names {
                let same = frequent.contains(&(name.as_str(), element.normalized.as_str()));
                let is_dropped = inside && same && is_outermost;
                dropped.entry(name).and_modify(|all| *all &= is_dropped).or_insert(is_dropped);
            }
        }
    }
    let mut names: Vec<String> = dropped.into_iter().filter(|(_, all)| *all).map(|(name, _)| name.to_owned()).collect();
    // One name of an element suffices.
    let mut taken = BTreeSet::new();
    names.retain(|name| {
        let elements = |page: &PageElements| {
            page.elements.iter().position(|element| element.names.contains(name)).map(|at| at.to_string())
        };
        let places: Vec<Option<String>> = pages.iter().map(elements).collect();
        taken.insert(places)
    });
    names
}
