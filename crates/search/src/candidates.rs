//! The candidates of one segment: which lists are read, and when they are few enough.
//!
//! Each list costs a file, and so do texts of articles that turn out not to match. So the lists of the terms that are rarest so far
//! are read first, and no more once few candidates are left.

use crate::pack::PackedArticle;
use crate::terms::FollowedTerm;

/// So few candidates are compared without another list.
const FEW: usize = 2;
/// So many candidates are compared at most before a page is full, as a rule.
const USUAL: usize = 20;
/// Another list is read if it probably spares so many texts: it is more than twice as large as one.
const WORTH: f64 = 2.4;
/// After so many texts without a match, another list is read in any case.
const MOST_FALSE: usize = 2;

/// A term that articles must have, with how common it has been in the segments before.
#[derive(Clone, Debug)]
pub(crate) struct RequiredTerm {
    pub(crate) term: FollowedTerm,
    pub(crate) matches: u64,
    pub(crate) articles: u64,
}

impl RequiredTerm {
    pub(crate) fn new(term: FollowedTerm) -> Self {
        RequiredTerm { term, matches: 0, articles: 0 }
    }

    /// Returns the shard of the term in a segment.
    pub(crate) fn shard(&self, shards: u32) -> u32 {
        self.term.term.place(shards).0
    }

    /// Returns the share of the articles that have the term. Before it has been read, it counts as rather rare, so that the terms of a long
    /// phrase are tried in the newest segments, which are short.
    fn density(&self) -> f64 {
        (self.matches as f64 + 1.0) / (self.articles as f64 + if self.term.is_common { 16.0 } else { 256.0 })
    }
}

/// A segment while it is searched.
#[derive(Debug)]
pub(crate) struct SegmentVisit {
    /// The segment's place in the manifest.
    pub(crate) segment: usize,
    /// For each required term true if its list has been chosen.
    chosen: Vec<bool>,
    /// The terms whose lists are awaited.
    pub(crate) awaited: Vec<usize>,
    /// The share of the candidates that the last list has removed.
    removed: f64,
    /// The number of texts without a match since the last list.
    false_candidates: usize,
    /// True if the candidates are compared now, and no list is read.
    pub(crate) is_settled: bool,
    /// The articles that have the terms read so far, ascending; the next to compare is the last.
    pub(crate) candidates: Option<Vec<u32>>,
    /// The packs that the next candidates need, by number: a few, for which a map would be more code than it is worth.
    pub(crate) packs: Vec<(u32, Vec<PackedArticle>)>,
}

impl SegmentVisit {
    pub(crate) fn new(segment: usize, terms: usize) -> Self {
        SegmentVisit {
            segment,
            chosen: vec![false; terms],
            awaited: Vec::new(),
            removed: 1.0,
            false_candidates: 0,
            is_settled: false,
            candidates: None,
            packs: Vec::new(),
        }
    }

    /// Chooses the lists to read next, once those chosen before have been read; `haste` times as many as are worth their bytes.
    pub(crate) fn choose(&mut self, terms: &[RequiredTerm], articles: u32, haste: usize) {
        if self.is_settled || !self.awaited.is_empty() {
            return;
        }
        let read = self.chosen.iter().filter(|it| **it).count();
        let left = self.candidates.as_ref().map_or(usize::MAX, Vec::len);
        let is_worth = read < 2 || self.removed * left.min(USUAL) as f64 > WORTH;
        let Some(rarest) = self.rarest(terms).filter(|_| left > FEW && is_worth) else {
            self.is_settled = true;
            self.candidates.get_or_insert_with(|| (0..articles).collect());
            return;
        };
        // A term that is rare enough finds no more than a few articles by itself.
        let is_enough = read > 0 || terms[rarest].density() * f64::from(articles) <= FEW as f64;
        self.request(rarest);
        for _ in 1..if is_enough { haste } else { 2 * haste } {
            if let Some(term) = self.rarest(terms) {
                self.request(term);
            }
        }
    }

