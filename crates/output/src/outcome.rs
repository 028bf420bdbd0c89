//! The outcome of writing a folder.

use investchn_state::Manifest;

/// Numbers of files, for a summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WriteStats {
    /// Files that were written.
    pub written: usize,
    /// Files that already had the same bytes.
    pub unchanged: usize,
    /// Files that no longer belonged to the site.
    pub removed: usize,
    /// Bytes of all files together.
    pub bytes: u64,
}

/// The files that a build kept, wrote and removed.
#[derive(Debug, Default)]
pub struct WriteOutcome {
    /// Numbers of files, for a summary.
    pub written: WriteStats,
    /// Every file of the folder.
    pub manifest: Manifest,
    /// The names of the files that were written.
    pub changed: Vec<String>,
    /// The names of those that the output of the last build did not have.
    pub added: Vec<String>,
    /// The names of the files that were removed.
    pub removed: Vec<String>,
    /// True if the files of the last build are known. If they are not, a file that was not written may still be new.
    pub last_is_known: bool,
}
