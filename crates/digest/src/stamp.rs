//! The stamp of a file: its length and the time of its last write.

use std::io;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// The longest time for which the clock of a file system shows the same value.
const CLOCK_TICK: Duration = Duration::from_secs(1);

/// The length and modification time of a file. Writing to the file or replacing it changes the stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileStamp {
    /// The length, in bytes.
    pub length: u64,
    /// The time of the last write, in nanoseconds since 1970 by the file system's clock.
    pub modified: u64,
}

impl FileStamp {
    /// Makes a stamp from the metadata of a file.
    ///
    /// # Errors
    /// If the time is before 1970 or after 2554, which 64 bits cannot hold.
    pub fn new(length: u64, modified: SystemTime) -> io::Result<Self> {
        let modified = modified.duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
        Ok(FileStamp { length, modified: u64::try_from(modified.as_nanos()).map_err(io::Error::other)? })
    }

    /// Returns true if the file was written so long ago that a write from now on must change its stamp.
    pub fn is_settled(self) -> bool {
        let modified = UNIX_EPOCH + Duration::from_nanos(self.modified);
        SystemTime::now().duration_since(modified).is_ok_and(|age| age > CLOCK_TICK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fresh_files_are_not_settled() {
        let now = SystemTime::now();
        assert!(!FileStamp::new(1, now).unwrap().is_settled());
        assert!(FileStamp::new(1, now - CLOCK_TICK * 2).unwrap().is_settled());
    }
}
