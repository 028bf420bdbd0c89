//! The plain scan with which results are compared: every text is looked through.

use std::collections::BTreeSet;
use std::thread;

use investchn_search::fold;

use crate::corpus;
use crate::texts::Text;

/// Returns for each phrase the ids of the texts that have it in the title or in the body.
pub(crate) fn scan(texts: &[Text], phrases: &[&str]) -> Vec<BTreeSet<String>> {
    let folded = |text: &str| fold(text).letters.into_iter().collect::<String>();
    let texts: Vec<[String; 2]> = texts.iter().map(|text| [folded(&text.title), folded(&text.body)]).collect();
    let phrases: Vec<String> = phrases.iter().map(|phrase| folded(phrase)).collect();
    let of_phrase = |phrase: &String| {
        let matches = |parts: &[String; 2]| parts.iter().any(|part| part.contains(phrase.as_str()));
        (0..texts.len()).filter(|number| matches(&texts[*number])).map(corpus::id).collect()
    };
    let threads = thread::available_parallelism().map_or(1, Into::into);
    thread::scope(|scope| {
        let parts = phrases.chunks(phrases.len().div_ceil(threads).max(1));
        let running: Vec<_> =
            parts.map(|part| scope.spawn(|| part.iter().map(of_phrase).collect::<Vec<_>>())).collect();
        running.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect()
    })
}

/// The differences between results and those of the scan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Accuracy {
    /// The number of queries.
    pub(crate) queries: usize,
    /// The queries of which a hit is missing.
    pub(crate) incomplete: usize,
    /// The queries that found nothing.
    pub(crate) empty: usize,
    /// All hits of the scan.
    pub(crate) expected: usize,
    /// Those that were found.
    pub(crate) found: usize,
    /// Hits that the scan does not have.
    pub(crate) wrong: usize,
}

impl Accuracy {
    /// Counts the hits of a query.
    pub(crate) fn add(&mut self, expected: &BTreeSet<String>, found: &[String]) {
        let found: BTreeSet<&String> = found.iter().collect();
        let right = expected.iter().filter(|id| found.contains(id)).count();
        self.queries += 1;
        self.incomplete += usize::from(right < expected.len());
        self.empty += usize::from(right == 0);
        self.expected += expected.len();
        self.found += right;
        self.wrong += found.len() - right;
    }

    /// Returns the share of the scan's hits that were found.
    pub(crate) fn recall(&self) -> f64 {
        self.found as f64 / self.expected.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_in_any_form() {
        let text = |title: &str, body: &str| Text { title: title.to_owned(), body: body.to_owned() };
        let found = scan(&[text("苏州", "甲"), text("乙", "在蘇\n州")], &["蘇州", "乙在", "甲"]);
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(found, [ids(&["a0", "a1"]), ids(&[]), ids(&["a0"])]);
    }

    #[test]
    fn missing_and_wrong_hits_count() {
        let mut accuracy = Accuracy::default();
        let expected: BTreeSet<String> = ["a", "b"].map(str::to_owned).into();
        accuracy.add(&expected, &["a".to_owned(), "c".to_owned()]);
        accuracy.add(&expected, &[]);
        let wanted = Accuracy { queries: 2, incomplete: 2, empty: 1, expected: 4, found: 1, wrong: 1 };
        assert_eq!((accuracy, accuracy.recall()), (wanted, 0.25));
    }
}
