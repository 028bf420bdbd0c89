//! The token at which the parser found an error.

use std::ops::Range;

/// The characters of a value that a message shows.
const SHOWN: usize = 30;

/// The colon of a Chinese keyboard.
pub(crate) const WIDE_COLON: char = '\u{ff1a}';

/// The surroundings of an error.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    /// The text that is wrong, without line ends; empty if something is missing.
    pub(crate) value: &'a str,
    /// The line before the error.
    pub(crate) before: &'a str,
    /// The line from the error on, without the spaces around it.
    pub(crate) rest: &'a str,
    /// The line above that is not empty.
    pub(crate) above: &'a str,
}

impl<'a> Found<'a> {
    pub(crate) fn new(toml: &'a str, span: Range<usize>) -> Self {
        let at = toml.floor_char_boundary(span.start);
        let start = toml[..at].rfind('\n').map_or(0, |end| end + 1);
        let end = toml[at..].find('\n').map_or(toml.len(), |end| at + end);
        let value = toml.get(span).unwrap_or_default();
        Found {
            value: value.lines().next().unwrap_or_default().trim(),
            before: &toml[start..at],
            rest: toml[at..end].trim(),
            above: toml[..start].lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default(),
        }
    }

    /// Returns the name before the `=` of the line; empty if there is none.
    pub(crate) fn name(&self) -> &'a str {
        let name = self.before.split_once('=').map_or(self.before, |(name, _)| name).trim();
        let is_name = |letter: char| letter.is_alphanumeric() || "_-.".contains(letter);
        if name.chars().all(is_name) { name } else { "" }
    }

    /// Returns the name of the innermost table within braces that the error is in, else of the line: of
    /// `previous = { title "x" }` it is `title`.
    pub(crate) fn last_name(&self) -> &'a str {
        self.part().split('=').next().unwrap_or_default().trim().trim_end_matches([':', WIDE_COLON]).trim_end()
    }

    /// Returns the part of the line before the error that belongs to one entry.
    pub(crate) fn part(&self) -> &'a str {
        self.before.rsplit(['{', ',']).next().unwrap_or_default()
    }

    /// Returns the line.
    pub(crate) fn line(&self) -> String {
        shown([self.before, self.rest].concat().trim())
    }

    /// Returns the wrong text as a message shows it.
    pub(crate) fn shown_value(&self) -> String {
        shown(self.value)
    }

    /// Returns true if the line above begins a text in double quotes and does not end it.
    pub(crate) fn is_in_open_quotes(&self) -> bool {
        let quotes = self.above.matches('"').count() - self.above.matches("\\\"").count();
        quotes % 2 == 1
    }
}

/// Returns the beginning of a text. Control characters are no part of it.
pub(crate) fn shown(text: &str) -> String {
    let mut part: String = text.chars().filter(|letter| !letter.is_control()).take(SHOWN).collect();
    if text.chars().count() > SHOWN {
        part.push('…');
    }
    part
}
