//! The figures of the register's charts, of listed zones.

use std::collections::BTreeMap;

use investchn_charts::{ShareCount, Statistics, YearCount};
use investchn_model::{Region, RegionCode, Status, Zone, ZoneCounts};
use investchn_sources::SourceTree;

/// The number of industries in the chart.
const INDUSTRIES: usize = 20;

/// Returns the listed zones.
pub(crate) fn listed(content: &SourceTree) -> impl Iterator<Item = &Zone> {
    content.zones.iter().map(|source| &source.zone).filter(|zone| zone.status.value == Status::Listed)
}

/// Counts. A zone whose date or area is unknown or doubtful is left out.
pub(crate) fn statistics(content: &SourceTree) -> Statistics {
    let mut years: BTreeMap<u16, ZoneCounts> = BTreeMap::new();
    let mut areas: BTreeMap<RegionCode, (&Region, u32)> = BTreeMap::new();
    let mut industries: BTreeMap<&str, u32> = BTreeMap::new();
    for zone in listed(content) {
        // Of a span of years it is not known which one it was.
        if let Some(fact) = zone.approved.as_ref().filter(|fact| fact.value.to.is_none()) {
            years.entry(fact.value.from.year()).or_default().add(zone.level, &zone.types);
        }
        if let Some(fact) = zone.area_ha.as_ref().filter(|fact| !fact.doubtful) {
            areas.entry(zone.province.code).or_insert((&zone.province, 0)).1 += fact.value.hundredths();
        }
        for term in zone.industries.iter().flat_map(|fact| &fact.value) {
            *industries.entry(term).or_default() += 1;
        }
    }
    let mut industries: Vec<ShareCount> =
        industries.into_iter().map(|(name, count)| ShareCount { name: name.to_owned(), count }).collect();
    industries.sort_by(|one, other| (other.count, &one.name).cmp(&(one.count, &other.name)));
    industries.truncate(INDUSTRIES);
    let whole = |hundredths: u32| (hundredths + 50) / 100;
    let area = |(region, sum): (&Region, u32)| ShareCount { name: region.short_name.clone(), count: whole(sum) };
    Statistics {
        years: years.into_iter().map(|(year, counts)| YearCount { year, counts }).collect(),
        areas: areas.into_values().map(area).collect(),
        industries,
    }
}
