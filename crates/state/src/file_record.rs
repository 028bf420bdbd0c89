//! A file of a build, as it is recorded in the manifest.

use investchn_digest::{Digest, FileStamp};

/// A file as a build left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileRecord {
    /// The digest of its bytes.
    pub digest: Digest,
    /// The digest of the file's inputs; none if the inputs are not known before the file is made.
    pub input_digest: Option<Digest>,
    /// The stamp of the file right after the build.
    pub stamp: FileStamp,
}
