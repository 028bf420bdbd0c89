//! One file of a build, as the manifest records it.

use std::path::Path;

use investchn_digest::{Digest, FileStamp};
use serde::{Deserialize, Serialize};

use crate::replace::stamp_of;

/// A file as a build left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
pub struct FileRecord {
    /// The digest of its bytes.
    pub digest: Digest,
    /// The digest of what it was made from; none if that is only known by making it.
    pub input_digest: Option<Digest>,
    /// Its stamp right after the build.
    pub stamp: FileStamp,
}

/// A file in the manifest: digest, input digest, length and time. Names of fields would be most of the manifest.
type Row = (Digest, Option<Digest>, u64, u64);

impl From<Row> for FileRecord {
    fn from((digest, input_digest, length, modified): Row) -> Self {
        FileRecord { digest, input_digest, stamp: FileStamp { length, modified } }
    }
}

impl From<FileRecord> for Row {
    fn from(FileRecord { digest, input_digest, stamp: FileStamp { length, modified } }: FileRecord) -> Self {
        (digest, input_digest, length, modified)
    }
}

impl FileRecord {
    /// Returns true if nobody has written to the file since.
    pub(crate) fn is_untouched(self, path: &Path) -> bool {
        stamp_of(path).is_ok_and(|stamp| stamp == self.stamp)
    }
}
