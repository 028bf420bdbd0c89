//! The pictures of articles: measures them, names their published files, and makes the smaller version.

use std::collections::HashMap;
use std::io::Cursor;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use image::{DynamicImage, ImageFormat, ImageReader};
use investchn_localized::{Localized, Text};
use investchn_markdown::PictureError;
use investchn_model::Picture;
use investchn_model::block::SmallPicture;
use serde::{Deserialize, Serialize};

use investchn_digest::Digest;
use investchn_files::BuildCache;

use crate::media::{self, MediaFile, ReadFile};
use investchn_files::Files;
use investchn_files::SourceError;

/// The width of the smaller version, in pixels: the width of a phone's screen at a density of two.
const SMALL_WIDTH: u32 = 720;

/// The least width of a picture that gets a smaller version, in pixels.
const MIN_WIDTH_FOR_SMALL: u32 = SMALL_WIDTH * 4 / 3;

/// The pictures that the articles show. Threads share it: each file content is decoded once, and other threads that need it
/// wait.
#[derive(Debug)]
pub struct Pictures {
    pub(crate) source: Arc<dyn Files>,
    /// The cache of smaller versions. Without it none are made, which suffices for checking.
    cache: Option<Arc<dyn BuildCache>>,
    made: Mutex<HashMap<Digest, Arc<PictureOnce>>>,
}

/// The properties of a picture's content, independent of file names.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct PictureInfo {
    width: u32,
    height: u32,
    extension: String,
    small: Option<SmallerFile>,
}

/// The result of decoding a picture for the first time.
type PictureOnce = OnceLock<Result<PictureInfo, PictureFailure>>;

/// An error of decoding a picture or storing its smaller version.
#[derive(Debug)]
enum PictureFailure {
    Unreadable,
    CacheFailed(Text),
}

/// The smaller version of a picture, in the cache.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct SmallerFile {
    digest: Digest,
    width: u32,
    extension: String,
}

impl Pictures {
    /// Makes an empty set. `cache` stores the smaller versions.
    pub fn new(source: Arc<dyn Files>, cache: Option<Arc<dyn BuildCache>>) -> Self {
        Pictures { source, cache, made: Mutex::default() }
    }

    /// Reads a picture beside an article. Returns the published form without its alternative text, and what is published for
    /// it.
    pub(crate) fn beside(&self, article: &Path, name: &str) -> Result<(Picture, MediaFile), PictureError> {
        if !media::is_beside(name) {
            return Err(PictureError::Elsewhere(name.to_owned()));
        }
        let read = media::read(self.source.as_ref(), article, name);
        let ReadFile { path, stamp, bytes, digest } = read.map_err(|_| PictureError::Missing(name.to_owned()))?;
        let entry = lock(&self.made).entry(digest).or_default().clone();
        let made = entry.get_or_init(|| self.make(digest, &bytes));
        let made = made.as_ref().map_err(|reason| match reason {
            PictureFailure::Unreadable => PictureError::Unreadable(name.to_owned()),
            PictureFailure::CacheFailed(reason) => PictureError::CacheFailed(name.to_owned(), reason.clone()),
        })?;
        let stem = media::stem(name);
        let src = media::published_path(stem, digest, &made.extension);
        let mut published = vec![(src.clone(), path.clone())];
        let mut small = None;
        if let (Some(made), Some(cache)) = (&made.small, &self.cache) {
            let stem = [stem, "-", &made.width.to_string()].concat();
            let src = media::published_path(&stem, made.digest, &made.extension);
            published.push((src.clone(), cache.path(&small_name(digest))));
            small = Some(SmallPicture { src, width: made.width });
        }
        let picture = Picture { src, width: made.width, height: made.height, alt: String::new(), small };
        Ok((picture, MediaFile { path, stamp, published }))
    }

    /// Returns true if a file beside an article is as an earlier build read it, and everything is there that is published for
    /// it.
    pub(crate) fn is_unchanged(&self, file: &MediaFile) -> bool {
        let same = file.stamp.is_some() && self.source.stamp(&file.path).ok() == file.stamp;
        let there = same && file.published.iter().all(|(_, from)| self.source.stamp(from).is_ok());
        if let Some(cache) = self.cache.as_ref().filter(|_| there) {
            for name in file.published.iter().filter_map(|(_, from)| from.file_name()?.to_str()) {
                // This marks the entry as used by this build.
                cache.path(name);
            }
        }
        there
    }

    /// Decodes a picture and makes its smaller version, or returns the result of an earlier build.
    fn make(&self, digest: Digest, bytes: &[u8]) -> Result<PictureInfo, PictureFailure> {
        let name = format!("{digest}.picture");
        let kept =
            self.cache.as_ref().and_then(|cache| serde_json::from_slice::<PictureInfo>(&cache.read(&name)?).ok());
        if let Some(kept) = kept.filter(|kept| kept.small.is_none() || self.has_small(digest)) {
            return Ok(kept);
        }
        let (image, format) = decoded(bytes).ok_or(PictureFailure::Unreadable)?;
        let small = self.small(&image, format, digest, bytes.len())?;
        let made = PictureInfo { width: image.width(), height: image.height(), extension: extension(format), small };
        if let Some(cache) = &self.cache {
            let text = serde_json::to_vec(&made).map_err(|error| cache_failed(&error.into()))?;
            cache.write(&name, &text).map_err(|error| cache_failed(&error))?;
        }
        Ok(made)
    }

    fn has_small(&self, digest: Digest) -> bool {
        self.cache.as_ref().is_some_and(|cache| self.source.stamp(&cache.path(&small_name(digest))).is_ok())
    }

    /// Makes the smaller version; none if it would not have fewer bytes. JPEG stays JPEG; other formats become lossless
    /// WebP.
    fn small(
        &self,
        image: &DynamicImage,
        format: ImageFormat,
        digest: Digest,
        full: usize,
    ) -> Result<Option<SmallerFile>, PictureFailure> {
        let Some(cache) = self.cache.as_ref().filter(|_| image.width() >= MIN_WIDTH_FOR_SMALL) else { return Ok(None) };
        let scaled = image.resize(SMALL_WIDTH, u32::MAX, image::imageops::FilterType::Lanczos3);
        let format = if format == ImageFormat::Jpeg { ImageFormat::Jpeg } else { ImageFormat::WebP };
        let mut bytes = Cursor::new(Vec::new());
        scaled.write_to(&mut bytes, format).map_err(|_| PictureFailure::Unreadable)?;
        let bytes = bytes.into_inner();
        if bytes.len() >= full {
            return Ok(None);
        }
        cache.write(&small_name(digest), &bytes).map_err(|error| cache_failed(&error))?;
        Ok(Some(SmallerFile { digest: Digest::of(&bytes), width: scaled.width(), extension: extension(format) }))
    }
}

fn cache_failed(error: &SourceError) -> PictureFailure {
    PictureFailure::CacheFailed(error.localized())
}

fn decoded(bytes: &[u8]) -> Option<(DynamicImage, ImageFormat)> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let format = reader.format()?;
    Some((reader.decode().ok()?, format))
}

fn extension(format: ImageFormat) -> String {
    format.extensions_str().first().copied().unwrap_or("img").to_owned()
}

/// Returns the name of the smaller version in the cache.
fn small_name(digest: Digest) -> String {
    format!("{digest}.small")
}

/// Locks a map. A poisoned lock is safe to use, because entries are only added.
fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
