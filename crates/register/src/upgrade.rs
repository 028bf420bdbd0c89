//! A provincial zone becomes a national one.

use crate::error::RegisterError;
use crate::former;
use crate::names::{GivenNames, Named, names, official};
use crate::tables::RegisterTables;
use crate::values;

/// An upgrade. The id stays, because ids are addresses for ever.
#[derive(Clone, Debug)]
pub struct UpgradeZone {
    /// The zone's id.
    pub zone: String,
    /// The new official name.
    pub name: String,
    /// The new types; none if they stay.
    pub types: Option<String>,
    /// The approval as a national zone.
    pub approved: String,
    /// The area of the national zone, if the source states it.
    pub area: Option<String>,
    /// Names that are not to be derived.
    pub given: GivenNames,
    /// The source of the upgrade.
    pub source: String,
}

impl UpgradeZone {
    pub(crate) fn apply(&self, tables: &mut RegisterTables) -> Result<(), RegisterError> {
        let row = tables.zone_row(&self.zone)?;
        if tables.cell(row, "level") == "national" {
            return Err(RegisterError::AlreadyNational(self.zone.clone()));
        }
        // The upgrade of a zone that keeps its name is one too; then it keeps its English name, which a source may state.
        let name = match official(tables, &self.name, Some(row)) {
            Err(RegisterError::SameName(_)) => self.name.trim().to_owned(),
            checked => checked?,
        };
        let types = self.types.as_deref().map_or_else(|| Ok(tables.cell(row, "types")), values::types)?;
        let approved = values::period(&self.approved)?;
        let area = self.area.as_deref().map(values::area).transpose()?.unwrap_or_default();
        let province = tables.cell(row, "province");
        let named = Named { name: &name, province: &province, types: &types, level: "national", code: "" };
        let mut given = self.given.clone();
        if given.name_en.is_none() && name == tables.cell(row, "name") {
            given.name_en = Some(tables.cell(row, "name_en"));
            given.name_en_source = Some(tables.cell(row, "name_en_source"));
        }
        let names = names(tables, &named, &given, Some(row))?;
        former::keep(tables, row, &self.zone, true, &[&name, &names.short])?;
        tables.remove_doubts(&self.zone, |column| ["approved", "area_ha"].contains(&column));
        let source = self.source.as_str();
        tables.set_zone(
            row,
            &[
                ("name", &name),
                ("short", &names.short),
                ("aliases", ""),
                ("code", ""),
                ("types", &types),
                ("level", "national"),
                ("approved", &approved),
                ("area_ha", &area),
                ("status", "listed"),
                ("status_since", ""),
                ("name_en", &names.name_en),
                ("pinyin", &names.pinyin),
                ("name_source", source),
                ("code_source", ""),
                ("approved_source", source),
                ("area_source", if area.is_empty() { "" } else { source }),
                ("status_source", source),
                ("name_en_source", given.name_en_source.as_deref().unwrap_or_default()),
            ],
        )
    }
}
