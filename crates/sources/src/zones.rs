//! `zones.csv`: the register. Each row is a zone, and each fact has the ids of its citations. `history` and `doubts` add to it.

mod doubts;
mod history;

use std::collections::BTreeSet;
use std::path::Path;
use std::str::FromStr;

use investchn_model::{Citation, Fact, Hectares, Level, PartialDate, Period, Region, Status, Zone, ZoneId, ZoneType};
use serde::Deserialize;

use crate::citations::{Citations, citation};
use crate::csv_table::{self, AREA_HELP, DATE_HELP, list};
use crate::error::SourceError;
use crate::files::Files;
use crate::regions::Regions;
use crate::zone_source::{CitedFact, ZoneSource, cited_for};
use investchn_diagnostics::{Diagnostic, Location, Rule, rules};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ZoneRow {
    id: String,
    #[serde(default)]
    code: String,
    name: String,
    short: String,
    aliases: String,
    former_ids: String,
    #[serde(default)]
    former_names: String,
    types: String,
    level: Level,
    province: String,
    city: String,
    approved: String,
    area_ha: String,
    industries: String,
    status: Status,
    status_since: String,
    name_en: String,
    pinyin: String,
    name_source: String,
    #[serde(default)]
    code_source: String,
    approved_source: String,
    area_source: String,
    industries_source: String,
    status_source: String,
    #[serde(default)]
    name_en_source: String,
}

