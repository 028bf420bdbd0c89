//! Full-text search on a static host: finds every substring of two characters or more, in Chinese and in Latin letters.
//!
//! The publisher writes an index of small files ([`writer`], feature `write`), and the browser reads the few that a query needs
//! ([`SearchRun`]). Articles are in segments, the newest first. A segment has for every pair of neighbouring characters the list of its
//! articles with that pair ([`PostingShard`]), and the articles' plain text ([`TextPack`]). The lists give candidates; the text
//! confirms each of them before it is shown.
//!
//! Invariant: one format, one folding: the index and the query cannot disagree; opens no file.

mod bits;
mod bytes;
mod candidates;
mod error;
mod excerpt;
mod folding;
#[cfg(all(fuzzing, feature = "write"))]
pub mod fuzzing;
mod hits;
mod manifest;
mod matching;
mod missing;
mod pack;
mod query;
mod reader;
mod shard;
mod terms;
mod verify;
mod walk;
#[cfg(feature = "write")]
pub mod writer;

pub use error::FormatError;
pub use excerpt::{Excerpt, MarkRange};
pub use folding::{FoldedText, fold};
pub use hits::{HitCount, HitOrder, SearchHit, SearchOptions, SearchStep};
pub use manifest::{IndexManifest, SegmentEntry};
pub use matching::SearchFilter;
pub use pack::{PackedArticle, TextPack};
pub use query::{QueryPart, SearchQuery};
pub use reader::SearchRun;
pub use shard::PostingShard;
pub use verify::match_article;
