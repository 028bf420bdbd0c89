//! Pictures that a body names: who finds them, and why one cannot be published.

use investchn_model::Picture;
use thiserror::Error;

/// Finds the picture of a name that a body shows. The reader adds the alternative text.
pub type PictureFinder<'a> = dyn FnMut(&str) -> Result<Picture, PictureError> + 'a;

/// An error that prevents a picture from being published.
#[derive(Debug, Error)]
pub enum PictureError {
    /// The article's folder has no file of this name.
    #[error("there is no picture `{0}` beside the article")]
    Missing(String),
    /// The address names another site or another folder.
    #[error("`{0}` does not lie beside the article")]
    Elsewhere(String),
    /// The file is not PNG, JPEG or WebP, or is broken.
    #[error("`{0}` cannot be read as PNG, JPEG or WebP")]
    Unreadable(String),
    /// The cache cannot be written. The picture itself has no fault.
    #[error("there is no room for the smaller form of `{0}`: {1}")]
    CacheFailed(String, String),
}
