//! Parses the body of an article from Markdown into typed blocks.

mod inline;
mod link;
mod prose;
mod reader;

use std::ops::Range;
use std::path::Path;

use investchn_diagnostics::{Diagnostic, LineIndex};
use investchn_model::Block;
use pulldown_cmark::{Options, Parser};

use crate::pictures::{Pictures, ShownPicture};
use reader::Reader;

pub use link::InternalLink;
pub use prose::{Prose, prose};

/// A parsed body.
#[derive(Clone, Debug, Default)]
pub struct ParsedBody {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// The links to pages of the portal.
    pub links: Vec<InternalLink>,
    /// The pictures in it.
    pub pictures: Vec<ShownPicture>,
}

/// Parses the byte range `range` of a source as Markdown. Adds a diagnostic for each form that cannot be published.
pub fn body(
    file: &Path,
    text: &str,
    range: Range<usize>,
    pictures: &Pictures,
    diagnostics: &mut Vec<Diagnostic>,
) -> ParsedBody {
    let offset = range.start;
    let events = Parser::new_ext(&text[range], Options::ENABLE_TABLES).into_offset_iter().peekable();
    let lines = LineIndex::new(file, text);
    let (links, shown) = (Vec::new(), Vec::new());
    let mut reader = Reader { file, lines, offset, events, pictures, diagnostics, links, shown, depth: 0, marks: 0 };
    let blocks = reader.blocks();
    ParsedBody { blocks, links: reader.links, pictures: reader.shown }
}

/// Returns the first `most` characters of the first paragraph, as the summary of an article that has none.
pub fn excerpt_of(blocks: &[Block], most: usize) -> String {
    let paragraph = blocks.iter().find_map(|block| match block {
        Block::Paragraph(spans) => Some(inline::plain_text(spans)),
        _ => None,
    });
    investchn_text::excerpt(&paragraph.unwrap_or_default(), most)
}

#[cfg(test)]
mod tests;
