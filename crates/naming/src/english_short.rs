//! The rule for short English names: what readers of English call a zone, as short as it stays one zone's.

use std::collections::HashMap;

use crate::kinds;

/// The names of a zone from which its short English name is made.
#[derive(Clone, Copy, Debug)]
pub struct ZoneNames<'a> {
    /// The id, for a zone that has no other name of its own.
    pub id: &'a str,
    /// English name: Heilongjiang Hegang Economic Development Zone.
    pub name_en: &'a str,
    /// Chinese short name: 鹤岗经开区.
    pub short: &'a str,
    /// Chinese short name of the province: 黑龙江.
    pub province: &'a str,
    /// English name of the province.
    pub province_en: &'a str,
    /// English name of the city.
    pub city_en: &'a str,
}

/// The kinds with a shorter form in use, which ends a name. Capitals differ from name to name. The longer one stands before its own end.
const KINDS: &[(&str, &str)] = &[
    ("Agricultural High-tech Industrial Demonstration Zone", "Agricultural High-tech Zone"),
    ("High-tech Industrial Development Zone", "High-tech Zone"),
    ("Hi-tech Industrial Development Zone", "High-tech Zone"),
    ("High-tech Industrial Economic Zone", "High-tech Zone"),
    ("High-tech Development Zone", "High-tech Zone"),
    ("High-tech Industrial Park", "High-tech Park"),
    ("Hi-tech Park", "High-tech Park"),
    ("Economic and Technological Development Zone", "ETDZ"),
    ("Economic-Technological Development Area", "ETDZ"),
    ("Economic Development Zone", "EDZ"),
    ("Border Economic Cooperation Zone", "Border Zone"),
];

/// The divisions at the end of a place, which English names leave out.
const DIVISIONS: [(char, &str); 4] = [('县', "County"), ('市', "City"), ('区', "District"), ('旗', "Banner")];

/// Returns the short English name of each zone, in the order of the zones. Zones whose names are spelled alike, as 福州 and 抚州 are,
/// have their province or city before it, or their division in it.
pub fn english_short_names(zones: &[ZoneNames<'_>]) -> Vec<String> {
    let rules: [fn(&ZoneNames<'_>) -> String; 5] = [
        short,
        |zone| prefixed(zone.province_en, &short(zone)),
        |zone| prefixed(zone.city_en, &short(zone)),
        with_division,
        |zone| format!("{} ({})", zone.name_en, zone.id),
    ];
    let mut names: Vec<String> = zones.iter().map(rules[0]).collect();
    for rule in &rules[1..] {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for name in &names {
            *counts.entry(name).or_default() += 1;
        }
        let is_shared: Vec<bool> = names.iter().map(|name| counts[name.as_str()] > 1).collect();
        for ((zone, name), _) in zones.iter().zip(&mut names).zip(is_shared).filter(|(_, is_shared)| *is_shared) {
            *name = rule(zone);
        }
    }
    names
}

/// Returns the name without the province, where the Chinese short name has none, and with its kind in short.
fn short(zone: &ZoneNames<'_>) -> String {
    let name = match zone.short.starts_with(zone.province) {
        true => zone.name_en,
        false => {
            zone.name_en.strip_prefix(zone.province_en).and_then(|it| it.strip_prefix(' ')).unwrap_or(zone.name_en)
        }
    };
    let kind = KINDS.iter().find_map(|(long, short)| Some((before(name, long)?, *short)));
    kind.map_or_else(|| name.to_owned(), |(place, kind)| format!("{} {kind}", place.trim_end_matches(" National")))
}

/// Returns the text before a kind at the end of a name, without the space between them.
fn before<'a>(name: &'a str, kind: &str) -> Option<&'a str> {
    let (place, end) = name.split_at_checked(name.len().checked_sub(kind.len())?)?;
    place.strip_suffix(' ').filter(|_| end.eq_ignore_ascii_case(kind))
}

/// Returns the name with the division of its place: 襄城县 and 项城市 are both Xiangcheng.
fn with_division(zone: &ZoneNames<'_>) -> String {
    let (place, kind, _) = kinds::find(zone.short);
    let division = place.chars().next_back().and_then(|last| DIVISIONS.iter().find(|(zh, _)| *zh == last));
    let parts = kind.zip(division).and_then(|(kind, (_, en))| Some((before(zone.name_en, kind.en)?, en, kind.en)));
    parts.map_or_else(|| zone.name_en.to_owned(), |(place, division, kind)| format!("{place} {division} {kind}"))
}

/// Returns a name with its region before it, unless it begins with it.
fn prefixed(region: &str, name: &str) -> String {
    let begins = name.strip_prefix(region).is_some_and(|rest| rest.starts_with(' '));
    if begins { name.to_owned() } else { format!("{region} {name}") }
}
