//! What sources are read from: a file system, by the trait [`Files`], and the cache of the last build, by [`BuildCache`].
//!
//! Invariant: this crate opens no file itself, so that sources may lie on a disk, in memory or in a browser's storage alike.

mod build_cache;
mod edited_files;
mod error;
mod files;

pub use build_cache::BuildCache;
pub use edited_files::EditedFiles;
pub use error::SourceError;
pub use files::{Files, FoundFile, MemoryFiles};
