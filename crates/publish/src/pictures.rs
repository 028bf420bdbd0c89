//! The pictures of articles: their size, their published names, and the smaller width. It owns the files of `media/`.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use image::{DynamicImage, ImageFormat, ImageReader};
use investchn_content::Picture;
use investchn_content::block::SmallPicture;
use thiserror::Error;

use crate::digest;

/// The smaller width, in pixels: a phone's screen at twice its density.
const SMALL_WIDTH: u32 = 720;

/// A picture much wider than the small one is worth making smaller.
const WORTH_A_SMALL_ONE: u32 = SMALL_WIDTH * 4 / 3;

/// Why a picture cannot be published.
#[derive(Clone, Debug, Error)]
pub(crate) enum PictureError {
    /// It is not beside its article.
    #[error("there is no picture `{0}` beside the article")]
    Missing(String),
    /// It is on another site, or in another folder.
    #[error("`{0}` does not lie beside the article")]
    Elsewhere(String),
    /// It is not PNG, JPEG or WebP, or is broken.
    #[error("`{0}` cannot be read as PNG, JPEG or WebP")]
    Unreadable(String),
}

/// The pictures met so far, and the files that they are published as. Threads share it: a picture is made once, and who
/// needs it meanwhile waits.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    published: Mutex<HashMap<PathBuf, Arc<OnceLock<Made>>>>,
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

/// A picture without its alternative text, or why there is none.
type Made = Result<Picture, PictureError>;

impl Pictures {
    /// The published form, without its alternative text, of a picture that lies beside an article.
    pub(crate) fn beside(&self, article: &Path, name: &str) -> Result<Picture, PictureError> {
        let plain = !name.is_empty() && !name.contains(['/', '\\', ':']) && name != "..";
        if !plain {
            return Err(PictureError::Elsewhere(name.to_owned()));
        }
        let path = article.with_file_name(name);
        let entry = held(&self.published).entry(path.clone()).or_default().clone();
        entry.get_or_init(|| self.make(&path, name)).clone()
    }

    fn make(&self, path: &Path, name: &str) -> Made {
        let bytes = std::fs::read(path).map_err(|_| PictureError::Missing(name.to_owned()))?;
        self.publish(name, bytes).ok_or_else(|| PictureError::Unreadable(name.to_owned()))
    }

    /// The files to write, by their path below the base.
    pub(crate) fn files(&self) -> MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        held(&self.files)
    }

    fn publish(&self, name: &str, bytes: Vec<u8>) -> Option<Picture> {
        let reader = ImageReader::new(Cursor::new(&bytes)).with_guessed_format().ok()?;
        let format = reader.format()?;
        let image = reader.decode().ok()?;
        let stem = Path::new(name).file_stem()?.to_str()?;
        let small = self.small(&image, format, stem, bytes.len());
        let src = self.file(stem, format, bytes)?;
        Some(Picture { src, width: image.width(), height: image.height(), alt: String::new(), small })
    }

    /// The smaller width, where it is smaller in bytes too. A photograph stays JPEG; drawings become lossless WebP.
    fn small(&self, image: &DynamicImage, format: ImageFormat, stem: &str, full: usize) -> Option<SmallPicture> {
        if image.width() < WORTH_A_SMALL_ONE {
            return None;
        }
        let scaled = image.resize(SMALL_WIDTH, u32::MAX, image::imageops::FilterType::Lanczos3);
        let format = if format == ImageFormat::Jpeg { ImageFormat::Jpeg } else { ImageFormat::WebP };
        let mut bytes = Cursor::new(Vec::new());
        scaled.write_to(&mut bytes, format).ok()?;
        let bytes = Some(bytes.into_inner()).filter(|bytes| bytes.len() < full)?;
        let src = self.file(&[stem, "-", &scaled.width().to_string()].concat(), format, bytes)?;
        Some(SmallPicture { src, width: scaled.width() })
    }

    fn file(&self, stem: &str, format: ImageFormat, bytes: Vec<u8>) -> Option<String> {
        let extension = format.extensions_str().first()?;
        let path = format!("media/{stem}-{}.{extension}", digest::short(&bytes));
        held(&self.files).insert(path.clone(), bytes);
        Some(path)
    }
}

/// A panic elsewhere leaves the maps as they were: they are only ever added to.
fn held<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
