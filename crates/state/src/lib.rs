//! The formats of the files that one build leaves for the next: [`seal()`] and [`unseal`] protect each of them, and [`Manifest`]
//! is the table of all files of a site, which is read in place.
//!
//! Invariant: a file that is damaged, of another version or of another kind is read as none. This crate opens no file.

mod file_record;
mod lookup;
mod manifest;
mod manifest_writer;
mod row;
mod seal;

pub use file_record::FileRecord;
pub use manifest::{FolderStamp, Manifest, folder_of, row_order};
pub use manifest_writer::{FOLDER_OF_MANY, ManifestWriter};
pub use seal::{StateFile, begin, seal, unseal};