    /// Returns the rarest term whose list has not been chosen. Of terms that are equally rare, every second one comes first:
    /// neighbouring pairs of a phrase share a character.
    fn rarest(&self, terms: &[RequiredTerm]) -> Option<usize> {
        let open = (0..terms.len()).filter(|at| !self.chosen[*at]);
        open.min_by(|one, other| {
            let order = terms[*one].density().total_cmp(&terms[*other].density());
            order.then((one % 2, *one).cmp(&(other % 2, *other)))
        })
    }

    fn request(&mut self, term: usize) {
        self.chosen[term] = true;
        self.awaited.push(term);
    }

    /// Returns the articles of a pack, if they are at hand.
    pub(crate) fn pack(&self, number: u32) -> Option<&Vec<PackedArticle>> {
        self.packs.iter().find(|(pack, _)| *pack == number).map(|(_, articles)| articles)
    }

    /// Returns how many texts to fetch at once, if `most` matches fill the page. Few, as long as another list may follow; `haste` times
    /// as many.
    pub(crate) fn texts_at_once(&self, most: usize, haste: usize) -> usize {
        if self.chosen.iter().all(|it| *it) { most } else { most.min((MOST_FALSE + 1) * haste) }
    }

    /// Counts a candidate that does not match. Returns true if another list has to be read before the next is compared.
    pub(crate) fn reject(&mut self) -> bool {
        self.false_candidates += 1;
        if self.false_candidates >= MOST_FALSE && self.chosen.iter().any(|it| !it) {
            self.false_candidates = 0;
            self.removed = 1.0;
            self.is_settled = false;
        }
        !self.is_settled
    }

    /// Takes in the list of a term: only articles in it remain candidates.
    pub(crate) fn narrow(&mut self, term: usize, list: Vec<u32>) {
        self.awaited.retain(|at| *at != term);
        self.candidates = Some(match self.candidates.take() {
            None => list,
            Some(mut candidates) => {
                let before = candidates.len();
                candidates.retain(|article| list.binary_search(article).is_ok());
                self.removed = 1.0 - candidates.len() as f64 / before.max(1) as f64;
                candidates
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::phrase_terms;

    fn required(phrase: &str) -> Vec<RequiredTerm> {
        phrase_terms(&phrase.chars().collect::<Vec<_>>()).into_iter().map(RequiredTerm::new).collect()
    }

    #[test]
    fn two_lists_are_read_at_first_and_then_one_by_one() {
        let terms = required("甲乙丙丁戊");
        let mut visit = SegmentVisit::new(0, terms.len());
        visit.choose(&terms, 1000, 1);
        assert_eq!(visit.awaited, [0, 2]);
        visit.narrow(0, (0..100).collect());
        visit.narrow(2, (50..200).collect());
        assert_eq!(visit.candidates, Some((50..100).collect()));
        visit.choose(&terms, 1000, 1);
        assert_eq!((visit.awaited.as_slice(), visit.is_settled), (&[1][..], false));
        visit.narrow(1, vec![60, 70]);
        visit.choose(&terms, 1000, 1);
        assert!(visit.is_settled && visit.awaited.is_empty());
    }

    #[test]
    fn candidates_without_a_match_make_it_read_another_list() {
        let terms = required("甲乙丙丁戊");
        let mut visit = SegmentVisit::new(0, terms.len());
        visit.choose(&terms, 10_000, 1);
        visit.narrow(0, (0..100).collect());
        visit.narrow(2, (0..100).collect());
        visit.choose(&terms, 10_000, 1);
        assert!(visit.is_settled, "the second list removed nothing");
        assert!(!visit.reject() && visit.reject());
        visit.choose(&terms, 10_000, 1);
        assert_eq!(visit.awaited, [1]);
    }

    #[test]
    fn the_rarest_term_so_far_is_read_first_and_alone() {
        let mut terms = required("甲乙丙丁");
        for (term, matches) in terms.iter_mut().zip([500, 300, 0]) {
            (term.matches, term.articles) = (matches, 1000);
        }
        let mut visit = SegmentVisit::new(0, terms.len());
        visit.choose(&terms, 1000, 1);
        assert_eq!(visit.awaited, [2]);
    }

    #[test]
    fn without_a_term_every_article_is_a_candidate() {
        let mut visit = SegmentVisit::new(0, 0);
        visit.choose(&[], 3, 1);
        assert_eq!(visit.candidates, Some(vec![0, 1, 2]));
    }
}
