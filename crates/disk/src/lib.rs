//! The disk, for the crates that know no file system: source files and the build cache in folders of this machine, and the day of the
//! newest commit in them.
//!
//! Invariant: it implements the traits of `sources` and `lint` and decides nothing about what is read or kept.

mod cache;
mod commit_date;
mod files;

pub use cache::DiskCache;
pub use commit_date::{CommitDate, clock_day, today_in_china};
pub use files::DiskFiles;
