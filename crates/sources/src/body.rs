//! The body of an article: its Markdown, with the pictures that lie beside it.

use std::ops::Range;
use std::path::Path;

use investchn_diagnostics::Diagnostic;
use investchn_markdown::{InternalLink, MarkdownBody, markdown};
use investchn_model::Block;

use crate::pictures::{Pictures, ShownPicture};

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
    let mut shown = Vec::new();
    let mut find = |name: &str| {
        let (picture, files) = pictures.beside(file, name)?;
        shown.push(files);
        Ok(picture)
    };
    let MarkdownBody { blocks, links } = markdown(file, text, range, &mut find, diagnostics);
    ParsedBody { blocks, links, pictures: shown }
}
