//! Attachments: documents beside an article that its body links to, who finds them, and why one cannot be published.

use investchn_localized::{Localized, Text, localized};
use thiserror::Error;

/// Finds the attachment of a name that a body links to, and returns the path under which it is published.
pub type AttachmentFinder<'a> = dyn FnMut(&str) -> Result<String, AttachmentError> + 'a;

/// The file extensions of attachments, in lower case.
const EXTENSIONS: [&str; 15] =
    ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "csv", "ofd", "txt", "zip", "rar", "7z"];

/// An error that prevents an attachment from being published.
#[derive(Debug, Error)]
#[error("{}", self.localized())]
pub enum AttachmentError {
    /// The article's folder has no file of this name.
    Missing(String),
    /// The address names another folder.
    Elsewhere(String),
    /// The file has no bytes.
    Empty(String),
}

impl Localized for AttachmentError {
    fn localized(&self) -> Text {
        match self {
            AttachmentError::Missing(name) => {
                localized!(zh "稿件旁边没有附件 `{name}`", en "there is no document `{name}` beside the article")
            }
            AttachmentError::Elsewhere(name) => {
                localized!(zh "附件 `{name}` 不在稿件旁边", en "the document `{name}` does not lie beside the article")
            }
            AttachmentError::Empty(name) => {
                localized!(zh "附件 `{name}` 是空文件", en "the document `{name}` is empty")
            }
        }
    }
}

impl AttachmentError {
    /// Returns what to do.
    pub(crate) fn help(&self) -> Text {
        match self {
            AttachmentError::Missing(_) => localized!(
                zh "把附件放到稿件旁边，或改正文件名",
                en "put it there, or mend the name"
            ),
            AttachmentError::Elsewhere(_) => localized!(
                zh "把附件存到稿件旁边，只写文件名；别的网站上的附件要写 https:// 开头的网址",
                en "save it beside the article and name it alone; a document of another site needs https://"
            ),
            AttachmentError::Empty(_) => localized!(
                zh "重新保存附件，或删掉链接",
                en "save it anew, or take the link out"
            ),
        }
    }
}

/// Returns the extension of an attachment in lower case; none if files with this ending are not published.
pub fn attachment_extension(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    EXTENSIONS.into_iter().find(|extension| ending.eq_ignore_ascii_case(extension))
}
