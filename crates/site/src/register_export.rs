//! The register for partners: every zone with its facts and their sources, as a table and as JSON. `docs/register.md` is the contract.
//! A column or key that is published stays as it is; new ones are added at the end of the table, and anywhere in JSON.

mod json;
mod table;
#[cfg(test)]
mod tests;

use investchn_model::route::{Base, Route};
use investchn_model::{Region, Zone};
use investchn_sources::{SourceTree, ZoneSource};

use crate::error::SiteError;
use crate::register;
use crate::render_context::RenderContext;

/// The register as both files, with the zones in the order of its page.
pub(crate) struct RegisterExport {
    /// The table, as CSV.
    pub(crate) csv: Vec<u8>,
    /// The same, and what a table cannot hold, as JSON.
    pub(crate) json: Vec<u8>,
}

impl RegisterExport {
    /// Writes both files.
    pub(crate) fn new(context: RenderContext<'_>, content: &SourceTree) -> Result<Self, SiteError> {
        let zones = register::in_order(content);
        let base = Base::at(context.base_url);
        Ok(RegisterExport {
            csv: table::csv(&base, &zones)?,
            json: serde_json::to_vec(&json::RegisterFile::new(&context.site.name, &base, &zones))?,
        })
    }
}

/// Returns the address of a zone's page.
fn page(base: &Base, zone: &Zone) -> String {
    Route::Zone(zone.id.clone(), None, None).href(base)
}

/// Returns the city; none if the zone has its province in place of one.
fn city(zone: &Zone) -> Option<&Region> {
    (zone.city.code != zone.province.code).then_some(&zone.city)
}

/// Returns the columns whose facts are doubtful.
fn doubtful(ZoneSource { zone, .. }: &ZoneSource) -> Vec<&'static str> {
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
