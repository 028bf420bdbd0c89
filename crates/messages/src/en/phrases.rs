//! Phrases that several English messages contain.

/// Returns a count with its noun: `1 zone`, `2 zones`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    [count.to_string().as_str(), " ", noun, if count == 1 { "" } else { "s" }].concat()
}
