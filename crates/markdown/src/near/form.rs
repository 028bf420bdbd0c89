//! A form that is nearly Markdown, and what it should be.

use std::ops::Range;

use investchn_diagnostics::{Rule, rules};
use investchn_localized::Text;

/// A place where a source is nearly Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearForm {
    /// The rule that names it.
    pub rule: &'static Rule,
    /// The bytes of the file that are meant.
    pub at: Range<usize>,
    /// The right form, if there is one reading.
    pub right: Option<String>,
    /// The fault, in words for an editor.
    pub message: Text,
    /// The advice, if there is more than one reading; else empty.
    pub help: Text,
}

impl NearForm {
    /// Returns the line of the file as it should be.
    pub fn line(&self, text: &str) -> Option<String> {
        let start = text[..self.at.start].rfind('\n').map_or(0, |end| end + 1);
        let end = text[self.at.end..].find('\n').map_or(text.len(), |end| self.at.end + end);
        let right = self.right.as_ref()?;
        Some([&text[start..self.at.start], right, text[self.at.end..end].trim_end()].concat())
    }

    /// Makes nearly Markdown with one reading.
    pub(super) fn near(at: Range<usize>, right: String, message: Text) -> Self {
        NearForm { rule: &rules::NEAR_MARKDOWN, at, right: Some(right), message, help: Text::default() }
    }
}
