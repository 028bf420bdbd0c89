//! The traits through which sources are read: [`Files`] is a file system, [`BuildCache`] the cache of the last build.
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
