//! Every list of articles, cut into pages: all news, each region, each zone, and the kinds of news and zones.

use std::collections::{BTreeMap, BTreeSet};

use investchn_content::paging::{self, PageCut};
use investchn_content::{Item, Kind, ListPage, Region, RegionCode, Subject, Zone, ZoneId, ZoneRef};

use crate::source::Content;

/// The pages of every list. `items` are newest first, and so is every list.
pub(super) fn pages(content: &Content, zones: &BTreeMap<&ZoneId, &Zone>, items: &[Item]) -> Vec<ListPage> {
    let mut by_zone: BTreeMap<&ZoneId, Vec<&Item>> = BTreeMap::new();
    let mut by_region: BTreeMap<RegionCode, Vec<&Item>> = BTreeMap::new();
    for item in items {
        by_zone.entry(&item.zone.id).or_default().push(item);
        if let Some(zone) = zones.get(&item.zone.id) {
            for code in BTreeSet::from([zone.city.code, zone.province.code]) {
                by_region.entry(code).or_default().push(item);
            }
        }
    }
    let mut pages = Vec::new();
    let mut add = |subject: Subject, items: &[&Item]| pages.extend(cut(&subject, items, content.settings.per_page));
    let every_kind = || std::iter::once(None).chain(Kind::ALL.map(Some));
    let all: Vec<&Item> = items.iter().collect();
    for kind in every_kind() {
        add(Subject::News { kind }, &of_kind(&all, kind));
    }
    for region in content.regions.values() {
        let items = by_region.get(&region.code).map(Vec::as_slice).unwrap_or_default();
        add(subject_of_region(content, region), items);
    }
    for zone in zones.values() {
        let items = by_zone.get(&zone.id).map(Vec::as_slice).unwrap_or_default();
        for kind in every_kind() {
            add(Subject::Zone { zone: (*zone).clone(), kind }, &of_kind(items, kind));
        }
    }
    pages
}

fn of_kind<'a>(items: &[&'a Item], kind: Option<Kind>) -> Vec<&'a Item> {
    items.iter().copied().filter(|item| kind.is_none_or(|kind| item.kind == kind)).collect()
}

fn cut(subject: &Subject, items: &[&Item], per_page: usize) -> Vec<ListPage> {
    let page = |cut: PageCut| ListPage {
        subject: subject.clone(),
        number: cut.number,
        newer: cut.newer,
        older: cut.older,
        items: items[cut.items].iter().copied().cloned().collect(),
    };
    paging::cut(items.len(), per_page).into_iter().map(page).collect()
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
