//! `history.csv`: what zones were before they were upgraded or renamed, the oldest first.

use std::path::Path;

use investchn_diagnostics::{Diagnostic, rules};
use investchn_model::{FormerZone, Hectares, Level, Period};
use serde::Deserialize;

use crate::citations::{Citations, citation};
use crate::csv_table::{self, RowCells, area_help, date_help, list};
use crate::zone_source::{ZoneSource, cited_for, zone_of};
use investchn_files::{Files, SourceError};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HistoryRow {
    zone: String,
    name: String,
    aliases: String,
    /// The types then; the name says them, so only tables use them.
    #[serde(rename = "types")]
    _types: String,
    level: String,
    code: String,
    approved: String,
    area_ha: String,
    source: String,
}

/// Adds the rows to their zones, and faulty ones to `diagnostics`. A former name that is not a name today is an alias.
pub(super) fn add(
    files: &dyn Files,
    file: &Path,
    zones: &mut [ZoneSource],
    citations: &Citations,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), SourceError> {
    for (place, row) in csv_table::optional_rows::<HistoryRow>(files, file, diagnostics)? {
        if place.is_shifted {
            continue;
        }
        let mut cells = RowCells { place, diagnostics: &mut *diagnostics };
        let approved: Option<Period> = cells.optional("approved", &row.approved, &rules::DATE, date_help);
        let area_ha: Option<Hectares> = cells.optional("area_ha", &row.area_ha, &rules::ZONE_AREA, area_help);
        let level: Option<Level> = if row.level.is_empty() { None } else { cells.word("level", &row.level) };
        let source = citation(&row.source, citations, &cells.place("source"), cells.diagnostics);
        let zone = zone_of(&row.zone, zones, &cells.place("zone"), cells.diagnostics);
        let (Some(source), Some(ZoneSource { zone, former_names, cited, .. })) = (source, zone) else { continue };
        cited.push(cited_for("history.csv", &row.source, citations));
        for name in std::iter::once(row.name.clone()).chain(list(&row.aliases)) {
            if name != zone.name.value && name != zone.short_name && !zone.aliases.contains(&name) {
                zone.aliases.push(name.clone());
                former_names.push(name);
            }
        }
        let code = (!row.code.is_empty()).then_some(row.code);
        zone.history.push(FormerZone { name: row.name, level, code, approved, area_ha, source });
    }
    Ok(())
}
