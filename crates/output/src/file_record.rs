//! A file of a build, as it is recorded in the manifest.

use std::path::Path;

use investchn_digest::{Digest, FileStamp};
use serde::{Deserialize, Serialize};

use crate::replace::stamp_of;

/// A file as a build left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "RecordTuple", into = "RecordTuple")]
pub struct FileRecord {
    /// The digest of its bytes.
    pub digest: Digest,
    /// The digest of the file's inputs; none if the inputs are not known before the file is made.
    pub input_digest: Option<Digest>,
    /// The stamp of the file right after the build.
    pub stamp: FileStamp,
}

/// A file in the manifest: digest, input digest, length, modification time. A tuple, because the names of fields would take
/// most of the manifest.
type RecordTuple = (Digest, Option<Digest>, u64, u64);

impl From<RecordTuple> for FileRecord {
    fn from((digest, input_digest, length, modified): RecordTuple) -> Self {
        FileRecord { digest, input_digest, stamp: FileStamp { length, modified } }
    }
}

impl From<FileRecord> for RecordTuple {
    fn from(FileRecord { digest, input_digest, stamp: FileStamp { length, modified } }: FileRecord) -> Self {
        (digest, input_digest, length, modified)
    }
}

impl FileRecord {
    /// Returns true if nobody has written to the file since the build.
    pub(crate) fn is_untouched(self, path: &Path) -> bool {
        stamp_of(path).is_ok_and(|stamp| stamp == self.stamp)
    }
}
