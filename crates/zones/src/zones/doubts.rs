//! `doubts.csv`: facts that are doubtful, or of which another source states something else and no rule decides.

use std::path::Path;

use investchn_diagnostics::{Diagnostic, rules};
use investchn_localized::localized;
use investchn_model::{Citation, Fact, Hectares, OtherValue, Period};
use serde::Deserialize;

use crate::citations::{Citations, citation};
use crate::csv_table::{self, RowCells, area_help, date_help, list};
use crate::zone_source::{ZoneSource, cited_for, zone_of};
use investchn_files::{Files, SourceError};

/// A row with a value and its source names what another source states; one without marks the fact as doubtful.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DoubtRow {
    zone: String,
    column: String,
    value: String,
    source: String,
}

/// Adds the rows to the facts of their zones, and faulty ones to `diagnostics`.
pub(super) fn add(
    files: &dyn Files,
    file: &Path,
    zones: &mut [ZoneSource],
    citations: &Citations,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), SourceError> {
    for (place, row) in csv_table::optional_rows::<DoubtRow>(files, file, diagnostics)? {
        if place.is_shifted {
            continue;
        }
        let mut cells = RowCells { place, diagnostics: &mut *diagnostics };
        let is_stated = !row.value.is_empty() || !row.source.is_empty();
        let source =
            if is_stated { citation(&row.source, citations, &cells.place("source"), cells.diagnostics) } else { None };
        if is_stated && source.is_none() {
            continue;
        }
        let found = zone_of(&row.zone, zones, &cells.place("zone"), cells.diagnostics);
        let Some(ZoneSource { zone, cited, faulty, .. }) = found else { continue };
        if source.is_some() {
            cited.push(cited_for("doubts.csv", &row.source, citations));
        }
        let value = row.value.as_str();
        // A malformed fact is one fault.
        if faulty.contains(&row.column.as_str()) {
            continue;
        }
        let is_malformed = match row.column.as_str() {
            "approved" if !value.is_empty() => {
                cells.parsed::<Period>("value", value, &rules::DATE, date_help).is_none()
            }
            "area_ha" if !value.is_empty() => {
                cells.parsed::<Hectares>("value", value, &rules::ZONE_AREA, area_help).is_none()
            }
            _ => false,
        };
        if is_malformed {
            continue;
        }
        let is_added = match row.column.as_str() {
            "approved" => doubt(zone.approved.as_mut(), value, source, |text| text.parse().ok()),
            "area_ha" => doubt(zone.area_ha.as_mut(), value, source, |text| text.parse().ok()),
            "industries" => doubt(zone.industries.as_mut(), value, source, |text| Some(list(text))),
            _ => false,
        };
        if !is_added {
            let (zone, column) = (&row.zone, &row.column);
            let message = match value {
                "" => localized!(
                    zh "`{zone}` 没有可存疑的 `{column}`",
                    en "`{zone}` has no fact `{column}` to doubt"
                ),
                value => localized!(
                    zh "`{value}` 没有可对照的 `{column}`（开发区 `{zone}`）",
                    en "`{value}` contradicts no `{column}` of `{zone}`"
                ),
            };
            let help = localized!(
                zh "写 approved、area_ha 或 industries，这家开发区要有这项事实，值也要合乎写法",
                en "write approved, area_ha or industries, which the zone must have, and a value of its form"
            );
            cells.diagnostic("column", &rules::UNCITED, message, help);
        }
    }
    Ok(())
}

/// Returns false if there is no such fact, or the value has another form.
fn doubt<T>(
    fact: Option<&mut Fact<T>>,
    value: &str,
    source: Option<Citation>,
    parse: impl Fn(&str) -> Option<T>,
) -> bool {
    let Some(fact) = fact else { return false };
    match source {
        None => fact.doubtful = true,
        Some(source) => match parse(value) {
            Some(value) => fact.others.push(OtherValue { value, source }),
            None => return false,
        },
    }
    true
}
