//! Invariants of the importer on any page, for the fuzz targets in `fuzz/`: the source made from a page parses to the parts
//! that were found on the page, and no line is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a broken promise must stop the fuzzer")]

use investchn_messages::ZH;
use investchn_model::{Block, PartialDate, Site, Span};

use super::copied_files::CopiedFile;
use super::files::PageFile;
use super::source_text::{Defaults, Draft};
use super::zones::Zones;
use super::{address, body, documents};
use investchn_lines::html_page::Document;
use investchn_lines::line::{Form, Line};
use investchn_lines::{encoding, html_page, labels, text_page};
use investchn_page::page::{Page, PageContext};
use investchn_page::{boilerplate, page};
use investchn_sources::Pin;
use investchn_sources::fuzzing::{self, GROUND, all_inside};

/// The only picture that has a file.
const PICTURE: &str = "square.png";

/// Imports the bytes as plain text and as HTML, whatever they are.
pub fn import(bytes: &[u8]) {
    let decoded = encoding::decode(bytes);
    check(Document { lines: text_page::lines(&decoded.text), ..Document::default() }, decoded.unreadable);
    check(html_page::read(&decoded.text), decoded.unreadable);
}

fn check(mut document: Document, unreadable: usize) {
    if document.lines.is_empty() {
        return;
    }
    let content = &GROUND.tree;
    let zones = Zones::new(content);
    let file = PageFile { path: "old/news/1.html".into(), root: "old".into(), mirrored: true };
    let alias = address::of(&document, &file);
    let is_place = |name: &str| zones.is_place(name);
    let context = PageContext { site: &content.settings.site, is_place: &is_place };
    let lines = document.lines.clone();
    let page = page::split(document.taken(), &context);
    check_nothing_dropped(&lines, &page, context.site);
    // A page that names no zone is imported for the zone of the first article.
    let zone = zones.zone_on(&page).cloned().unwrap_or_else(|_| content.articles[0].item.zone.clone());
    let picture = |address: &str, _: &[CopiedFile]| {
        has_file(address).then(|| CopiedFile { name: PICTURE.to_owned(), bytes: Vec::new() })
    };
    let expected = Expected::new(&page, unreadable, &|address| address::absolute(&document, &file, None, address));
    let absolute = |address: &str| address::absolute(&document, &file, None, address);
    let targets = body::Targets { picture: &picture, document: &|_, _| None, absolute: &absolute };
    let mut draft =
        Draft::new(&zone, page, unreadable, &Defaults::default(), &targets).expect("a page becomes a source");
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

fn has_file(address: &str) -> bool {
    address.ends_with(PICTURE)
}

/// Checks that each line which no rule recognises as boilerplate, fact or breadcrumb is in the article, in the lines left
/// over, or among the lines that are known to be left out. Lines may be joined, and tools may be cut off their ends.
fn check_nothing_dropped(lines: &[Line], page: &Page, site: &Site) {
    let spaceless = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    let is_plain = |line: &&Line| {
        let is_read = line.cell
            || !labels::split(&line.text).fields.is_empty()
            || boilerplate::breadcrumb(&line.text).is_some()
            || line.text.contains(|letter: char| letter == '&' || letter.is_numeric());
        line.is_text() && !is_read && !boilerplate::is_boilerplate(line, site)
    };
    let kept =
        page.text().chain(page.unplaced.iter().map(String::as_str)).chain(page.furniture.iter().map(String::as_str));
    let kept: String = kept.map(spaceless).collect();
    for line in lines.iter().filter(is_plain) {
        let end = line.text.rfind(['。', '！', '？', '”', '）']).unwrap_or(line.text.len());
        assert!(kept.contains(&spaceless(&line.text[..end])), "{:?} of {page:?}", line.text);
    }
}

/// The values that the source of a page must parse to.
struct Expected {
    title: String,
    source: String,
    published: PartialDate,
    neighbours: [Option<String>; 2],
    /// The pieces of the body in order, with the number of links in each.
    body: Vec<Leaf>,
    /// The lines below the heading 待整理 that come from the page.
    kept: Vec<String>,
    /// The number of lines below the heading 待整理.
    below: usize,
}

/// A piece of text, or a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Leaf {
    text: String,
    links: usize,
}

