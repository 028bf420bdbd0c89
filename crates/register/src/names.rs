//! The names of a zone: those that the editor gives, and those that follow from the official name by rule.

use investchn_localized::localized;
use investchn_naming::{DerivedNames, NewZone, Taken, derive};

use crate::error::RegisterError;
use crate::tables::RegisterTables;
use crate::values::{list, text};

/// Names that an editor gives; the others are derived.
#[derive(Clone, Debug, Default)]
pub struct GivenNames {
    /// The name in common use.
    pub short: Option<String>,
    /// English name.
    pub name_en: Option<String>,
    /// The source of the English name.
    pub name_en_source: Option<String>,
}

/// The facts of a zone from which its names follow.
pub(crate) struct Named<'a> {
    pub(crate) name: &'a str,
    pub(crate) province: &'a str,
    pub(crate) types: &'a str,
    pub(crate) level: &'a str,
    pub(crate) code: &'a str,
}

/// Checks an official name: no other zone has it.
pub(crate) fn official(tables: &RegisterTables, name: &str, own: Option<usize>) -> Result<String, RegisterError> {
    let name = text(localized!(zh "名称", en "name"), name)?;
    match tables.zones.rows_with("name", &name).first() {
        None => Ok(name),
        Some(row) if Some(*row) == own => Err(RegisterError::SameName(tables.cell(*row, "id"))),
        Some(row) => Err(RegisterError::NameTaken { name, id: tables.cell(*row, "id") }),
    }
}

/// Derives all names, and puts the given ones in their place. `own` is the row of a zone that is there already: it keeps its
/// id, and may keep its short name.
pub(crate) fn names(
    tables: &RegisterTables,
    zone: &Named<'_>,
    given: &GivenNames,
    own: Option<usize>,
) -> Result<DerivedNames, RegisterError> {
    let mut taken = Taken::default();
    for row in tables.zones.rows().filter(|row| Some(*row) != own) {
        if own.is_none() {
            taken.ids.insert(tables.cell(row, "id"));
            taken.ids.extend(list(&tables.cell(row, "former_ids")));
        }
        if given.short.is_none() {
            taken.shorts.insert(tables.cell(row, "short"));
        }
    }
    let zone_type = list(zone.types).into_iter().next().unwrap_or_default();
    let new = NewZone {
        name: zone.name,
        province: zone.province,
        zone_type: &zone_type,
        national: zone.level == "national",
        code: zone.code,
    };
    let mut names = derive(&new, &tables.regions, &taken)?;
    if let Some(short) = &given.short {
        names.short = text(localized!(zh "简称", en "short name"), short)?;
    }
    if let Some(name_en) = &given.name_en {
        names.name_en = text(localized!(zh "英文名称", en "English name"), name_en)?;
    }
    Ok(names)
}
