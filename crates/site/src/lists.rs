//! The lists of articles: all news, each region, each zone, and the news of each kind in the portal and in each zone.

use std::collections::{BTreeMap, BTreeSet};

use investchn_model::{Kind, Region, RegionCode, Subject, Zone, ZoneGroup, ZoneId, ZoneRef};
use rustc_hash::FxHashMap;

use investchn_digest::Digest;
use investchn_register_export::order_in_province;
use investchn_sources::SourceTree;

/// A list of articles.
pub(crate) struct List {
    /// The subject of the list.
    pub(crate) subject: Subject,
    /// The digest of the subject.
    pub(crate) key: Digest,
    /// The articles as indices in the order of the source tree, newest first.
    pub(crate) indices: Vec<usize>,
}

impl List {
    /// Returns the zone of a list of all its news, if the zone has all pages ([`Zone::has_all_pages`]).
    pub(crate) fn whole_zone(&self) -> Option<&Zone> {
        match &self.subject {
            Subject::Zone { zone, kind: None } => {
                Some(zone).filter(|zone| zone.has_all_pages(!self.indices.is_empty()))
            }
            Subject::Zone { kind: Some(_), .. } | Subject::News { .. } | Subject::Region { .. } => None,
        }
    }

    /// Returns true if the list has feeds. A zone has them of all its news together.
    pub(crate) fn has_feeds(&self) -> bool {
        match &self.subject {
            Subject::Zone { kind: Some(_), .. } => false,
            Subject::News { .. } | Subject::Region { .. } | Subject::Zone { kind: None, .. } => true,
        }
    }

    /// Returns the indices of the newest articles, at most this many.
    pub(crate) fn newest(&self, length: usize) -> &[usize] {
        &self.indices[..self.indices.len().min(length)]
    }

    fn new(subject: Subject, indices: Vec<usize>) -> serde_json::Result<Self> {
        Ok(List { key: Digest::of_json(&subject)?, subject, indices })
    }
}

/// Makes every list.
pub(crate) fn lists(content: &SourceTree, zones: &BTreeMap<&ZoneId, &Zone>) -> serde_json::Result<Vec<List>> {
    let mut by_zone: FxHashMap<&ZoneId, Vec<usize>> = FxHashMap::default();
    for (index, item) in content.items().enumerate() {
        by_zone.entry(&item.zone.id).or_default().push(index);
    }
    let mut by_region: BTreeMap<RegionCode, Vec<usize>> = BTreeMap::new();
    for (id, zone) in zones {
        let indices = by_zone.get(id).map(Vec::as_slice).unwrap_or_default();
        for code in BTreeSet::from([zone.city.code, zone.province.code]) {
            by_region.entry(code).or_default().extend(indices);
        }
    }
    let every_kind = || std::iter::once(None).chain(Kind::ALL.map(Some));
    let of_kind = |indices: &[usize], kind: Option<Kind>| {
        let is_of_kind = |index: &usize| kind.is_none_or(|kind| content.articles[*index].item.kind == kind);
        indices.iter().copied().filter(is_of_kind).collect()
    };
    let mut lists = Vec::new();
    let all: Vec<usize> = (0..content.articles.len()).collect();
    for kind in every_kind() {
        lists.push(List::new(Subject::News { kind }, of_kind(&all, kind))?);
    }
    for region in content.regions.values() {
        let mut indices = by_region.remove(&region.code).unwrap_or_default();
        indices.sort_unstable();
        lists.push(List::new(subject_of_region(content, region), indices)?);
    }
    for zone in zones.values() {
        let indices = by_zone.remove(&zone.id).unwrap_or_default();
        let kinds = every_kind().take(if zone.has_all_pages(!indices.is_empty()) { usize::MAX } else { 1 });
        for kind in kinds {
            lists.push(List::new(Subject::Zone { zone: (*zone).clone(), kind }, of_kind(&indices, kind))?);
        }
    }
    Ok(lists)
}

fn subject_of_region(content: &SourceTree, region: &Region) -> Subject {
    let is_province = region.code.is_province();
    let inside = |zone: &Zone| zone.city.code == region.code || (is_province && zone.province.code == region.code);
    let mut zones: Vec<&Zone> = content.zones.iter().map(|source| &source.zone).filter(|zone| inside(zone)).collect();
    zones.sort_by_key(|zone| order_in_province(zone));
    let cities: BTreeMap<RegionCode, &Region> = zones
        .iter()
        .filter(|zone| is_province && zone.city.code != region.code)
        .map(|zone| (zone.city.code, &zone.city))
        .collect();
    let reference = |zone: &&Zone| ZoneRef {
        id: zone.id.clone(),
        name: zone.name.value.clone(),
        short_name: zone.short_name.clone(),
    };
    Subject::Region {
        region: region.clone(),
        province: if is_province { None } else { content.regions.get(&region.code.province()).cloned() },
        cities: cities.into_values().cloned().collect(),
        zones: zones
            .chunk_by(|one, other| (one.level, one.types.first()) == (other.level, other.types.first()))
            .filter_map(|group| {
                let first = group.first()?;
                let zones = group.iter().map(reference).collect();
                Some(ZoneGroup { level: first.level, zone_type: *first.types.first()?, zones })
            })
            .collect(),
    }
}
