//! The lines of a page in reading order, the common form of plain text and HTML, and the functions that clean their text.

use investchn_text::to_half_width;
use std::ops::Range;

/// A picture of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its address, as the page writes it.
    pub address: String,
    /// The text of its `alt` or `title`; empty if neither describes it.
    pub alt: String,
}

/// The form of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Running text: a paragraph, or a piece of boilerplate.
    Text,
    /// An HTML heading, with its level.
    Heading(u8),
    /// A list item, with its number if the list is numbered.
    Item(Option<u32>),
    /// A picture.
    Picture(Shown),
    /// A data table: rows of cells, with the same number of cells in each row.
    Table(Vec<Vec<String>>),
    /// A video, a sound, or an embedded page of another site, by its address.
    Embedded(String),
}

/// A link within a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The byte range of the link in the line's text.
    pub range: Range<usize>,
    /// An `http`, `https` or `mailto` address, or the address of a document of the old site.
    pub href: String,
}

/// A line: text without line breaks, or a picture, table or embedded object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its form.
    pub form: Form,
    /// Its text, cleaned; empty if the form has none.
    pub text: String,
    /// The links that may still work: those with an absolute address, and those to documents.
    pub links: Vec<Link>,
    /// True if all letters of the line belong to links, as in navigation.
    pub linked: bool,
    /// The addresses of documents of the old site that the line links to: `.doc`, `.xls`, `.pdf` and the like.
    pub attachments: Vec<String>,
    /// True if the line is in a cell of a layout table. Then a label and its value may be two lines.
    pub cell: bool,
    /// The innermost box of the page (`div`, cell and the like) that the line is in: an index into `Document::boxes`.
    pub within: usize,
    /// True if the line begins with an indent.
    pub indented: bool,
    /// True if the page centres the line, or sets it in large or bold type.
    pub prominent: bool,
    /// True if the page moves the line to the right, as it does with signatures.
    pub right: bool,
    /// True if the line is in the element that the site's selector of the body matches.
    pub selected: bool,
    /// The byte indexes of a short line's text at which an inline element (`span` and the like) begins or ends.
    pub edges: Vec<usize>,
}

impl Line {
    /// Returns a line of running text.
    pub fn text(text: impl Into<String>) -> Self {
        Line::of(Form::Text, text.into())
    }

    /// Returns a line of a form, without links.
    pub fn of(form: Form, text: String) -> Self {
        Line {
            form,
            text,
            links: Vec::new(),
            linked: false,
            attachments: Vec::new(),
            cell: false,
            within: 0,
            indented: false,
            prominent: false,
            right: false,
            selected: false,
            edges: Vec::new(),
        }
    }

    /// Returns true if a range of the text is all that an element has, or stands between two elements.
    pub fn is_set_apart(&self, range: &Range<usize>) -> bool {
        let is_blank = |from: usize, to: usize| self.text.get(from..to).is_some_and(|text| text.trim().is_empty());
        let is_begin = |edge: &&usize| **edge <= range.start && is_blank(**edge, range.start);
        let is_end = |edge: &&usize| **edge >= range.end && is_blank(range.end, (**edge).min(self.text.len()));
        self.edges.iter().any(|edge| is_begin(&edge)) && self.edges.iter().any(|edge| is_end(&edge))
    }

    /// Returns true if the line is text: a paragraph, a heading or a list item.
    pub fn is_text(&self) -> bool {
        matches!(self.form, Form::Text | Form::Heading(_) | Form::Item(_))
    }
}

/// Cleans a character: turns layout spaces into spaces, and returns none for invisible characters.
pub fn cleaned(letter: char) -> Option<char> {
    match letter {
        // Old pages use the no-break space and the tab for layout.
        '\u{a0}' | '\t' => Some(' '),
        '\u{200b}' | '\u{feff}' => None,
        control if control.is_control() => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        other => Some(other),
    }
}

/// Returns a text without invisible characters, trimmed.
pub fn clean(text: &str) -> String {
    text.chars().filter_map(cleaned).collect::<String>().trim().to_owned()
}

/// Returns an address as browsers read it: without line ends, tabs and invisible characters.
pub fn address(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).filter_map(cleaned).collect::<String>().trim().to_owned()
}

/// Normalizes a text for comparison: no spaces, full-width letters and signs as ASCII.
pub fn normalized(text: &str) -> String {
    text.chars().filter_map(cleaned).filter(|letter| !letter.is_whitespace()).map(to_half_width).collect()
}
