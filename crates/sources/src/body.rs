//! The body of an article: its Markdown, with the pictures and attachments that lie beside it.

use std::ops::Range;
use std::path::Path;

use investchn_diagnostics::Diagnostic;
use investchn_markdown::{InternalLink, MarkdownBody, markdown};
use investchn_model::Block;

use crate::attachments;
use crate::media::MediaFile;
use crate::pictures::Pictures;

/// A parsed body.
#[derive(Clone, Debug, Default)]
pub struct ParsedBody {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// The links to pages of the portal.
    pub links: Vec<InternalLink>,
    /// Its pictures and attachments.
    pub media: Vec<MediaFile>,
}

/// Parses the byte range `range` of a source as Markdown. Adds a diagnostic for each form that cannot be published.
pub fn body(
    file: &Path,
    text: &str,
    range: Range<usize>,
    pictures: &Pictures,
    diagnostics: &mut Vec<Diagnostic>,
) -> ParsedBody {
    let (mut media, mut attached) = (Vec::new(), Vec::new());
    let mut find_picture = |name: &str| {
        let (picture, published) = pictures.beside(file, name)?;
        media.push(published);
        Ok(picture)
    };
    let mut find_attachment = |name: &str| {
        let (path, published) = attachments::beside(pictures.source.as_ref(), file, name)?;
        attached.push(published);
        Ok(path)
    };
    let body = markdown(file, text, range, &mut find_picture, &mut find_attachment, diagnostics);
    let MarkdownBody { blocks, links } = body;
    media.append(&mut attached);
    ParsedBody { blocks, links, media }
}
