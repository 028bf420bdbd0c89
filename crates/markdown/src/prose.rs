//! Extracts the running text of a source for the editorial rules, paragraph by paragraph, with the location of each
//! character in the file.

use std::ops::Range;

use investchn_localized::{Localized, Text, localized};
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::flanking::Prepared;

/// The kinds of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProseKind {
    /// The title of the article.
    Title,
    /// Its summary.
    Summary,
    /// A paragraph, heading, list item or cell.
    Paragraph,
    /// The caption of a picture.
    Caption,
    /// The title of the previous or the next article.
    NeighbourTitle,
    /// The text of a correction.
    Correction,
}

/// The word for messages.
impl Localized for ProseKind {
    fn localized(&self) -> Text {
        match self {
            ProseKind::Title => localized!(zh "标题", en "title"),
            ProseKind::Summary => localized!(zh "摘要", en "summary"),
            ProseKind::Paragraph => localized!(zh "段落", en "paragraph"),
            ProseKind::Caption => localized!(zh "图注", en "caption"),
            ProseKind::NeighbourTitle => localized!(zh "上一条或下一条的标题", en "neighbour's title"),
            ProseKind::Correction => localized!(zh "更正", en "correction"),
        }
    }
}

/// A text that is read continuously: a paragraph, heading, cell, caption, title or summary.
#[derive(Clone, Debug)]
pub struct Prose {
    /// Its kind.
    pub kind: ProseKind,
    /// Its text, without formatting.
    pub text: String,
    /// The parts of the text, in order.
    parts: Vec<Part>,
}

/// A part of the text that is contiguous in the file.
#[derive(Clone, Copy, Debug)]
struct Part {
    /// The start in the text, in bytes.
    start: usize,
    /// The start in the file, in bytes.
    at: usize,
    /// True if the part has the same length in the file. An entity or an escape is longer there than in the text.
    exact: bool,
}

impl Prose {
    fn new(kind: ProseKind) -> Self {
        Prose { kind, text: String::new(), parts: Vec::new() }
    }

    /// Returns the prose of a front matter entry. `span` is the byte range of the value in the file, including its quotes.
    pub fn of_entry(kind: ProseKind, text: &str, file: &str, span: &Range<usize>) -> Self {
        let mut prose = Prose::new(kind);
        let found = file.get(span.clone()).and_then(|entry| entry.find(text));
        // A value with escapes is not found. All its characters then map to the start of the entry.
        match found {
            Some(at) => prose.push(text, span.start + at..span.start + at + text.len()),
            None => prose.push(text, span.start..span.start),
        }
        prose
    }

    /// Returns the byte offset in the file of the character at this byte of the text.
    pub fn offset(&self, byte: usize) -> usize {
        let before = self.parts.partition_point(|part| part.start <= byte);
        let part = before.checked_sub(1).and_then(|place| self.parts.get(place));
        part.map_or(0, |part| part.at + if part.exact { byte - part.start } else { 0 })
    }

    /// Returns the byte offset in the file of a word, if the text contains it.
    pub fn find(&self, word: &str) -> Option<usize> {
        self.text.find(word).map(|byte| self.offset(byte))
    }

    fn push(&mut self, part: &str, at: Range<usize>) {
        self.parts.push(Part { start: self.text.len(), at: at.start, exact: at.len() == part.len() });
        self.text.push_str(part);
    }
}

/// Returns the prose of the byte range `range` of a source, in order.
pub fn prose(text: &str, range: Range<usize>) -> Vec<Prose> {
    let start = range.start;
    let mut reader = ProseReader::new(text);
    for (event, at) in Prepared::new(&text[range]).events() {
        reader.read(&event, start + at.start..start + at.end);
    }
    reader.finish()
}

/// Collects prose from the events of a parser.
pub(crate) struct ProseReader<'a> {
    text: &'a str,
    all: Vec<Prose>,
    open: Prose,
}

impl<'a> ProseReader<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        ProseReader { text, all: Vec::new(), open: Prose::new(ProseKind::Paragraph) }
    }

    /// Reads the next event, at these bytes of the text.
    pub(crate) fn read(&mut self, event: &Event<'_>, at: Range<usize>) {
        match event {
            Event::Text(part) | Event::Code(part) => self.open.push(part, at),
            Event::SoftBreak | Event::HardBreak => self.open.push("\n", at.start..at.start + 1),
            Event::Start(Tag::Image { title, .. }) if !title.is_empty() => {
                self.all.push(Prose::of_entry(ProseKind::Caption, title, self.text, &at));
            }
            Event::Start(tag) if !within_a_line(&tag.to_end()) => flush(&mut self.open, &mut self.all),
            Event::End(tag) if !within_a_line(tag) => flush(&mut self.open, &mut self.all),
            _ => {}
        }
    }

    pub(crate) fn finish(mut self) -> Vec<Prose> {
        flush(&mut self.open, &mut self.all);
        self.all
    }
}

fn within_a_line(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
}

fn flush(open: &mut Prose, all: &mut Vec<Prose>) {
    let done = std::mem::replace(open, Prose::new(ProseKind::Paragraph));
    if !done.text.is_empty() {
        all.push(done);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        prose(source, 0..source.len()).into_iter().map(|prose| prose.text).collect()
    }

    #[test]
    fn every_continuous_text_is_one_prose() {
        let source = "甲**乙**[丙](https://example.com/)\n丁\n\n## 戊\n\n- 己\n  - 庚\n\n> 辛\n\n| 壬 | 癸 |\n| - | - |\n| 一 | 二 |\n\n![子](a.png \"丑\")\n";
        let expected = ["甲乙丙\n丁", "戊", "己", "庚", "辛", "壬", "癸", "一", "二", "丑", "子"];
        assert_eq!(texts(source), expected);
    }

    #[test]
    fn characters_map_to_their_offsets_in_the_file() {
        let source = "+++\n头\n+++\n甲**乙**\\,&amp;丙\n";
        let all = prose(source, 12..source.len());
        assert_eq!(all[0].text, "甲乙,&丙");
        for (byte, letter) in all[0].text.char_indices() {
            assert!(source[all[0].offset(byte)..].starts_with(letter), "{letter}");
        }
        assert_eq!(all[0].find("&丙"), source.find("&amp;"));
        assert_eq!(all[0].find("丁"), None);
    }

    #[test]
    fn entries_map_to_the_text_within_their_quotes() {
        let file = "title = \"甲“乙\"\nsummary = \"a\\u4e59\"\n";
        assert_eq!(Prose::of_entry(ProseKind::Title, "甲“乙", file, &(8..19)).offset("甲".len()), 12);
        let escaped = file.find("\"a").unwrap_or_default();
        assert_eq!(Prose::of_entry(ProseKind::Summary, "a乙", file, &(escaped..file.len())).offset(1), escaped);
    }
}
