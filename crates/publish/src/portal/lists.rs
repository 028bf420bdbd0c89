//! Every list of articles: all news, each region, each zone, and the kinds of news and zones.

use std::collections::{BTreeMap, BTreeSet};

use investchn_content::{Kind, Region, RegionCode, Subject, Zone, ZoneId, ZoneRef};

use crate::source::Content;

/// A list of articles.
pub(crate) struct List {
    /// What it is about.
    pub(crate) subject: Subject,
    /// Its articles, as places in the portal's order, newest first.
    pub(crate) places: Vec<usize>,
}

/// Every list.
pub(super) fn lists(content: &Content, zones: &BTreeMap<&ZoneId, &Zone>) -> Vec<List> {
    let mut by_zone: BTreeMap<&ZoneId, Vec<usize>> = BTreeMap::new();
    let mut by_region: BTreeMap<RegionCode, Vec<usize>> = BTreeMap::new();
    for (place, item) in content.items().enumerate() {
        by_zone.entry(&item.zone.id).or_default().push(place);
        if let Some(zone) = zones.get(&item.zone.id) {
            for code in BTreeSet::from([zone.city.code, zone.province.code]) {
                by_region.entry(code).or_default().push(place);
            }
        }
    }
    let every_kind = || std::iter::once(None).chain(Kind::ALL.map(Some));
    let of_kind = |places: &[usize], kind: Option<Kind>| {
        places
            .iter()
            .copied()
            .filter(|place| kind.is_none_or(|kind| content.articles[*place].item.kind == kind))
            .collect()
    };
    let all: Vec<usize> = (0..content.articles.len()).collect();
    let news = every_kind().map(|kind| List { subject: Subject::News { kind }, places: of_kind(&all, kind) });
    let regions = content.regions.values().map(|region| List {
        subject: subject_of_region(content, region),
        places: by_region.remove(&region.code).unwrap_or_default(),
    });
    let mut lists: Vec<List> = news.chain(regions).collect();
    for zone in zones.values() {
        let places = by_zone.remove(&zone.id).unwrap_or_default();
        lists.extend(every_kind().map(|kind| List {
            subject: Subject::Zone { zone: (*zone).clone(), kind },
            places: of_kind(&places, kind),
        }));
    }
    lists
}

fn subject_of_region(content: &Content, region: &Region) -> Subject {
    let is_province = region.code.is_province();
    let inside = |zone: &Zone| zone.city.code == region.code || (is_province && zone.province.code == region.code);
    let zones: Vec<&Zone> = content.zones.iter().map(|source| &source.zone).filter(|zone| inside(zone)).collect();
    let cities: BTreeMap<RegionCode, &Region> = zones
        .iter()
        .filter(|zone| is_province && zone.city.code != region.code)
        .map(|zone| (zone.city.code, &zone.city))
        .collect();
    let reference =
        |zone: &&Zone| ZoneRef { id: zone.id.clone(), name: zone.name.value.clone(), short: zone.short.clone() };
    Subject::Region {
        region: region.clone(),
        province: if is_province { None } else { content.regions.get(&region.code.province()).cloned() },
        cities: cities.into_values().cloned().collect(),
        zones: zones.iter().map(reference).collect(),
    }
}
