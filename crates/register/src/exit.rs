//! A zone is struck off the list.

use crate::error::RegisterError;
use crate::tables::RegisterTables;
use crate::values;

/// An exit. The zone's page and its articles stay.
#[derive(Clone, Debug)]
pub struct ExitZone {
    /// The zone's id.
    pub zone: String,
    /// The date since which it is off the list.
    pub since: String,
    /// The source of the exit.
    pub source: String,
}

impl ExitZone {
    pub(crate) fn apply(&self, tables: &mut RegisterTables) -> Result<(), RegisterError> {
        let row = tables.zone_row(&self.zone)?;
        if tables.cell(row, "status") == "exited" {
            return Err(RegisterError::AlreadyExited(self.zone.clone()));
        }
        let since = values::date(&self.since)?;
        tables.set_zone(row, &[("status", "exited"), ("status_since", &since), ("status_source", &self.source)])
    }
}
