//! The attachments of articles: documents beside them, which are published as they are.

use std::path::Path;

use investchn_markdown::{AttachmentError, attachment_extension};

use crate::media::{self, MediaFile};
use investchn_files::Files;

/// Reads a document beside an article. Returns the path under which it is published, and what is published for it.
pub(crate) fn beside(files: &dyn Files, article: &Path, name: &str) -> Result<(String, MediaFile), AttachmentError> {
    let extension = attachment_extension(name).filter(|_| media::is_beside(name));
    let extension = extension.ok_or_else(|| AttachmentError::Elsewhere(name.to_owned()))?;
    let read = media::read(files, article, name).map_err(|_| AttachmentError::Missing(name.to_owned()))?;
    if read.bytes.is_empty() {
        return Err(AttachmentError::Empty(name.to_owned()));
    }
    let path = media::published_path(media::stem(name), read.digest, extension);
    let published = vec![(path.clone(), read.path.clone())];
    Ok((path, MediaFile { path: read.path, stamp: read.stamp, published }))
}
