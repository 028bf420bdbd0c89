//! A violation of a rule of the tree.

/// A violation: its location, and advice on how to fix it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    pub(super) place: String,
    pub(super) advice: String,
}

impl Finding {
    /// Makes a finding about a file.
    pub(super) fn new(place: impl Into<String>, advice: impl Into<String>) -> Self {
        Finding { place: place.into(), advice: advice.into() }
    }

    /// Makes a finding about a line, counted from 1.
    pub(super) fn at_line(path: &str, line: usize, advice: impl Into<String>) -> Self {
        Finding::new(format!("{path}:{line}"), advice)
    }
}
