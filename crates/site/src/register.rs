//! The register: its counts and its rows.

use std::collections::BTreeMap;

use investchn_messages::Messages;
use investchn_model::register::FIRST_ROWS;
use investchn_model::{
    ProvinceCount, Region, RegionCode, RegionKind, Register, RegisterRow, RegisterRows, SCHEMA, Status, ZoneCounts,
};
use investchn_naming::search_terms;
use investchn_sources::{SourceTree, ZoneSource};

use crate::register_folding::folding;
use crate::statistics::listed;
use investchn_charts::Statistics;
use investchn_register_export::in_order;

/// Makes the view of the register, and the file with all its rows.
pub(crate) fn register(content: &SourceTree, statistics: &Statistics, words: &Messages) -> (Register, RegisterRows) {
    let lines: Vec<RegisterRow> = in_order(content).into_iter().map(|zone| row(zone, words)).collect();
    let count = |status| content.zones.iter().filter(|source| source.zone.status.value == status).count() as u16;
    let mut provinces = province_counts(content);
    provinces.retain(|province| province.counts.zones > 0);
    let register = Register {
        provinces,
        rows: lines.len() as u32,
        exited: count(Status::Exited),
        uncertain: count(Status::Uncertain),
        industries: statistics.industries.iter().map(|term| term.name.clone()).collect(),
        charts: statistics.tables(words),
        first: lines.iter().take(FIRST_ROWS).cloned().collect(),
    };
    let rows = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let provinces = register.provinces.iter().map(|province| province.region.clone()).collect();
    let rows = RegisterRows { schema: SCHEMA, provinces, rows, folding: String::new() };
    let folding = folding(&rows);
    (register, RegisterRows { folding, ..rows })
}

/// Counts the listed zones of every province, in the order of the codes.
pub(crate) fn province_counts(content: &SourceTree) -> Vec<ProvinceCount> {
    let mut counts: BTreeMap<RegionCode, ZoneCounts> = BTreeMap::new();
    for zone in listed(content) {
        counts.entry(zone.province.code).or_default().add(zone.level, &zone.types);
    }
    let count = |region: &Region| counts.get(&region.code).copied().unwrap_or_default();
    let provinces = content.regions.values().filter(|region| region.kind != RegionKind::City);
    // Chinese names have at most three characters.
    let letter_code = |region: &Region| {
        let is_long = region.short_name.chars().count() > 4;
        content.letter_codes.get(&region.code).filter(|_| is_long).cloned()
    };
    let province = |region: &Region| ProvinceCount {
        region: region.clone(),
        counts: count(region),
        letter_code: letter_code(region),
    };
    provinces.map(province).collect()
}

fn row(source: &ZoneSource, words: &Messages) -> RegisterRow {
    let zone = &source.zone;
    // A zone is found by its city too, which its name need not say.
    let is_said = zone.city == zone.province || zone.name.value.contains(&zone.city.short_name);
    let city = if is_said { None } else { Some([&zone.city.short_name, &zone.city.pinyin]) };
    // In a translated edition the original names besides the official one are aliases.
    let chinese = zone.aliases.iter().filter(|_| zone.original_name.is_some()).chain(&zone.original_name);
    let mut initials: Vec<String> =
        std::iter::once(&zone.short_name).chain(chinese).flat_map(|name| search_terms(name)).collect();
    initials.retain(|term| !term.contains(|letter: char| letter.is_ascii_lowercase()));
    let names = [&zone.short_name, &source.pinyin].into_iter().chain(&initials);
    let names = names.chain(&zone.original_name).chain(&zone.aliases).chain(city.into_iter().flatten());
    RegisterRow {
        id: zone.id.clone(),
        name: zone.name.value.clone(),
        search_terms: names.map(String::as_str).collect::<Vec<_>>().join("|"),
        level: zone.level,
        types: zone.types.clone(),
        city: zone.city.code,
        approved: zone.approved.as_ref().map(|fact| fact.value.to_string()).unwrap_or_default(),
        area_ha: zone.area_ha.as_ref().map(|fact| fact.value),
        industries: zone
            .industries
            .as_ref()
            .map(|fact| fact.value.join(words.app.facts.name_separator))
            .unwrap_or_default(),
        status: zone.status.value,
    }
}
