//! The parts of a zone that both files have in the same form.

use investchn_model::route::{Base, Route};
use investchn_model::{Region, Zone};
use investchn_sources::ZoneSource;

/// Returns the address of a zone's page.
pub(super) fn page(base: &Base, zone: &Zone) -> String {
    Route::Zone(zone.id.clone(), None, None).href(base)
}

/// Returns the city; none if the zone has its province in place of one.
pub(super) fn city(zone: &Zone) -> Option<&Region> {
    (zone.city.code != zone.province.code).then_some(&zone.city)
}

/// Returns the columns whose facts are doubtful.
pub(super) fn doubtful(ZoneSource { zone, .. }: &ZoneSource) -> Vec<&'static str> {
    let is_doubtful = [
        ("name", zone.name.doubtful),
        ("code", zone.code.as_ref().is_some_and(|it| it.doubtful)),
        ("approved", zone.approved.as_ref().is_some_and(|it| it.doubtful)),
        ("area_ha", zone.area_ha.as_ref().is_some_and(|it| it.doubtful)),
        ("industries", zone.industries.as_ref().is_some_and(|it| it.doubtful)),
        ("status", zone.status.doubtful),
    ];
    is_doubtful.into_iter().filter(|(_, it)| *it).map(|(column, _)| column).collect()
}
