//! The bytes of cached articles. A build reads all of them, so they are read without a parser: numbers in little endian, texts after
//! their length, parts in the order of the fields. Parts that few articles have are JSON.

use std::path::PathBuf;
use std::str::FromStr;

use investchn_diagnostics::{Diagnostic, LineColumn};
use investchn_digest::{Digest, FileStamp};
use investchn_markdown::InternalLink;
use investchn_model::block::SmallPicture;
use investchn_model::route::Route;
use investchn_model::{ArticleId, Correction, Item, Kind, PartialDate, Picture, ZoneId, ZoneRef};

use super::cached_article::CachedArticle;
use crate::article::ArticleSource;
use crate::front_matter::Pin;
use crate::media::MediaFile;
use crate::suppression::Suppression;

/// A part of a cached article.
pub(super) trait Stored: Sized {
    /// Appends the bytes.
    fn write(&self, to: &mut Vec<u8>);

    /// Reads the bytes at the front, and takes them away; none if there are no such bytes.
    fn read(from: &mut &[u8]) -> Option<Self>;
}

/// Implements [`Stored`] for a type by all of its fields.
macro_rules! stored {
    ($type:ident { $($field:ident),* }) => {
        impl Stored for $type {
            fn write(&self, to: &mut Vec<u8>) {
                let $type { $($field),* } = self;
                $($field.write(to);)*
            }

            fn read(from: &mut &[u8]) -> Option<Self> {
                Some($type { $($field: Stored::read(from)?),* })
            }
        }
    };
}

/// Implements [`Stored`] for numbers.
macro_rules! stored_number {
    ($($type:ty),*) => {
        $(impl Stored for $type {
            fn write(&self, to: &mut Vec<u8>) {
                to.extend_from_slice(&self.to_le_bytes());
            }

            fn read(from: &mut &[u8]) -> Option<Self> {
                from.split_off(..size_of::<$type>())?.try_into().ok().map(<$type>::from_le_bytes)
            }
        })*
    };
}

/// Implements [`Stored`] for types with a text form.
macro_rules! stored_text {
    ($($type:ty),*) => {
        $(impl Stored for $type {
            fn write(&self, to: &mut Vec<u8>) {
                write_text(&self.to_string(), to);
            }

            fn read(from: &mut &[u8]) -> Option<Self> {
                <$type>::from_str(read_text(from)?).ok()
            }
        })*
    };
}

stored_number!(u8, u32, u64);
stored_text!(String, ArticleId, ZoneId, PartialDate);
stored!(FileStamp { length, modified });
stored!(LineColumn { line, column });
stored!(InternalLink { route, at });
stored!(SmallPicture { src, width });
stored!(Picture { src, width, height, alt, small });
stored!(ZoneRef { id, name, short_name });
stored!(Item { id, title, published, source, zone, kind, summary, picture });
stored!(MediaFile { path, stamp, published });

fn write_text(text: &str, to: &mut Vec<u8>) {
    (text.len() as u32).write(to);
    to.extend_from_slice(text.as_bytes());
}

fn read_text<'a>(from: &mut &'a [u8]) -> Option<&'a str> {
    let length = u32::read(from)? as usize;
    str::from_utf8(from.split_off(..length)?).ok()
}

impl Stored for usize {
    fn write(&self, to: &mut Vec<u8>) {
        (*self as u64).write(to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        u64::read(from)?.try_into().ok()
    }
}

impl Stored for bool {
    fn write(&self, to: &mut Vec<u8>) {
        u8::from(*self).write(to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        Some(u8::read(from)? == 1)
    }
}

/// A path that is no text is read as another one, at which no article is.
impl Stored for PathBuf {
    fn write(&self, to: &mut Vec<u8>) {
        write_text(&self.to_string_lossy(), to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        Some(PathBuf::from(read_text(from)?))
    }
}

impl Stored for Kind {
    fn write(&self, to: &mut Vec<u8>) {
        (*self as u8).write(to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        Kind::ALL.get(usize::from(u8::read(from)?)).copied()
    }
}

impl Stored for Route {
    fn write(&self, to: &mut Vec<u8>) {
        write_text(&self.path(), to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        Route::parse(read_text(from)?)
    }
}

impl Stored for Digest {
    fn write(&self, to: &mut Vec<u8>) {
        to.extend_from_slice(&self.to_bytes());
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        from.split_off(..Digest::LENGTH)?.try_into().ok().map(Digest::from_bytes)
    }
}

impl<One: Stored, Other: Stored> Stored for (One, Other) {
    fn write(&self, to: &mut Vec<u8>) {
        self.0.write(to);
        self.1.write(to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        Some((One::read(from)?, Other::read(from)?))
    }
}

impl<Part: Stored> Stored for Option<Part> {
    fn write(&self, to: &mut Vec<u8>) {
        self.is_some().write(to);
        self.iter().for_each(|part| part.write(to));
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        if bool::read(from)? { Part::read(from).map(Some) } else { Some(None) }
    }
}

impl<Part: Stored> Stored for Vec<Part> {
    fn write(&self, to: &mut Vec<u8>) {
        (self.len() as u32).write(to);
        self.iter().for_each(|part| part.write(to));
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        (0..u32::read(from)?).map(|_| Part::read(from)).collect()
    }
}

/// The parts of an article that few articles have.
type RareParts = (Option<Pin>, Option<Pin>, Vec<Correction>, Vec<Suppression>, Vec<Diagnostic>);

impl Stored for CachedArticle {
    fn write(&self, to: &mut Vec<u8>) {
        let CachedArticle { stamp, bytes, article, diagnostics, is_new: _ } = self;
        #[rustfmt::skip]
        let ArticleSource {
            file, number, item, lang, aliases, previous, next, corrections, draft, suppressions, title_at, published_at, links, media,
            file_digest, digest,
        } = article.as_ref();
        stamp.write(to);
        bytes.write(to);
        file.write(to);
        number.write(to);
        item.write(to);
        lang.write(to);
        aliases.write(to);
        draft.write(to);
        title_at.write(to);
        published_at.write(to);
        links.write(to);
        media.write(to);
        file_digest.write(to);
        digest.write(to);
        let is_rare = previous.is_some()
            || next.is_some()
            || !(corrections.is_empty() && suppressions.is_empty() && diagnostics.is_empty());
        let rare = is_rare.then(|| serde_json::to_string(&(previous, next, corrections, suppressions, diagnostics)));
        // Writing JSON fails for no part of an article.
        write_text(&rare.and_then(Result::ok).unwrap_or_default(), to);
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        let (stamp, bytes) = (Stored::read(from)?, Stored::read(from)?);
        let mut article = Box::new(ArticleSource {
            file: Stored::read(from)?,
            number: Stored::read(from)?,
            item: Stored::read(from)?,
            lang: Stored::read(from)?,
            aliases: Stored::read(from)?,
            previous: None,
            next: None,
            corrections: Vec::new(),
            draft: Stored::read(from)?,
            suppressions: Vec::new(),
            title_at: Stored::read(from)?,
            published_at: Stored::read(from)?,
            links: Stored::read(from)?,
            media: Stored::read(from)?,
            file_digest: Stored::read(from)?,
            digest: Stored::read(from)?,
        });
        let rare = read_text(from)?;
        let mut diagnostics = Vec::new();
        if !rare.is_empty() {
            let rare: RareParts = serde_json::from_str(rare).ok()?;
            (article.previous, article.next, article.corrections, article.suppressions, diagnostics) = rare;
        }
        Some(CachedArticle { stamp, bytes, article, diagnostics, is_new: false })
    }
}
