//! The pictures of articles: measures them, names their published files in `media/`, and makes the smaller version. Bytes
//! stay on disk until they are written.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use image::{DynamicImage, ImageFormat, ImageReader};
use investchn_markdown::PictureError;
use investchn_model::Picture;
use investchn_model::block::SmallPicture;
use serde::{Deserialize, Serialize};

use crate::build_cache::BuildCache;
use investchn_digest::Digest;
use investchn_digest::FileStamp;

use crate::files::Files;

/// The width of the smaller version, in pixels: the width of a phone's screen at a density of two.
const SMALL_WIDTH: u32 = 720;

/// The least width of a picture that gets a smaller version, in pixels.
const MIN_WIDTH_FOR_SMALL: u32 = SMALL_WIDTH * 4 / 3;

/// The pictures that the articles show. Threads share it: each file content is decoded once, and other threads that need it
/// wait.
#[derive(Debug)]
pub struct Pictures {
    source: Arc<dyn Files>,
    /// The cache of smaller versions. Without it none are made, which suffices for checking.
    cache: Option<Arc<dyn BuildCache>>,
    made: Mutex<HashMap<Digest, Arc<PictureOnce>>>,
    files: Mutex<BTreeMap<String, PathBuf>>,
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
    CacheFailed(String),
}

/// The smaller version of a picture, in the cache.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct SmallerFile {
    digest: Digest,
    width: u32,
    extension: String,
}

/// A picture that an article shows: its source file and its published files.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ShownPicture {
    path: PathBuf,
    /// The stamp of the file when it was read; none if the file was too young to have a reliable stamp.
    stamp: Option<FileStamp>,
    /// The published files, each by its path below the base, with the file that has its bytes.
    pub(crate) files: Vec<(String, PathBuf)>,
}

impl Pictures {
    /// Makes an empty set. `cache` stores the smaller versions.
    pub fn new(source: Arc<dyn Files>, cache: Option<Arc<dyn BuildCache>>) -> Self {
        Pictures { source, cache, made: Mutex::default(), files: Mutex::default() }
    }

    /// Reads a picture beside an article, registers its files for publishing, and returns the published form without its
    /// alternative text.
    pub(crate) fn beside(&self, article: &Path, name: &str) -> Result<(Picture, ShownPicture), PictureError> {
        let plain = !name.is_empty() && !name.contains(['/', '\\', ':']) && name != "..";
        if !plain {
            return Err(PictureError::Elsewhere(name.to_owned()));
        }
        let path = article.with_file_name(name);
        let missing = |_| PictureError::Missing(name.to_owned());
        let stamp = self.source.stamp(&path).map_err(missing)?;
        let bytes = self.source.read(&path).map_err(missing)?;
        let digest = Digest::of(&bytes);
        let entry = lock(&self.made).entry(digest).or_default().clone();
        let made = entry.get_or_init(|| self.make(digest, &bytes));
        let made = made.as_ref().map_err(|reason| match reason {
            PictureFailure::Unreadable => PictureError::Unreadable(name.to_owned()),
            PictureFailure::CacheFailed(reason) => PictureError::CacheFailed(name.to_owned(), reason.clone()),
        })?;
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let media = |stem: &str, digest: Digest, extension: &str| {
            format!("media/{stem}-{}.{extension}", &digest.to_string()[..16])
        };
        let src = media(stem, digest, &made.extension);
        let mut files = vec![(src.clone(), path.clone())];
        let mut small = None;
        if let (Some(made), Some(cache)) = (&made.small, &self.cache) {
            let src = media(&[stem, "-", &made.width.to_string()].concat(), made.digest, &made.extension);
            files.push((src.clone(), cache.path(&small_name(digest))));
            small = Some(SmallPicture { src, width: made.width });
        }
        let shown = ShownPicture { path, stamp: Some(stamp).filter(|stamp| stamp.is_settled()), files };
        self.publish(&shown);
        Ok((Picture { src, width: made.width, height: made.height, alt: String::new(), small }, shown))
    }

    /// Registers the files that an earlier build published, if the picture is unchanged. Returns false if it must be read
    /// again.
    pub(crate) fn publish_unchanged(&self, shown: &ShownPicture) -> bool {
        let same = shown.stamp.is_some() && self.source.stamp(&shown.path).ok() == shown.stamp;
        let there = same && shown.files.iter().all(|(_, from)| self.source.stamp(from).is_ok());
        if there {
            self.publish(shown);
        }
        there
    }

    fn publish(&self, shown: &ShownPicture) {
        if let Some(cache) = &self.cache {
            for name in shown.files.iter().filter_map(|(_, from)| from.file_name()?.to_str()) {
                // This marks the entry as used by this build.
                cache.path(name);
            }
        }
        lock(&self.files).extend(shown.files.iter().cloned());
    }

    /// Returns the files to write, each by its path below the base, with the file that has its bytes.
    pub fn files(&self) -> MutexGuard<'_, BTreeMap<String, PathBuf>> {
        lock(&self.files)
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
            let text = serde_json::to_vec(&made).map_err(|error| PictureFailure::CacheFailed(error.to_string()))?;
            cache.write(&name, &text).map_err(|error| PictureFailure::CacheFailed(error.to_string()))?;
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
        cache.write(&small_name(digest), &bytes).map_err(|error| PictureFailure::CacheFailed(error.to_string()))?;
        Ok(Some(SmallerFile { digest: Digest::of(&bytes), width: scaled.width(), extension: extension(format) }))
    }
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
