//! The day after which a date is in the future.

use std::path::Path;

use investchn_model::PartialDate;

/// Knows which day it is, so that a check says tomorrow what it says today.
pub trait Today: Sync {
    /// Returns today if the date, which the file has, is after it.
    fn before(&self, date: PartialDate, file: &Path) -> Option<PartialDate>;
}
