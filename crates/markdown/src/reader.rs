//! Builds the blocks of a body from the events of the Markdown parser.

use std::iter::Peekable;
use std::ops::Range;
use std::path::{Path, PathBuf};

use investchn_diagnostics::{Diagnostic, LineIndex, Location, Rule, rules};
use investchn_localized::{Text, localized};
use investchn_model::{Alignment, Block, Span};
use pulldown_cmark::{Event, HeadingLevel, Tag};

use crate::attachment::AttachmentFinder;
use crate::link::InternalLink;
use crate::picture::PictureFinder;

/// The deepest nesting of quotes and lists, and of formatting in running text. A source with more is a mistake, or could
/// exhaust the stack.
pub(crate) const DEPTH: usize = 8;

/// The title of a link that is alone in its paragraph and points to a video.
pub(crate) const VIDEO: &str = "视频";

pub(crate) type Events<'a> = Peekable<Box<dyn Iterator<Item = (Event<'a>, Range<usize>)> + 'a>>;

pub(crate) struct Reader<'a> {
    pub(crate) file: &'a Path,
    pub(crate) text: &'a str,
    pub(crate) lines: LineIndex<'a>,
    pub(crate) offset: usize,
    pub(crate) events: Events<'a>,
    pub(crate) pictures: &'a mut PictureFinder<'a>,
    pub(crate) attachments: &'a mut AttachmentFinder<'a>,
    pub(crate) diagnostics: &'a mut Vec<Diagnostic>,
    pub(crate) links: Vec<InternalLink>,
    /// The number of open quotes and lists (`depth`), and of open formatting in running text (`marks`).
    pub(crate) depth: usize,
    pub(crate) marks: usize,
}

impl Reader<'_> {
    pub(crate) fn place(&mut self, at: &Range<usize>) -> Location {
        self.lines.at(self.offset + at.start)
    }

    pub(crate) fn diagnostic(&mut self, at: &Range<usize>, rule: &'static Rule, message: Text, help: Text) {
        let diagnostic = Diagnostic::new(self.place(at), rule, message, help);
        // A paragraph of HTML is many events on one line, but deserves one diagnostic.
        if self
            .diagnostics
            .last()
            .is_none_or(|last| last.rule != rule || last.location.line != diagnostic.location.line)
        {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Parses blocks up to the end of the enclosing element, and consumes that end.
    pub(crate) fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, at)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Rule => blocks.push(Block::Rule),
                Event::Start(tag) => blocks.extend(self.block(tag, &at)),
                Event::Html(_) | Event::InlineHtml(_) => self.raw_html(&at),
                // The text of a tight list item is in no paragraph.
                inline => {
                    let spans = self.loose_spans(inline, at);
                    blocks.extend((!spans.is_empty()).then_some(Block::Paragraph(spans)));
                }
            }
        }
        blocks
    }

    pub(crate) fn block(&mut self, tag: Tag<'_>, at: &Range<usize>) -> Option<Block> {
        match tag {
            Tag::Paragraph => self.paragraph(),
            Tag::Heading { level, .. } => {
                let text = self.spans();
                if level == HeadingLevel::H1 {
                    let message = localized!(zh "一级标题 # 留给稿件的标题", en "the first heading is the title's");
                    self.diagnostic(
                        at,
                        &rules::HEADING,
                        message,
                        localized!(zh "小标题从 ## 开始", en "begin with ##"),
                    );
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
                let message = localized!(zh "这一段成了代码块，稿件不用代码块", en "an article has no blocks of code");
                let help = localized!(
                    zh "去掉行首的空格，缩进由网页样式处理；引用以 > 开头",
                    en "indents are the style sheet's: begin the line at its margin; a quotation begins with >"
                );
                self.diagnostic(at, &rules::CODE_BLOCK, message, help);
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
                    localized!(zh "稿件不支持这种写法", en "this form is not for articles"),
                    localized!(zh "改用段落、列表、引用或表格", en "use paragraphs, lists, quotes and tables"),
                );
                None
            }
        }
    }

    /// Parses the content of a quote or list item. Refuses nesting deeper than [`DEPTH`].
    pub(crate) fn nested(&mut self, at: &Range<usize>) -> Option<Vec<Block>> {
        if self.depth == DEPTH {
            self.skip();
            self.diagnostic(
                at,
                &rules::NESTING,
                localized!(zh "列表和引用套了 {DEPTH} 层", en "lists and quotes stand {DEPTH} deep in each other"),
                localized!(zh "减少层数", en "make it flatter"),
            );
            return None;
        }
        self.depth += 1;
        let blocks = self.blocks();
        self.depth -= 1;
        Some(blocks)
    }

    /// Skips to the end of the element whose start was consumed last, and consumes that end.
    pub(crate) fn skip(&mut self) {
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

    pub(crate) fn raw_html(&mut self, at: &Range<usize>) {
        self.diagnostic(
            at,
            &rules::RAW_HTML,
            localized!(zh "稿件里的 HTML 不会发布", en "raw HTML is not published"),
            localized!(
                zh "改用 Markdown；确实要用小于号，写成 \\<",
                en "write Markdown; a < that is meant is written \\<"
            ),
        );
    }

    pub(crate) fn table(&mut self, columns: &[pulldown_cmark::Alignment]) -> Block {
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

    pub(crate) fn cells(&mut self) -> Vec<Vec<Span>> {
        let mut cells = Vec::new();
        while let Some((Event::Start(_), _)) = self.events.next() {
            cells.push(self.spans());
        }
        cells
    }
}

/// Resolves a link to another source: its path from the article's folder. `..` removes the last name.
pub(crate) fn beside(article: &Path, link: &str) -> PathBuf {
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
