//! An article as the build cache has it.

use investchn_diagnostics::Diagnostic;
use investchn_digest::{Digest, FileStamp};

use crate::article::ArticleSource;

/// An article without its body, with the stamp and the digests that tell whether it is unchanged.
#[derive(Debug)]
pub(crate) struct CachedArticle {
    /// The stamp of its file; none if the file was too young to have a reliable stamp.
    pub(crate) stamp: Option<FileStamp>,
    /// The digest of its file.
    pub(crate) bytes: Digest,
    /// Boxed, because it has hundreds of bytes and is handed on often while a folder is read.
    pub(crate) article: Box<ArticleSource>,
    /// The diagnostics of the article by itself.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// True if the article is not in the cache entry, so that the entry must be written again.
    pub(crate) is_new: bool,
}
