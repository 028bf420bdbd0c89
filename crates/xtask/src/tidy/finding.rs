//! One broken rule of the tree.

/// Where a rule is broken, and how to mend it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    pub(super) place: String,
    pub(super) advice: String,
}

impl Finding {
    /// A finding in a file.
    pub(super) fn new(place: impl Into<String>, advice: impl Into<String>) -> Self {
        Finding { place: place.into(), advice: advice.into() }
    }

    /// A finding in a line, counted from 1.
    pub(super) fn at_line(path: &str, line: usize, advice: impl Into<String>) -> Self {
        Finding::new(format!("{path}:{line}"), advice)
    }
}
