//! What a build did to a folder.

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

/// What a build did to each file.
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
    /// How many of `files` the last build left too.
    pub again: usize,
    /// Whether it is known what the last build left. Where it is not, what was not written may be new all the same.
    pub last_is_known: bool,
}
