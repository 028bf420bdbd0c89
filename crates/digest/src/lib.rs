//! Identity of bytes: [`Digest`], a hash that names files and compares builds, and [`FileStamp`], which tells without
//! reading a file that nobody has written to it.
//!
//! Invariant: the same bytes have the same digest in every build, and a stamp that is equal means the same bytes.

mod digest;
mod stamp;

pub use digest::{Digest, short_digest};
pub use stamp::FileStamp;
