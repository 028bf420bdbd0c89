//! `history.csv`: what zones were before they were upgraded or renamed, the oldest first.

use std::path::Path;

use investchn_diagnostics::{Diagnostic, Location, rules};
use investchn_model::{FormerZone, Hectares, Level, Period};
use serde::Deserialize;

use super::{ZoneSource, citation, cited_for, list, zone_of};
use crate::citations::Citations;
use crate::csv_table;
use crate::error::SourceError;
use crate::files::Files;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HistoryRow {
    zone: String,
    name: String,
    aliases: String,
    /// The types then; the name says them, so only tables use them.
    #[serde(rename = "types")]
    _types: String,
    level: Option<Level>,
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
    for (line, row) in csv_table::optional_rows::<HistoryRow>(files, file, diagnostics)? {
        let place = Location::line(file, line);
        let mut wrong = |rule, cell: &str, help| {
            let message = format!("`{cell}` is not of the form needed");
            diagnostics.push(Diagnostic::new(place.clone(), rule, message, help));
        };
        let approved: Option<Period> = row.approved.parse().ok();
        if approved.is_none() && !row.approved.is_empty() {
            wrong(&rules::DATE, &row.approved, "write 2017-02-13, 2017-02, 2017 or 1992/1994");
        }
        let area_ha: Option<Hectares> = row.area_ha.parse().ok();
        if area_ha.is_none() && !row.area_ha.is_empty() {
            wrong(&rules::ZONE_AREA, &row.area_ha, "write hectares as digits with at most two decimals after a point");
        }
        let source = citation(&row.source, citations, &place, diagnostics);
        let zone = zone_of(&row.zone, zones, &place, diagnostics);
        let (Some(source), Some(ZoneSource { zone, former_names, cited, .. })) = (source, zone) else { continue };
        cited.push(cited_for("history.csv", &row.source, citations));
        for name in std::iter::once(row.name.clone()).chain(list(&row.aliases)) {
            if name != zone.name.value && name != zone.short_name && !zone.aliases.contains(&name) {
                zone.aliases.push(name.clone());
                former_names.push(name);
            }
        }
        let code = (!row.code.is_empty()).then_some(row.code);
        zone.history.push(FormerZone { name: row.name, level: row.level, code, approved, area_ha, source });
    }
    Ok(())
}
