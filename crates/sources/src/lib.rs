//! Parses the content folder (Markdown, TOML and CSV) into a [`SourceTree`], and checks each source by itself.
//!
//! Invariant: this crate reads files only through the trait [`Files`] and caches results only through the trait
//! [`BuildCache`], so that it works on a folder, in memory and in a browser's storage alike.

mod article;
mod article_cache;
mod articles;
mod attachments;
mod body;
mod body_cache;
mod front_matter;
#[cfg(fuzzing)]
pub mod fuzzing;
mod languages;
mod lints;
mod media;
mod pictures;
mod portable_name;
mod settings;
mod suppression;
mod translation;
mod translations;
mod tree;

#[cfg(test)]
mod tests;

pub use article::ArticleSource;
pub use articles::highest_numbers;
pub use body::{ParsedBody, body};
pub use front_matter::{ArticleSpans, Pin, TextEntry};
pub use investchn_files::{BuildCache, EditedFiles, Files, FoundFile, MemoryFiles, SourceError};
pub use investchn_markdown::{InternalLink, Prose, ProseKind, attachment_extension, excerpt_of, prose};
pub use investchn_zones::{
    CitedFact, RegionNames, Regions, RowPlace, Terms, ZoneLookup, ZoneSource, ZoneTables, csv_rows, source_labels,
    unknown_zone,
};
pub use languages::is_translation;
pub use lints::{ArticleLint, ArticleText, Lints, TranslationLint};
pub use media::MediaFile;
pub use pictures::Pictures;
pub use settings::{EditionSettings, FeedText, Prerender, SiteSettings};
pub use suppression::Suppression;
pub use tree::{EditionParts, SourceTree};
