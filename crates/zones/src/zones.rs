//! `zones.csv`: the register. Each row is a zone, and each fact has the ids of its citations. `history` and `doubts` add to it.

mod doubts;
mod history;

use std::collections::BTreeSet;
use std::path::Path;

use investchn_model::{Citation, Fact, Hectares, Level, PartialDate, Period, Region, Status, Zone, ZoneId, ZoneType};
use serde::Deserialize;

use crate::citations::{Citations, citation};
use crate::csv_table::{self, RowCells, area_help, date_help, list};
use crate::regions::Regions;
use crate::zone_source::{CitedFact, ZoneSource, cited_for};
use investchn_diagnostics::{Diagnostic, rules};
use investchn_files::{Files, SourceError};
use investchn_localized::{Text, localized};

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
    level: String,
    province: String,
    city: String,
    approved: String,
    area_ha: String,
    industries: String,
    status: String,
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
    for (place, row) in csv_table::rows::<ZoneRow>(files, &file, diagnostics)? {
        let (is_shifted, before) = (place.is_shifted, diagnostics.len());
        let row_cells = RowCells { place, diagnostics: &mut *diagnostics };
        let mut cells = Cells { row: row_cells, regions, citations, cited: Vec::new(), faulty: Vec::new() };
        if let Some(zone) = cells.zone(row) {
            for id in std::iter::once(&zone.zone.id).chain(&zone.former_ids) {
                if !ids.insert(id.clone()) {
                    let message =
                        localized!(zh "代号 `{id}` 已被上面一行占用", en "the id `{id}` is taken by a row above");
                    let help = localized!(
                        zh "代号永不改变：给新的开发区另取一个",
                        en "ids are for ever: give the new zone another one"
                    );
                    cells.row.diagnostic("id", &rules::ZONE_ID, message, help);
                }
            }
            zones.push(zone);
        }
        if is_shifted {
            diagnostics.truncate(before);
        }
    }
    history::add(files, &folder.join("history.csv"), &mut zones, citations, diagnostics)?;
    doubts::add(files, &folder.join("doubts.csv"), &mut zones, citations, diagnostics)?;
    Ok(zones)
}

/// The parser of one row, with the tables that its cells refer to.
struct Cells<'a> {
    row: RowCells<'a>,
    regions: &'a Regions,
    citations: &'a Citations,
    /// The citations of the cells so far.
    cited: Vec<CitedFact>,
    /// The columns of facts whose cells are malformed.
    faulty: Vec<&'static str>,
}