impl Expected {
    fn new(page: &Page, unreadable: usize, absolute: &dyn Fn(&str) -> Option<String>) -> Self {
        let missing = |line: &&Line| match &line.form {
            Form::Picture(shown) => !has_file(&shown.address),
            Form::Embedded(address) => !body::is_video(address) || absolute(address).is_none(),
            _ => false,
        };
        let unsaid = [page.title.is_none(), page.date.is_none(), page.source.is_none(), page.body.is_empty()];
        let below = unsaid.into_iter().filter(|unsaid| *unsaid).count()
            + usize::from(unreadable > 0 && page.text().any(|text| text.contains('\u{fffd}')))
            + page.body.iter().flat_map(|line| &line.attachments).filter(|address| absolute(address).is_none()).count()
            + page.unplaced.len()
            + page.body.iter().filter(missing).count();
        let mut body = Vec::new();
        for line in page.body.iter().filter(|line| !missing(line)) {
            let links = if matches!(line.form, Form::Heading(_)) {
                0
            } else {
                line.links.iter().filter(|link| absolute(&link.href).is_some()).count()
            };
            match &line.form {
                Form::Table(rows) => {
                    body.extend(rows.iter().flatten().map(|cell| Leaf { text: cell.trim().to_owned(), links }));
                }
                Form::Picture(_) => body.push(Leaf { text: PICTURE.to_owned(), links }),
                Form::Embedded(_) => body.push(Leaf { text: page.title.clone().unwrap_or_default(), links }),
                _ => body.push(Leaf { text: line.text.clone(), links }),
            }
            let unlinked = body::unlinked(line).into_iter().filter(|address| absolute(address).is_some());
            for name in unlinked.map(documents::name) {
                match body.last_mut() {
                    Some(leaf) if !matches!(line.form, Form::Heading(_)) => {
                        leaf.text += &[" ", &name].concat();
                        leaf.links += 1;
                    }
                    _ => body.push(Leaf { text: name, links: 1 }),
                }
            }
        }
        Expected {
            title: page.title.clone().unwrap_or_else(|| ZH.sources.source_pending.to_owned()),
            source: page.source.clone().unwrap_or_else(|| ZH.sources.source_pending.to_owned()),
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
            Some(Pin::Title { title, .. }) => Some(title.clone()),
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
        // What is left over of an article that is no draft is in comments of the front matter.
        if !read.draft {
            assert!(rest.is_empty(), "{rest:?} in\n{text}");
            return;
        }
        assert_eq!(rest.len(), self.below + 1, "{rest:?} in\n{text}");
        let mut rest = rest.iter();
        for kept in &self.kept {
            assert!(rest.any(|leaf| leaf.text == kept.trim()), "{kept:?} in\n{text}");
        }
    }
}

/// Removes what is not kept of a text: the sign of a caption that points to its picture, and the spaces of a text with links,
/// because full-width spaces at the edges of a link are lost.
fn comparable(leaf: &Leaf) -> Leaf {
    let text = leaf.text.trim_start_matches(['▲', '△', '↑']).trim();
    let spaceless = || text.chars().filter(|letter| !letter.is_whitespace()).collect();
    Leaf { text: if leaf.links > 0 { spaceless() } else { text.to_owned() }, links: leaf.links }
}

/// Collects the pieces of text and the pictures of a body, in order.
fn collect(blocks: &[Block], leaves: &mut Vec<Leaf>) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) | Block::Heading { text: spans, .. } => leaves.push(leaf(spans)),
            Block::Image(_) => leaves.push(Leaf { text: PICTURE.to_owned(), links: 0 }),
            Block::Figure { caption, .. } => {
                leaves.extend([PICTURE, caption].map(|text| Leaf { text: text.to_owned(), links: 0 }));
            }
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, leaves)),
            Block::Quote(inner) => collect(inner, leaves),
            Block::Table { head, rows, .. } => leaves.extend(head.iter().chain(rows.iter().flatten()).map(|c| leaf(c))),
            Block::Video { title, .. } => leaves.push(Leaf { text: title.clone(), links: 0 }),
            Block::Rule => panic!("{block:?} of a page"),
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
