//! The rule for facts that may have changed since their source, where the zone cites a newer one.

use investchn_diagnostics::{Diagnostic, rules};
use investchn_localized::{Text, localized};
use investchn_model::PartialDate;
use investchn_sources::{CitedFact, ZoneSource};

use crate::today::Today;

/// The columns whose facts change. An approval and a code stay what they were.
const CHANGING: [&str; 4] = ["name", "area_ha", "industries", "status"];

/// The age, in years, at which a source may be out of date.
const YEARS: u16 = 5;

/// Reports each zone that has such facts, once.
pub(crate) fn check(zones: &[ZoneSource], today: &dyn Today) -> Vec<Diagnostic> {
    today.day().map_or_else(Vec::new, |today| zones.iter().filter_map(|zone| old_facts(zone, today)).collect())
}

fn old_facts(zone: &ZoneSource, today: PartialDate) -> Option<Diagnostic> {
    let (newest, newest_date) = newest(zone.cited.iter())?;
    let old: Vec<Text> = CHANGING
        .iter()
        .filter_map(|column| newest_of(zone, column).map(|(cited, date)| (column, cited, date)))
        .filter(|(_, _, date)| is_old(*date, today) && date.year() < newest_date.year())
        .map(|(column, cited, date)| {
            let source = &cited.source;
            localized!(zh "`{column}`（{source}，{date}）", en "`{column}` ({source} of {date})")
        })
        .collect();
    if old.is_empty() {
        return None;
    }
    let Text { zh, en } = Text::join(&old, &localized!(zh "、", en ", "));
    let (source, column) = (&newest.source, newest.column);
    let message = localized!(
        zh "{zh}可能有变：{column} 引用的 {source}（{newest_date}）日期更近",
        en "{en} may have changed: {source} of {newest_date}, cited for {column}, is newer"
    );
    let help = localized!(
        zh "查看较新的出处：写了这项事实，就加进单元格；没写，就另找出处",
        en "look into the newer source: if it states the fact, add it to the cell, else look for one that does"
    );
    Some(Diagnostic::new(zone.place.clone(), &rules::OLD_FACT, message, help))
}

fn newest_of<'a>(zone: &'a ZoneSource, column: &str) -> Option<(&'a CitedFact, PartialDate)> {
    newest(zone.cited.iter().filter(|cited| cited.column == column))
}

/// Returns the citation with the newest date, the first of several.
fn newest<'a>(cited: impl Iterator<Item = &'a CitedFact>) -> Option<(&'a CitedFact, PartialDate)> {
    let dated = cited.filter_map(|cited| Some((cited, cited.date?)));
    dated.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// Returns true if the whole period of a date is more than [`YEARS`] before a day.
fn is_old(date: PartialDate, today: PartialDate) -> bool {
    let end = (date.year() + YEARS, date.month().unwrap_or(12), date.day().unwrap_or(31));
    end < (today.year(), today.month().unwrap_or(1), today.day().unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_old_after_five_whole_years() {
        let old = |date: &str, today: &str| is_old(date.parse().unwrap(), today.parse().unwrap());
        assert!(old("2018-02-26", "2023-02-27"));
        assert!(!old("2018-02-26", "2023-02-26"));
        assert!(old("2018-02", "2023-03-01"));
        assert!(!old("2018", "2023-12-31"));
        assert!(old("2018", "2024-01-01"));
        assert!(!old("2024-02-29", "2029-02-28"));
        assert!(old("2024-02-29", "2029-03-01"));
    }
}
