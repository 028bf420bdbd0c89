//! How a file stands in its folder, for telling without reading it that nobody has touched it since.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// Length and time of a file: whoever writes into it, or puts another there, leaves others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Stat {
    /// In bytes.
    pub(crate) length: u64,
    /// When it was last written, in nanoseconds since 1970 by the file system's clock.
    pub(crate) modified: u64,
}

impl Stat {
    /// A file as it stands now.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        Stat::from(&fs::metadata(path)?)
    }

    /// What the system says of a file.
    pub(crate) fn from(metadata: &Metadata) -> io::Result<Self> {
        let modified = metadata.modified()?.duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
        Ok(Stat { length: metadata.len(), modified: u64::try_from(modified.as_nanos()).map_err(io::Error::other)? })
    }

    /// Whether the file was written so long ago that whoever writes it now leaves another time: clocks have ticks.
    pub(crate) fn is_settled(self) -> bool {
        let modified = UNIX_EPOCH + Duration::from_nanos(self.modified);
        SystemTime::now().duration_since(modified).is_ok_and(|age| age > Duration::from_secs(1))
    }
}
