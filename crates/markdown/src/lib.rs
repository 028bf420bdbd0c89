//! Markdown as articles have it, to typed blocks and to running text.
//!
//! Invariant: this crate opens no file. A path only tells locations and what a link is relative to; pictures and
//! attachments are found by the caller's [`PictureFinder`] and [`AttachmentFinder`].

mod attachment;
mod flanking;
mod inline;
mod link;
mod near;
mod picture;
mod prose;
mod reader;

use std::ops::Range;
use std::path::Path;

use investchn_diagnostics::{Diagnostic, LineIndex};
use investchn_model::Block;

use flanking::Prepared;
use reader::Reader;

pub use attachment::{AttachmentError, AttachmentFinder, attachment_extension};
pub use link::InternalLink;
pub use near::{NearForm, prose_and_near_forms};
pub use picture::{PictureError, PictureFinder};
pub use prose::{Prose, ProseKind, prose};

/// The blocks of a body.
#[derive(Clone, Debug, Default)]
pub struct MarkdownBody {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// The links to pages of the portal.
    pub links: Vec<InternalLink>,
}

/// Parses the byte range `range` of a source as Markdown. Adds a diagnostic for each form that cannot be published.
pub fn markdown(
    file: &Path,
    text: &str,
    range: Range<usize>,
    pictures: &mut PictureFinder<'_>,
    attachments: &mut AttachmentFinder<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> MarkdownBody {
    let offset = range.start;
    let prepared = Prepared::new(&text[range]);
    let events: Box<dyn Iterator<Item = _>> = Box::new(prepared.events());
    let events = events.peekable();
    let lines = LineIndex::new(file, text);
    let links = Vec::new();
    let mut reader =
        Reader { file, text, lines, offset, events, pictures, attachments, diagnostics, links, depth: 0, marks: 0 };
    let blocks = reader.blocks();
    MarkdownBody { blocks, links: reader.links }
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
