//! An article's body: Markdown to typed blocks, parsed once, at publishing. It owns what a body may be made of; pictures and
//! internal links are looked up by others.

mod inline;
mod prose;

use std::iter::Peekable;
use std::ops::Range;
use std::path::{Path, PathBuf};

use investchn_model::{Alignment, Block, Span};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use crate::pictures::{Pictures, ShownPicture};
use investchn_diagnostics::{Diagnostic, LineIndex, Location};
use investchn_diagnostics::{Rule, rules};

pub use inline::InternalLink;
pub use prose::{Prose, prose};

/// Quotes and lists in each other, and marks of running text, at most. More is a slip, or made to exhaust the stack.
const DEPTH: usize = 8;

/// The title of a link that stands alone in its paragraph and leads to a video.
const VIDEO: &str = "视频";

/// A parsed body.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// What it links to within the portal.
    pub links: Vec<InternalLink>,
    /// The pictures that it shows.
    pub pictures: Vec<ShownPicture>,
}

/// Parses the part `range` of a source as Markdown; what cannot be published is added to `diagnostics`.
pub fn body(
    file: &Path,
    text: &str,
    range: Range<usize>,
    pictures: &Pictures,
    diagnostics: &mut Vec<Diagnostic>,
) -> Body {
    let offset = range.start;
    let events = Parser::new_ext(&text[range], Options::ENABLE_TABLES).into_offset_iter().peekable();
    let lines = LineIndex::new(file, text);
    let (links, shown) = (Vec::new(), Vec::new());
    let mut reader = Reader { file, lines, offset, events, pictures, diagnostics, links, shown, depth: 0, marks: 0 };
    let blocks = reader.blocks();
    Body { blocks, links: reader.links, pictures: reader.shown }
}

/// The first `most` characters of the first paragraph, for an article that brings no summary.
pub fn excerpt_of(blocks: &[Block], most: usize) -> String {
    let paragraph = blocks.iter().find_map(|block| match block {
        Block::Paragraph(spans) => Some(inline::plain_text(spans)),
        _ => None,
    });
    investchn_text::excerpt(&paragraph.unwrap_or_default(), most)
}

type Events<'a> = Peekable<pulldown_cmark::OffsetIter<'a>>;

struct Reader<'a> {
    file: &'a Path,
    lines: LineIndex<'a>,
    offset: usize,
    events: Events<'a>,
    pictures: &'a Pictures,
    diagnostics: &'a mut Vec<Diagnostic>,
    links: Vec<InternalLink>,
    shown: Vec<ShownPicture>,
    /// How many quotes and lists, and how many marks of running text, stand open.
    depth: usize,
    marks: usize,
}

impl Reader<'_> {
    fn place(&mut self, at: &Range<usize>) -> Location {
        self.lines.at(self.offset + at.start)
    }

    fn diagnostic(
        &mut self,
        at: &Range<usize>,
        rule: &'static Rule,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::new(self.place(at), rule, message, help);
        // One paragraph of HTML is many events on one line.
        if self
            .diagnostics
            .last()
            .is_none_or(|last| last.rule != rule || last.location.line != diagnostic.location.line)
        {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Blocks up to the end of what they stand in, which is taken too.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, at)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Rule => blocks.push(Block::Rule),
                Event::Start(tag) => blocks.extend(self.block(tag, &at)),
                Event::Html(_) | Event::InlineHtml(_) => self.raw_html(&at),
                // The text of a tight list item stands in no paragraph.
                inline => {
                    let spans = self.loose_spans(inline, at);
                    blocks.extend((!spans.is_empty()).then_some(Block::Paragraph(spans)));
                }
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'_>, at: &Range<usize>) -> Option<Block> {
        match tag {
            Tag::Paragraph => self.paragraph(),
            Tag::Heading { level, .. } => {
                let text = self.spans();
                if level == HeadingLevel::H1 {
                    self.diagnostic(at, &rules::HEADING, "the first heading is the title's", "begin with ##");
                }
                Some(Block::Heading { level: (level as u8).clamp(2, 4), text })
            }
            Tag::BlockQuote(_) => self.nested(at).map(Block::Quote),
            Tag::List(start) => {
                let mut items = Vec::new();
                while let Some((Event::Start(Tag::Item), at)) = self.events.next() {
                    items.extend(self.nested(&at));
                }
                Some(Block::List { start: start.map(|start| u32::try_from(start).unwrap_or(1)), items })
            }
            Tag::Table(columns) => Some(self.table(&columns)),
            Tag::CodeBlock(_) => {
                self.skip();
                let help = "indents are the style sheet's: begin the line at its margin; a quotation begins with >";
                self.diagnostic(at, &rules::CODE_BLOCK, "an article has no blocks of code", help);
                None
            }
            Tag::HtmlBlock => {
                self.skip();
                self.raw_html(at);
                None
            }
            inline @ (Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }) => {
                let spans = self.loose_spans(Event::Start(inline), at.clone());
                (!spans.is_empty()).then_some(Block::Paragraph(spans))
            }
            _ => {
                self.skip();
                self.diagnostic(
                    at,
                    &rules::MARKDOWN,
                    "this form is not for articles",
                    "use paragraphs, lists, quotes and tables",
                );
                None
            }
        }
    }

    /// What stands in a quote or an item. Nothing beyond a depth that no article needs.
    fn nested(&mut self, at: &Range<usize>) -> Option<Vec<Block>> {
        if self.depth == DEPTH {
            self.skip();
            self.diagnostic(
                at,
                &rules::NESTING,
                format!("lists and quotes stand {DEPTH} deep in each other"),
                "make it flatter",
            );
            return None;
        }
        self.depth += 1;
        let blocks = self.blocks();
        self.depth -= 1;
        Some(blocks)
    }

    /// Passes over everything up to the end of what was just begun.
    fn skip(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    fn raw_html(&mut self, at: &Range<usize>) {
        self.diagnostic(
            at,
            &rules::RAW_HTML,
            "raw HTML is not published",
            "write Markdown; a < that is meant is written \\<",
        );
    }

    fn table(&mut self, columns: &[pulldown_cmark::Alignment]) -> Block {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        while let Some((Event::Start(tag), _)) = self.events.next() {
            let cells = self.cells();
            if tag == Tag::TableHead { head = cells } else { rows.push(cells) }
        }
        let alignment = |column: &pulldown_cmark::Alignment| match column {
            pulldown_cmark::Alignment::Center => Alignment::Center,
            pulldown_cmark::Alignment::Right => Alignment::End,
            pulldown_cmark::Alignment::Left | pulldown_cmark::Alignment::None => Alignment::Start,
        };
        Block::Table { columns: columns.iter().map(alignment).collect(), head, rows }
    }

    fn cells(&mut self) -> Vec<Vec<Span>> {
        let mut cells = Vec::new();
        while let Some((Event::Start(_), _)) = self.events.next() {
            cells.push(self.spans());
        }
        cells
    }
}

/// The file that a link to another source means: its path from the article's folder, with `..` resolved by name.
fn beside(article: &Path, link: &str) -> PathBuf {
    let mut path = article.parent().map(Path::to_owned).unwrap_or_default();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            name => path.push(name),
        }
    }
    path
}

#[cfg(test)]
mod tests;
