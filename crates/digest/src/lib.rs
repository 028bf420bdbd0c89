//! Tells whether bytes are the same: [`Digest`] is a hash that names files and compares builds, and [`FileStamp`] shows
//! without reading a file that nobody has written to it.
//!
//! Invariant: the same bytes have the same digest in every build, and a file with an unchanged, settled stamp has the same
//! bytes.

mod digest;
mod stamp;

pub use digest::{Digest, short_digest};
pub use stamp::FileStamp;
