//! Pictures that a body names: who finds them, and why one cannot be published.

use investchn_localized::{Localized, Text, localized};
use investchn_model::Picture;
use thiserror::Error;

/// Finds the picture of a name that a body shows. The reader adds the alternative text.
pub type PictureFinder<'a> = dyn FnMut(&str) -> Result<Picture, PictureError> + 'a;

/// An error that prevents a picture from being published.
#[derive(Debug, Error)]
#[error("{}", self.localized())]
pub enum PictureError {
    /// The article's folder has no file of this name.
    Missing(String),
    /// The address names another site or another folder.
    Elsewhere(String),
    /// The file is not PNG, JPEG or WebP, or is broken.
    Unreadable(String),
    /// The cache cannot be written. The picture itself has no fault.
    CacheFailed(String, Text),
}

impl Localized for PictureError {
    fn localized(&self) -> Text {
        match self {
            PictureError::Missing(name) => {
                localized!(zh "稿件旁边没有图片 `{name}`", en "there is no picture `{name}` beside the article")
            }
            PictureError::Elsewhere(name) => {
                localized!(zh "图片 `{name}` 不在稿件旁边", en "`{name}` does not lie beside the article")
            }
            PictureError::Unreadable(name) => {
                localized!(zh "`{name}` 不是完好的 PNG、JPEG 或 WebP 图片", en "`{name}` cannot be read as PNG, JPEG or WebP")
            }
            PictureError::CacheFailed(name, Text { zh, en }) => {
                localized!(zh "`{name}` 的小图存不下：{zh}", en "there is no room for the smaller form of `{name}`: {en}")
            }
        }
    }
}

impl PictureError {
    /// Returns what to do.
    pub(crate) fn help(&self) -> Text {
        match self {
            PictureError::Missing(_) => localized!(
                zh "把图片放到稿件旁边，或改正文件名",
                en "put it there, or mend the name"
            ),
            PictureError::Elsewhere(_) => localized!(
                zh "把图片存到稿件旁边，只写文件名；稿件不从别的网站载入图片",
                en "save it beside the article and name it alone; nothing is loaded from other sites"
            ),
            PictureError::Unreadable(_) => localized!(
                zh "重新存成其中一种格式",
                en "save it anew in one of these formats"
            ),
            PictureError::CacheFailed(..) => localized!(
                zh "腾出磁盘空间，再发布一次",
                en "make room on the disk, and publish again"
            ),
        }
    }
}
