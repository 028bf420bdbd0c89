//! A page as lines in reading order: what a plain text and a page of HTML have in common. It owns the shape and the cleaning
//! of text, not what a line means.

use investchn_text::to_half_width;
use std::ops::Range;

/// A picture as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Its address as the page writes it.
    pub(super) address: String,
    /// What its `alt` or `title` says; empty where they say nothing.
    pub(super) alt: String,
}

/// What form a line has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Running text: a paragraph, or a piece of the page's frame.
    Text,
    /// A heading of HTML, with its level.
    Heading(u8),
    /// An item of a list, with its number in a numbered one.
    Item(Option<u32>),
    /// A picture.
    Picture(Shown),
    /// A table of data: rows of cells, as many in each row.
    Table(Vec<Vec<String>>),
    /// A video, a sound, or another site's page within this one, by its address.
    Embedded(String),
}

/// A link within a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// The bytes of the line's text that are the link.
    pub(super) range: Range<usize>,
    /// An address of the web.
    pub(super) href: String,
}

/// One line: text without breaks, or something that stands alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its form.
    pub(super) form: Form,
    /// Its text, cleaned; empty where the form has none.
    pub(super) text: String,
    /// The links of the text that a reader of today could follow.
    pub(super) links: Vec<Link>,
    /// Whether every letter of it is a link, as in navigation.
    pub(super) linked: bool,
    /// Whether it stands in a cell of a table for layout: then a label and its value may be two lines.
    pub(super) cell: bool,
}

impl Line {
    /// A line that is nothing but text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Line::of(Form::Text, text.into())
    }

    /// A line of a form.
    pub(super) fn of(form: Form, text: String) -> Self {
        Line { form, text, links: Vec::new(), linked: false, cell: false }
    }

    /// A line that is only text and stands on its own.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.form, Form::Text | Form::Heading(_) | Form::Item(_))
    }
}

/// The character as a page's text holds it; none for what no reader sees.
pub(super) fn cleaned(letter: char) -> Option<char> {
    match letter {
        // The no-break space of old pages is layout; what is left of control characters came by accident.
        '\u{a0}' | '\t' => Some(' '),
        '\u{200b}' | '\u{feff}' => None,
        control if control.is_control() => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        other => Some(other),
    }
}

/// Text without what no reader sees, and without indents.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter_map(cleaned).collect::<String>().trim().to_owned()
}

/// An address as browsers read it: without line ends, tabs and what else no reader sees.
pub(super) fn address(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).filter_map(cleaned).collect::<String>().trim().to_owned()
}

/// Text without any spaces, full-width letters and signs as ASCII, for comparing.
pub(super) fn normalized(text: &str) -> String {
    text.chars().filter_map(cleaned).filter(|letter| !letter.is_whitespace()).map(to_half_width).collect()
}
