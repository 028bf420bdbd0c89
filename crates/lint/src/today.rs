//! The reference date of the checks. Later dates are in the future.

use std::path::Path;

use investchn_model::PartialDate;

/// The source of today's date. Checks use it instead of the clock, so that a later check of the same sources has the same
/// result.
pub trait Today: Sync {
    /// Returns today's date, if it is known.
    fn day(&self) -> Option<PartialDate>;

    /// Returns today's date if `date`, the date in `file`, is after it.
    fn before(&self, date: PartialDate, file: &Path) -> Option<PartialDate>;
}
