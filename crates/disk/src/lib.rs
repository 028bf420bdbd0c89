//! The disk, for the crates that know no file system: source files and the build cache in folders of this machine.
//!
//! Invariant: it implements the traits of `sources` and decides nothing about what is read or kept.

mod cache;
mod files;

pub use cache::DiskCache;
pub use files::DiskFiles;