/// Reads the register, and adds faulty cells to `diagnostics`.
pub(crate) fn read(
    files: &dyn Files,
    folder: &Path,
    regions: &Regions,
    citations: &Citations,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<ZoneSource>, SourceError> {
    let file = folder.join("zones.csv");
    let mut zones = Vec::new();
    let mut ids = BTreeSet::new();
    for (line, row) in csv_table::rows::<ZoneRow>(files, &file, diagnostics)? {
        let place = Location::line(&file, line);
        let mut cells = Cells { place, regions, citations, cited: Vec::new(), diagnostics };
        if let Some(zone) = cells.zone(row) {
            for id in std::iter::once(&zone.zone.id).chain(&zone.former_ids) {
                if !ids.insert(id.clone()) {
                    let message = format!("the id `{id}` is taken by a row above");
                    cells.diagnostic(&rules::ZONE_ID, message, "ids are for ever: give the new zone another one");
                }
            }
            zones.push(zone);
        }
    }
    history::add(files, &folder.join("history.csv"), &mut zones, citations, diagnostics)?;
    doubts::add(files, &folder.join("doubts.csv"), &mut zones, citations, diagnostics)?;
    Ok(zones)
}

/// The parser of one row, with the tables that its cells refer to.
struct Cells<'a> {
    place: Location,
    regions: &'a Regions,
    citations: &'a Citations,
    /// The citations of the cells so far.
    cited: Vec<CitedFact>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Cells<'_> {
    /// Returns the row as a zone; none if a required cell is wrong.
    fn zone(&mut self, row: ZoneRow) -> Option<ZoneSource> {
        let id: Option<ZoneId> = self.parsed(&row.id, &rules::ZONE_ID, "write it in small letters, as in huaian-htz");
        let province = self.region(&row.province);
        let city = self.region(&row.city);
        let types: Vec<ZoneType> = list(&row.types).iter().filter_map(|word| self.zone_type(word)).collect();
        let former_ids = list(&row.former_ids)
            .iter()
            .filter_map(|id| self.parsed(id, &rules::ZONE_ID, "write it as it was"))
            .collect();
        let approved: Option<Period> = self.optional(&row.approved, &rules::DATE, DATE_HELP);
        let status_since: Option<PartialDate> = self.optional(&row.status_since, &rules::DATE, DATE_HELP);
        let text = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
        let industries = Some(list(&row.industries)).filter(|industries| !industries.is_empty());
        let name = self.fact("name", &row.name, text(&row.name), &row.name_source);
        let code = self.fact("code", &row.code, text(&row.code), &row.code_source);
        let approved = self.fact("approved", &row.approved, approved, &row.approved_source);
        let area_ha: Option<Hectares> = self.optional(&row.area_ha, &rules::ZONE_AREA, AREA_HELP);
        let area_ha = self.fact("area_ha", &row.area_ha, area_ha, &row.area_source);
        let industries = self.fact("industries", &row.industries, industries, &row.industries_source);
        let status = self.fact("status", "", Some(row.status), &row.status_source);
        let name_en_sources = self.citations("name_en", &list(&row.name_en_source));
        let former_names = list(&row.former_names);
        let zone = Zone {
            id: id?,
            name: name?,
            short_name: row.short,
            aliases: list(&row.aliases).into_iter().chain(former_names.iter().cloned()).collect(),
            code,
            history: Vec::new(),
            types,
            level: row.level,
            province: province?,
            city: city?,
            approved,
            area_ha,
            industries,
            status: status?,
            status_since,
            name_en: row.name_en,
            name_en_sources,
        };
        let cited = std::mem::take(&mut self.cited);
        Some(ZoneSource { zone, pinyin: row.pinyin, former_ids, former_names, place: self.place.clone(), cited })
    }

    fn diagnostic(&mut self, rule: &'static Rule, message: String, help: &str) {
        self.diagnostics.push(Diagnostic::new(self.place.clone(), rule, message, help));
    }

    fn parsed<T: FromStr>(&mut self, cell: &str, rule: &'static Rule, help: &str) -> Option<T> {
        let parsed = cell.parse().ok();
        if parsed.is_none() {
            self.diagnostic(rule, format!("`{cell}` is not of the form needed"), help);
        }
        parsed
    }

    fn optional<T: FromStr>(&mut self, cell: &str, rule: &'static Rule, help: &str) -> Option<T> {
        csv_table::optional_cell(cell, rule, help, &self.place, self.diagnostics)
    }

    fn region(&mut self, code: &str) -> Option<Region> {
        let region = code.parse().ok().and_then(|code| self.regions.get(&code)).cloned();
        if region.is_none() {
            let message = format!("no region has the code `{code}`");
            self.diagnostic(&rules::UNKNOWN_REGION, message, "add it to regions.csv");
        }
        region
    }

    fn zone_type(&mut self, word: &str) -> Option<ZoneType> {
        let zone_type = ZoneType::ALL.into_iter().find(|(_, known)| *known == word).map(|(zone_type, _)| zone_type);
        if zone_type.is_none() {
            let words = ZoneType::ALL.map(|(_, word)| word).join(", ");
            let help = format!("write one of {words}, or two with a semicolon between them");
            self.diagnostic(&rules::ZONE_TYPE, format!("`{word}` is no type of zone"), &help);
        }
        zone_type
    }

    /// Returns the citations of a column with these ids.
    fn citations(&mut self, column: &'static str, ids: &[String]) -> Vec<Citation> {
        let mut found = Vec::new();
        for id in ids {
            if let Some(citation) = citation(id, self.citations, &self.place, self.diagnostics) {
                self.cited.push(cited_for(column, id, self.citations));
                found.push(citation);
            }
        }
        found
    }

    /// Returns a fact with its citations. A fact without a citation is not published, and a citation without a fact is a
    /// mistake.
    fn fact<T>(&mut self, column: &'static str, cell: &str, value: Option<T>, sources: &str) -> Option<Fact<T>> {
        let ids = list(sources);
        let found = self.citations(column, &ids);
        let fault = match &value {
            Some(_) if ids.is_empty() => Some(("has no source", "name one, or leave the fact empty")),
            // A cell that is not empty has been reported as malformed.
            None if !ids.is_empty() && cell.is_empty() => Some(("is empty but has a source", "remove the source")),
            _ => None,
        };
        if let Some((fault, help)) = fault {
            self.diagnostic(&rules::UNCITED, format!("`{column}` {fault}"), help);
        }
        value.filter(|_| !ids.is_empty()).map(|value| Fact::new(value, found))
    }
}