impl Cells<'_> {
    /// Returns the row as a zone; none without an id, a name or a region. A wrong cell is one fault, which stops a build: the
    /// zone stays, so that its articles are no faults too.
    fn zone(&mut self, row: ZoneRow) -> Option<ZoneSource> {
        let id: Option<ZoneId> = self.row.parsed(
            "id",
            &row.id,
            &rules::ZONE_ID,
            || localized!(zh "用小写字母，例如 huaian-htz", en "write it in small letters, as in huaian-htz"),
        );
        let province = self.region("province", &row.province);
        let city = self.region("city", &row.city);
        let types: Vec<ZoneType> = list(&row.types).iter().filter_map(|word| self.zone_type(word)).collect();
        let former_ids = list(&row.former_ids)
            .iter()
            .filter_map(|id| {
                let help = || localized!(zh "照原来的代号写", en "write it as it was");
                self.row.parsed("former_ids", id, &rules::ZONE_ID, help)
            })
            .collect();
        let approved: Option<Period> = self.row.optional("approved", &row.approved, &rules::DATE, date_help);
        let status_since: Option<PartialDate> =
            self.row.optional("status_since", &row.status_since, &rules::DATE, date_help);
        let level: Level = self.row.word("level", &row.level).unwrap_or(Level::Provincial);
        let status: Status = self.row.word("status", &row.status).unwrap_or(Status::Uncertain);
        let text = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
        let industries = Some(list(&row.industries)).filter(|industries| !industries.is_empty());
        let name = self.fact("name", &row.name, text(&row.name), &row.name_source);
        let code = self.fact("code", &row.code, text(&row.code), &row.code_source);
        let approved = self.fact("approved", &row.approved, approved, &row.approved_source);
        let area_ha: Option<Hectares> = self.row.optional("area_ha", &row.area_ha, &rules::ZONE_AREA, area_help);
        let area_ha = self.fact("area_ha", &row.area_ha, area_ha, &row.area_source);
        let industries = self.fact("industries", &row.industries, industries, &row.industries_source);
        let status = self.fact("status", "", Some(status), &row.status_source);
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
            level,
            province: province?,
            city: city?,
            approved,
            area_ha,
            industries,
            status: status?,
            status_since,
            name_en: row.name_en,
            name_en_sources,
            original_name: None,
        };
        let (cited, faulty) = (std::mem::take(&mut self.cited), std::mem::take(&mut self.faulty));
        Some(ZoneSource {
            zone,
            pinyin: row.pinyin,
            former_ids,
            former_names,
            place: self.row.place.row.clone(),
            faulty,
            cited,
        })
    }

    fn region(&mut self, column: &'static str, code: &str) -> Option<Region> {
        let region = code.parse().ok().and_then(|code| self.regions.get(&code)).cloned();
        if region.is_none() {
            let message = localized!(zh "没有行政区划代码 `{code}`", en "no region has the code `{code}`");
            let help = localized!(zh "把它加进 regions.csv", en "add it to regions.csv");
            self.row.diagnostic(column, &rules::UNKNOWN_REGION, message, help);
        }
        region.or_else(|| self.regions.values().next().cloned())
    }

    fn zone_type(&mut self, word: &str) -> Option<ZoneType> {
        let zone_type = ZoneType::ALL.into_iter().find(|(_, known)| *known == word).map(|(zone_type, _)| zone_type);
        if zone_type.is_none() {
            let Text { zh, en } = Text::list(&ZoneType::ALL.map(|(_, word)| word));
            let message = localized!(zh "`{word}` 不是开发区类型", en "`{word}` is no type of zone");
            let help = localized!(
                zh "写 {zh} 中的一个，或写两个，中间用英文分号",
                en "write one of {en}, or two with a semicolon between them"
            );
            self.row.diagnostic("types", &rules::ZONE_TYPE, message, help);
        }
        zone_type
    }

    /// Returns the citations of a column with these ids.
    fn citations(&mut self, column: &'static str, ids: &[String]) -> Vec<Citation> {
        let mut found = Vec::new();
        for id in ids {
            if let Some(citation) =
                citation(id, self.citations, &self.row.place(&source_column(column)), self.row.diagnostics)
            {
                self.cited.push(cited_for(column, id, self.citations));
                found.push(citation);
            }
        }
        found
    }

    /// Returns a fact with its citations. A fact without a citation and a citation without a fact are mistakes.
    fn fact<T>(&mut self, column: &'static str, cell: &str, value: Option<T>, sources: &str) -> Option<Fact<T>> {
        let ids = list(sources);
        let found = self.citations(column, &ids);
        let fault = match &value {
            Some(_) if ids.is_empty() => Some((
                localized!(zh "`{column}` 没有出处", en "`{column}` has no source"),
                localized!(zh "写上出处，或把事实留空", en "name one, or leave the fact empty"),
            )),
            // A cell that is not empty has been reported as malformed.
            None if !ids.is_empty() && cell.is_empty() => Some((
                localized!(zh "`{column}` 是空的，却有出处", en "`{column}` is empty but has a source"),
                localized!(zh "删掉出处", en "remove the source"),
            )),
            _ => None,
        };
        if let Some((message, help)) = fault {
            self.row.diagnostic(column, &rules::UNCITED, message, help);
        }
        if value.is_none() && !cell.is_empty() {
            self.faulty.push(column);
        }
        value.map(|value| Fact::new(value, found))
    }
}

/// Returns the column with the sources of a column.
fn source_column(column: &str) -> String {
    if column == "area_ha" { "area_source".to_owned() } else { format!("{column}_source") }
}
