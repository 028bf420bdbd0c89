//! The votes of pages for selectors.

use std::collections::HashMap;

use investchn_lines::html_page::SelectedParts;
use investchn_lines::line::normalized;
use investchn_page::page::{self, Page};

use super::elements::{PageElement, PageElements};
use super::parts::LearnedPart;
use super::repeated::RepeatedTexts;

/// The longest text of an element with a fact, in characters.
const LONGEST_FACT: usize = 200;

/// The least part of an element, in percent, that must be the body's.
const LEAST_OF_BODY: usize = 40;

/// The least part of the pages, in percent, that must agree on a selector.
const LEAST_AGREEMENT: usize = 60;

/// The votes for each part.
#[derive(Debug, Default)]
pub(super) struct PartVotes {
    pub(super) title: Votes,
    pub(super) date: Votes,
    pub(super) source: Votes,
    pub(super) body: Votes,
    pub(super) previous: Votes,
    pub(super) next: Votes,
}

impl PartVotes {
    /// Adds the votes of a page.
    pub(super) fn add(&mut self, page: &Page, elements: &PageElements, repeated: &RepeatedTexts) {
        let facts = || elements.elements.iter().filter(|element| element.text.chars().count() <= LONGEST_FACT);
        if let Some(title) = page.title.as_deref().map(normalized).filter(|title| !repeated.has(title)) {
            self.title.of_page(facts().filter(|element| element.normalized == title).map(|element| (element, 0)));
        }
        let read = |part: fn(&mut SelectedParts) -> &mut Option<String>, element: &PageElement| {
            let mut parts = SelectedParts::default();
            *part(&mut parts) = Some(element.text.clone());
            page::selected(parts)
        };
        // Of elements that say the same, the one with the least beside it wins.
        let rest = |element: &PageElement| element.text.chars().count();
        if page.date.is_some() {
            let same = |element: &&PageElement| read(|parts| &mut parts.date, element).date == page.date;
            self.date.of_page(facts().filter(same).map(|element| (element, rest(element))));
        }
        if page.source.is_some() {
            let same = |element: &&PageElement| read(|parts| &mut parts.source, element).source == page.source;
            self.source.of_page(facts().filter(same).map(|element| (element, rest(element))));
        }
        if page.previous.is_some() {
            let same = |element: &&PageElement| read(|parts| &mut parts.previous, element).previous == page.previous;
            self.previous.of_page(facts().filter(same).map(|element| (element, rest(element))));
        }
        if page.next.is_some() {
            let same = |element: &&PageElement| read(|parts| &mut parts.next, element).next == page.next;
            self.next.of_page(facts().filter(same).map(|element| (element, rest(element))));
        }
        let texts = page.body.iter().filter(|line| line.is_text()).map(|line| normalized(&line.text));
        let texts: Vec<String> = texts.filter(|text| !text.is_empty() && !repeated.has(text)).collect();
        let length: usize = texts.iter().map(String::len).sum();
        if length > 0 {
            let holds = |element: &&PageElement| {
                element.normalized.len() * LEAST_OF_BODY <= length * 100
                    && texts.iter().filter(|text| element.normalized.contains(*text)).count() * 10 >= texts.len() * 9
            };
            let beside = |element: &PageElement| element.normalized.len().saturating_sub(length);
            self.body.of_page(elements.elements.iter().filter(holds).map(|element| (element, beside(element))));
        }
    }
}

/// The votes for the selectors of one part.
#[derive(Debug, Default)]
pub(super) struct Votes {
    /// For each selector the pages that agree, and the text beside what was found, in characters of all these pages.
    selectors: HashMap<String, (usize, usize)>,
    pages: usize,
}

impl Votes {
    /// Adds the votes of a page: the elements that hold what was found, each with the text beside it.
    fn of_page<'a>(&mut self, elements: impl Iterator<Item = (&'a PageElement, usize)>) {
        self.pages += 1;
        for (element, beside) in elements {
            for selector in &element.selectors {
                let (agreeing, all) = self.selectors.entry(selector.clone()).or_default();
                *agreeing += 1;
                *all += beside;
            }
        }
    }

    /// Returns the selector with most votes. Of several with as many, the one with the least text beside what was found
    /// wins, then the simplest.
    pub(super) fn winner(&self) -> Option<LearnedPart> {
        // A few votes less may buy much less text beside the part, so agreement counts in steps of a tenth of the pages.
        let order = |(selector, (agreeing, beside)): &(&String, &(usize, usize))| {
            let step = agreeing * 10 / self.pages.max(1);
            let mean = beside / agreeing.max(&1);
            (step, std::cmp::Reverse((mean, selector.matches(' ').count(), selector.len(), (*selector).clone())))
        };
        let (selector, (agreeing, _)) = self.selectors.iter().max_by_key(order)?;
        let enough = agreeing * 100 >= self.pages * LEAST_AGREEMENT;
        enough.then(|| LearnedPart { selector: selector.clone(), agreeing: *agreeing, found: self.pages })
    }
}
