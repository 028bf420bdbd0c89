//! A zone gets another official name.

use crate::error::RegisterError;
use crate::former;
use crate::names::{GivenNames, Named, names, official};
use crate::tables::RegisterTables;
use crate::values;

/// A renaming. Level, approval, area and code stay.
#[derive(Clone, Debug)]
pub struct RenameZone {
    /// The zone's id.
    pub zone: String,
    /// The new official name.
    pub name: String,
    /// Another id. The old one becomes a former id, whose addresses go on.
    pub new_id: Option<String>,
    /// Names that are not to be derived.
    pub given: GivenNames,
    /// The source of the renaming.
    pub source: String,
}

impl RenameZone {
    pub(crate) fn apply(&self, tables: &mut RegisterTables) -> Result<(), RegisterError> {
        let row = tables.zone_row(&self.zone)?;
        let name = official(tables, &self.name, Some(row))?;
        let [province, types, level, code] =
            ["province", "types", "level", "code"].map(|column| tables.cell(row, column));
        let named = Named { name: &name, province: &province, types: &types, level: &level, code: &code };
        let names = names(tables, &named, &self.given, Some(row))?;
        let new_id = self.new_id.as_deref().map(|id| free_id(tables, id)).transpose()?;
        former::keep(tables, row, &self.zone, false, &[&name, &names.short])?;
        tables.set_zone(
            row,
            &[
                ("name", &name),
                ("short", &names.short),
                ("aliases", ""),
                ("name_en", &names.name_en),
                ("pinyin", &names.pinyin),
                ("name_source", &self.source),
                ("name_en_source", self.given.name_en_source.as_deref().unwrap_or_default()),
            ],
        )?;
        new_id.map_or(Ok(()), |id| self.move_to(tables, row, &id))
    }

    fn move_to(&self, tables: &mut RegisterTables, row: usize, id: &str) -> Result<(), RegisterError> {
        let former = values::with(&tables.cell(row, "former_ids"), &self.zone);
        tables.set_zone(row, &[("former_ids", &former), ("id", id)])?;
        tables.retarget_history(&self.zone, id)?;
        tables.retarget_doubts(&self.zone, id)?;
        tables.sort_zone(row);
        Ok(())
    }
}

/// Checks an id: no zone has or had it.
pub(crate) fn free_id(tables: &RegisterTables, id: &str) -> Result<String, RegisterError> {
    let id = values::zone_id(id)?;
    let has = |row: usize| tables.cell(row, "id") == id || values::list(&tables.cell(row, "former_ids")).contains(&id);
    if tables.zones.rows().any(has) { Err(RegisterError::IdTaken(id)) } else { Ok(id) }
}
