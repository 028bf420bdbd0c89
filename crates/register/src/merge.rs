//! A zone becomes a part of another one.

use crate::error::RegisterError;
use crate::former;
use crate::tables::RegisterTables;
use crate::values::{list, with};

/// A merger. The other zone takes the ids, the names and the history.
#[derive(Clone, Debug)]
pub struct MergeZone {
    /// The id of the zone that goes.
    pub zone: String,
    /// The id of the zone that takes it up.
    pub into: String,
    /// The source of the merger.
    pub source: String,
}

impl MergeZone {
    pub(crate) fn apply(&self, tables: &mut RegisterTables) -> Result<(), RegisterError> {
        if self.zone == self.into {
            return Err(RegisterError::SameZone(self.zone.clone()));
        }
        let (gone, taking) = (tables.zone_row(&self.zone)?, tables.zone_row(&self.into)?);
        tables.retarget_history(&self.zone, &self.into)?;
        tables.gather_history(&self.into);
        former::keep(tables, gone, &self.into, true, &[])?;
        tables.remove_doubts(&self.zone, |_| true);
        let mut ids = with(&tables.cell(taking, "former_ids"), &self.zone);
        for id in list(&tables.cell(gone, "former_ids")) {
            ids = with(&ids, &id);
        }
        let sources = with(&tables.cell(taking, "name_source"), &self.source);
        tables.set_zone(taking, &[("former_ids", &ids), ("name_source", &sources)])?;
        tables.remove_zone(gone);
        Ok(())
    }
}
