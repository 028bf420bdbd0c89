//! Attachments: documents beside an article that its body links to, who finds them, and why one cannot be published.

use thiserror::Error;

/// Finds the attachment of a name that a body links to, and returns the path under which it is published.
pub type AttachmentFinder<'a> = dyn FnMut(&str) -> Result<String, AttachmentError> + 'a;

/// The file extensions of attachments, in lower case.
const EXTENSIONS: [&str; 15] =
    ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "csv", "ofd", "txt", "zip", "rar", "7z"];

/// An error that prevents an attachment from being published.
#[derive(Debug, Error)]
pub enum AttachmentError {
    /// The article's folder has no file of this name.
    #[error("there is no document `{0}` beside the article")]
    Missing(String),
    /// The address names another folder.
    #[error("the document `{0}` does not lie beside the article")]
    Elsewhere(String),
    /// The file has no bytes.
    #[error("the document `{0}` is empty")]
    Empty(String),
}

/// Returns the extension of an attachment in lower case; none if files with this ending are not published.
pub fn attachment_extension(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    EXTENSIONS.into_iter().find(|extension| ending.eq_ignore_ascii_case(extension))
}
