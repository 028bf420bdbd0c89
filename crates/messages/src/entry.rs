//! The messages of a group one by one, with samples for their values: for the modules that scripts import, and for the tests that
//! read every message of both languages.

use investchn_model::{Kind, PartialDate, Period, Status};

/// A message and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    /// The name of its field.
    pub(crate) name: &'static str,
    /// The values in the text: name and type. Empty for a constant text.
    pub(crate) values: &'static [(&'static str, &'static str)],
    /// The text, with a sample for each value.
    pub(crate) text: String,
}

/// A struct of messages.
pub(crate) trait Group {
    /// Calls `see` for every message, in the order of declaration, with the samples of a round.
    fn each(&self, round: usize, see: &mut dyn FnMut(Message));
}

/// A value that may be part of a message.
pub(crate) trait Sample {
    /// Returns the sample of a round. The sample of a text is its placeholder `${name}`, as in a template literal of JavaScript.
    /// None only if this module's own sample is wrong, which a test notices.
    fn sample(placeholder: &'static str, round: usize) -> Option<Self>
    where
        Self: Sized;
}

impl Sample for &str {
    fn sample(placeholder: &'static str, _: usize) -> Option<Self> {
        Some(placeholder)
    }
}

impl Sample for usize {
    fn sample(_: &'static str, round: usize) -> Option<Self> {
        Some([21, 1, 0][round % 3])
    }
}

impl Sample for u32 {
    fn sample(_: &'static str, round: usize) -> Option<Self> {
        Some([21, 2, 3][round % 3])
    }
}

impl Sample for Option<Kind> {
    fn sample(_: &'static str, round: usize) -> Option<Self> {
        Some([None, Some(Kind::Photo), Some(Kind::Text), Some(Kind::Video)][round % 4])
    }
}

impl Sample for PartialDate {
    fn sample(_: &'static str, round: usize) -> Option<Self> {
        ["2017-02-13", "2021-06", "1984"][round % 3].parse().ok()
    }
}

impl Sample for Option<PartialDate> {
    fn sample(placeholder: &'static str, round: usize) -> Option<Self> {
        Some(PartialDate::sample(placeholder, round).filter(|_| round.is_multiple_of(2)))
    }
}

impl Sample for Period {
    fn sample(placeholder: &'static str, round: usize) -> Option<Self> {
        let [from, to] = [2, round].map(|round| PartialDate::sample(placeholder, round));
        Some(Period { from: from?, to: to.filter(|_| round.is_multiple_of(2)) })
    }
}

impl Sample for Status {
    fn sample(_: &'static str, round: usize) -> Option<Self> {
        Some([Status::Exited, Status::Listed, Status::Uncertain][round % 3])
    }
}
