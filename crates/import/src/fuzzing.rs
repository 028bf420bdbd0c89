//! What the importer promises of any old page, for the fuzz targets in `fuzz/`: a source that is made of a page reads as the page
//! was understood, and no line is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a broken promise must stop the fuzzer")]

use std::collections::BTreeMap;

use investchn_model::{Block, PartialDate, Site, Span};

use super::files::PageFile;
use super::html_page::Document;
use super::line::{Form, Line};
use super::page::{Known, Page};
use super::pictures::Held;
use super::source_text::Draft;
use super::zones::Zones;
use super::{address, boilerplate, encoding, html_page, labels, page, text_page};
use investchn_sources::Pin;
use investchn_sources::fuzzing::{self, GROUND, all_inside};
use investchn_sources::placeholder::SOURCE;

/// The one picture that is held.
const PICTURE: &str = "square.png";

/// A page as text and as HTML, whatever it is.
pub fn import(bytes: &[u8]) {
    let decoded = encoding::decode(bytes);
    one(Document { lines: text_page::lines(&decoded.text), ..Document::default() }, decoded.unreadable);
    one(html_page::read(&decoded.text), decoded.unreadable);
}

fn one(document: Document, unreadable: usize) {
    if document.lines.is_empty() {
        return;
    }
    let content = &GROUND.tree;
    let zones = Zones::new(content);
    let file = PageFile { path: "old/news/1.html".into(), root: "old".into(), mirrored: true };
    let alias = address::of(&document, &file);
    let is_place = |name: &str| zones.is_place(name);
    let known = Known { site: &content.settings.site, is_place: &is_place };
    let lines = document.lines.clone();
    let page = page::understand(document.lines, document.title.as_deref(), &known);
    nothing_dropped(&lines, &page, known.site);
    // A page that names no zone is tried as one of the first zone.
    let zone = zones.zone_of(&page).cloned().unwrap_or_else(|_| content.articles[0].item.zone.clone());
    let expected = Expected::new(&page, unreadable);
    let held =
        |address: &str, _: &[Held]| is_held(address).then(|| Held { name: PICTURE.to_owned(), bytes: Vec::new() });
    let mut draft = Draft::new(&zone, page, unreadable, held).expect("a page becomes a source");
    draft.alias.clone_from(&alias);
    let text = draft.text();
    let path = std::path::PathBuf::from(format!("{}/{}-1.md", zone.id, draft.published));
    let (read, diagnostics) = fuzzing::article(&path, &text);
    all_inside(&text, &diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?} in\n{text}");
    let (read, body) = read.expect("a source without problems is an article");
    assert_eq!(read.item.zone, zone);
    assert_eq!(read.aliases, alias.into_iter().collect::<Vec<String>>());
    assert_eq!(read.draft, draft.is_draft());
    expected.is(&read, &body, &text);
}

fn is_held(address: &str) -> bool {
    address.ends_with(PICTURE)
}

/// A line that no rule takes for the frame, for facts or for the way to the page is in the article or kept below it.
fn nothing_dropped(lines: &[Line], page: &Page, site: &Site) {
    let mut missing: BTreeMap<&str, isize> = BTreeMap::new();
    let is_plain = |line: &&Line| {
        let is_read =
            line.cell || !labels::split(&line.text).fields.is_empty() || boilerplate::crumbs(&line.text).is_some();
        line.is_text() && !is_read && !boilerplate::is_frame(line, site)
    };
    for line in lines.iter().filter(is_plain) {
        *missing.entry(&line.text).or_default() += 1;
    }
    let kept = page.title.iter().chain(page.body.iter().map(|line| &line.text)).chain(&page.unplaced);
    for text in kept {
        *missing.entry(text).or_default() -= 1;
    }
    let dropped: Vec<&&str> = missing.iter().filter(|(_, count)| **count > 0).map(|(text, _)| text).collect();
    assert!(dropped.is_empty(), "{dropped:?} of {page:?}");
}

/// What must be read in the source of a page.
struct Expected {
    title: String,
    source: String,
    published: PartialDate,
    neighbours: [Option<String>; 2],
    /// The texts of the body in its order, and how many links are in each.
    body: Vec<Leaf>,
    /// What stands below the heading, as far as the page said it.
    kept: Vec<String>,
    /// How many lines stand below the heading.
    below: usize,
}

