//! The pictures of articles: their size, their published names, and the smaller width. It owns the files of `media/`; their
//! bytes stay on the disk until they are written.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use image::{DynamicImage, ImageFormat, ImageReader};
use investchn_model::Picture;
use investchn_model::block::SmallPicture;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::build_cache::BuildCache;
use investchn_digest::Digest;
use investchn_digest::FileStamp;

use crate::files::Files;

/// The smaller width, in pixels: a phone's screen at twice its density.
const SMALL_WIDTH: u32 = 720;

/// A picture much wider than the small one is worth making smaller.
const WORTH_A_SMALL_ONE: u32 = SMALL_WIDTH * 4 / 3;

/// Why a picture cannot be published.
#[derive(Debug, Error)]
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
    /// The machine's fault, not the picture's.
    #[error("there is no room for the smaller form of `{0}`: {1}")]
    NoRoom(String, String),
}

/// The pictures met so far. Threads share it: what is in a file is looked at once, and who needs it meanwhile waits.
#[derive(Debug)]
pub struct Pictures {
    source: Arc<dyn Files>,
    /// Where smaller pictures are kept. Without it none are made: that is for who only checks.
    cache: Option<Arc<dyn BuildCache>>,
    made: Mutex<HashMap<Digest, Arc<PictureOnce>>>,
    files: Mutex<BTreeMap<String, PathBuf>>,
}

/// What is known of a picture's bytes, whatever their file is called.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct PictureInfo {
    width: u32,
    height: u32,
    extension: String,
    small: Option<SmallerFile>,
}

/// What was found when a picture was looked at for the first time.
type PictureOnce = OnceLock<Result<PictureInfo, PictureFailure>>;

/// Why nothing is known of a picture's bytes.
#[derive(Debug)]
enum PictureFailure {
    Unreadable,
    NoRoom(String),
}

/// The smaller picture, as it lies in the cache.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct SmallerFile {
    digest: Digest,
    width: u32,
    extension: String,
}

/// A picture that an article shows: its file, and what is published of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ShownPicture {
    path: PathBuf,
    /// As the file stood when it was read; none while it was still too young to tell.
    stamp: Option<FileStamp>,
    /// The published files by their path below the base, each with the file that holds its bytes.
    pub(crate) files: Vec<(String, PathBuf)>,
}

impl Pictures {
    /// No pictures yet; `cache` keeps the smaller ones.
    pub fn new(source: Arc<dyn Files>, cache: Option<Arc<dyn BuildCache>>) -> Self {
        Pictures { source, cache, made: Mutex::default(), files: Mutex::default() }
    }

    /// The published form, without its alternative text, of a picture that lies beside an article.
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
        let entry = held(&self.made).entry(digest).or_default().clone();
        let made = entry.get_or_init(|| self.make(digest, &bytes));
        let made = made.as_ref().map_err(|reason| match reason {
            PictureFailure::Unreadable => PictureError::Unreadable(name.to_owned()),
            PictureFailure::NoRoom(reason) => PictureError::NoRoom(name.to_owned(), reason.clone()),
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

    /// Publishes again what an earlier build published, if the file is still as it was.
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
                // The cache is told that it is still needed.
                cache.path(name);
            }
        }
        held(&self.files).extend(shown.files.iter().cloned());
    }

    /// The files to write, by their path below the base, each with the file that holds its bytes.
    pub fn files(&self) -> MutexGuard<'_, BTreeMap<String, PathBuf>> {
        held(&self.files)
    }

    /// Looks at a picture, or at what an earlier build found.
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
            let text = serde_json::to_vec(&made).map_err(|error| PictureFailure::NoRoom(error.to_string()))?;
            cache.write(&name, &text).map_err(|error| PictureFailure::NoRoom(error.to_string()))?;
        }
        Ok(made)
    }

    fn has_small(&self, digest: Digest) -> bool {
        self.cache.as_ref().is_some_and(|cache| self.source.stamp(&cache.path(&small_name(digest))).is_ok())
    }

    /// The smaller width, where it is smaller in bytes too. A photograph stays JPEG; drawings become lossless WebP.
    fn small(
        &self,
        image: &DynamicImage,
        format: ImageFormat,
        digest: Digest,
        full: usize,
    ) -> Result<Option<SmallerFile>, PictureFailure> {
        let Some(cache) = self.cache.as_ref().filter(|_| image.width() >= WORTH_A_SMALL_ONE) else { return Ok(None) };
        let scaled = image.resize(SMALL_WIDTH, u32::MAX, image::imageops::FilterType::Lanczos3);
        let format = if format == ImageFormat::Jpeg { ImageFormat::Jpeg } else { ImageFormat::WebP };
        let mut bytes = Cursor::new(Vec::new());
        scaled.write_to(&mut bytes, format).map_err(|_| PictureFailure::Unreadable)?;
        let bytes = bytes.into_inner();
        if bytes.len() >= full {
            return Ok(None);
        }
        cache.write(&small_name(digest), &bytes).map_err(|error| PictureFailure::NoRoom(error.to_string()))?;
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

/// What the smaller form of a picture is called in the cache.
fn small_name(digest: Digest) -> String {
    format!("{digest}.small")
}

/// A panic elsewhere leaves the maps as they were: they are only ever added to.
fn held<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
