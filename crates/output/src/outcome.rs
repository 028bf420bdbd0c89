//! The outcome of writing a folder.

use crate::file_record::FileRecord;

/// Counts of files, for people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WriteStats {
    /// Files written anew.
    pub written: usize,
    /// Files that had the same bytes already.
    pub unchanged: usize,
    /// Files that no longer belong.
    pub removed: usize,
    /// Bytes of all files.
    pub bytes: u64,
}

/// The files that a build kept, wrote and removed.
#[derive(Debug, Default)]
pub struct WriteOutcome {
    /// Counts for people.
    pub written: WriteStats,
    /// Every file as it stands there.
    pub files: Vec<(String, FileRecord)>,
    /// The files that were written anew.
    pub changed: Vec<String>,
    /// Those of them that the last build did not leave.
    pub added: Vec<String>,
    /// The files that were removed.
    pub removed: Vec<String>,
    /// The number of `files` that the last build had too.
    pub again: usize,
    /// True if the files of the last build are known. If they are not, a file that was not written may still be new.
    pub last_is_known: bool,
}