/// A piece of text, or a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Leaf {
    text: String,
    links: usize,
}

impl Expected {
    fn new(page: &Page, unreadable: usize) -> Self {
        let missing = |line: &&Line| match &line.form {
            Form::Picture(shown) => !is_held(&shown.address),
            Form::Embedded(_) => true,
            _ => false,
        };
        let unsaid = [page.title.is_none(), page.date.is_none(), page.source.is_none(), page.body.is_empty()];
        let below = unsaid.into_iter().filter(|unsaid| *unsaid).count()
            + usize::from(unreadable > 0)
            + page.unplaced.len()
            + page.body.iter().filter(missing).count();
        let mut body = Vec::new();
        for line in page.body.iter().filter(|line| !missing(line)) {
            let links = if matches!(line.form, Form::Heading(_)) { 0 } else { line.links.len() };
            match &line.form {
                Form::Table(rows) => {
                    body.extend(rows.iter().flatten().map(|cell| Leaf { text: cell.trim().to_owned(), links }));
                }
                Form::Picture(_) => body.push(Leaf { text: PICTURE.to_owned(), links }),
                _ => body.push(Leaf { text: line.text.clone(), links }),
            }
        }
        Expected {
            title: page.title.clone().unwrap_or_else(|| SOURCE.to_owned()),
            source: page.source.clone().unwrap_or_else(|| SOURCE.to_owned()),
            published: page.date.unwrap_or_else(|| "0000".parse().expect("a year")),
            neighbours: [page.previous.clone(), page.next.clone()],
            body,
            kept: page.unplaced.clone(),
            below,
        }
    }

    fn is(&self, read: &investchn_sources::ArticleSource, body: &[Block], text: &str) {
        let item = &read.item;
        assert_eq!((&item.title, &item.source, item.published), (&self.title, &self.source, self.published));
        let pinned = |pin: &Option<Pin>| match pin {
            Some(Pin::Title(title)) => Some(title.clone()),
            Some(other) => panic!("{other:?} of a page"),
            None => None,
        };
        assert_eq!([&read.previous, &read.next].map(pinned), self.neighbours);
        let mut leaves = Vec::new();
        collect(body, &mut leaves);
        let rest = leaves.split_off(self.body.len().min(leaves.len()));
        for (index, expected) in self.body.iter().enumerate() {
            assert_eq!(leaves.get(index).map(comparable), Some(comparable(expected)), "in\n{text}");
        }
        assert_eq!(rest.len(), if self.below > 0 { self.below + 1 } else { 0 }, "{rest:?} in\n{text}");
        let mut rest = rest.iter();
        for kept in &self.kept {
            assert!(rest.any(|leaf| leaf.text == kept.trim()), "{kept:?} in\n{text}");
        }
    }
}

/// Full-width spaces at the edges of a link are not kept.
fn comparable(leaf: &Leaf) -> Leaf {
    let spaceless = || leaf.text.chars().filter(|letter| !letter.is_whitespace()).collect();
    Leaf { text: if leaf.links > 0 { spaceless() } else { leaf.text.clone() }, links: leaf.links }
}

/// The pieces of text of a body, one after the other.
fn collect(blocks: &[Block], leaves: &mut Vec<Leaf>) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) | Block::Heading { text: spans, .. } => leaves.push(leaf(spans)),
            Block::Image(_) | Block::Figure { .. } => leaves.push(Leaf { text: PICTURE.to_owned(), links: 0 }),
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, leaves)),
            Block::Quote(inner) => collect(inner, leaves),
            Block::Table { head, rows, .. } => leaves.extend(head.iter().chain(rows.iter().flatten()).map(|c| leaf(c))),
            Block::Video { .. } | Block::Rule => panic!("{block:?} of a page"),
        }
    }
}

fn leaf(spans: &[Span]) -> Leaf {
    let mut leaf = Leaf { text: String::new(), links: 0 };
    for span in spans {
        match span {
            Span::Text(text) => leaf.text += text,
            Span::Link { text, .. } => {
                leaf.text += &self::leaf(text).text;
                leaf.links += 1;
            }
            Span::Strong(_) | Span::Emphasis(_) | Span::Break => panic!("{span:?} of a page"),
        }
    }
    leaf
}
