//! The order of zones on the page of the register and in both files.

use investchn_model::{Level, RegionCode, Zone, ZoneId, ZoneType};
use investchn_sources::{SourceTree, ZoneSource};

/// Returns every zone in the order of the register: by province, the national zones of each first.
pub fn in_order(content: &SourceTree) -> Vec<&ZoneSource> {
    let mut zones: Vec<&ZoneSource> = content.zones.iter().collect();
    zones.sort_by_key(|source| (source.zone.province.code, order_in_province(&source.zone)));
    zones
}

/// Orders the zones of a province: by level, type, city and id.
pub fn order_in_province(zone: &Zone) -> (Level, Option<ZoneType>, RegionCode, ZoneId) {
    (zone.level, zone.types.first().copied(), zone.city.code, zone.id.clone())
}
