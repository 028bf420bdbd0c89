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
mod build_cache;
mod citations;
mod csv_table;
mod edited_files;
mod error;
mod files;
mod front_matter;
#[cfg(fuzzing)]
pub mod fuzzing;
mod media;
mod other_form;
mod pictures;
mod portable_name;
mod regions;
mod settings;
mod suppression;
mod tree;
mod zone_lookup;
mod zone_source;
mod zones;

pub use article::{ArticleLint, ArticleSource};
pub use articles::highest_numbers;
pub use body::{ParsedBody, body};
pub use build_cache::BuildCache;
pub use citations::source_labels;
pub use csv_table::{RowPlace, rows as csv_rows};
pub use edited_files::EditedFiles;
pub use error::SourceError;
pub use files::{Files, FoundFile, MemoryFiles};
pub use front_matter::{ArticleSpans, Pin, TextEntry};
pub use investchn_markdown::{InternalLink, Prose, ProseKind, attachment_extension, excerpt_of, prose};
pub use media::MediaFile;
pub use pictures::Pictures;
pub use regions::Regions;
pub use settings::{FeedText, Prerender, SiteSettings};
pub use suppression::Suppression;
pub use tree::SourceTree;
pub use zone_lookup::ZoneLookup;
pub use zone_source::{CitedFact, ZoneSource};
