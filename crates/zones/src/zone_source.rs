//! A zone as the tables state it.

use investchn_diagnostics::{Diagnostic, Location, rules};
use investchn_localized::localized;
use investchn_model::{PartialDate, Zone, ZoneId};

use crate::citations::Citations;

/// A zone, with the columns that only the publisher uses.
#[derive(Clone, Debug)]
pub struct ZoneSource {
    /// The zone as it is published.
    pub zone: Zone,
    /// The pinyin of the place, for searching.
    pub pinyin: String,
    /// The former ids of the zone.
    pub former_ids: Vec<ZoneId>,
    /// The former names of the zone. They are among its aliases too, so that it is found by them.
    pub former_names: Vec<String>,
    /// The row in `zones.csv`.
    pub place: Location,
    /// The columns whose cells are malformed, which is reported.
    pub(crate) faulty: Vec<&'static str>,
    /// Every citation of the zone, in all tables.
    pub cited: Vec<CitedFact>,
}

/// A citation, with what it is cited for.
#[derive(Clone, Debug)]
pub struct CitedFact {
    /// The column of `zones.csv`, or the name of another table.
    pub column: &'static str,
    /// The id of the source.
    pub source: String,
    /// The date of the source, if it is known.
    pub date: Option<PartialDate>,
}

/// Returns a citation with what it is cited for.
pub(crate) fn cited_for(column: &'static str, id: &str, citations: &Citations) -> CitedFact {
    CitedFact { column, source: id.to_owned(), date: citations.get(id).and_then(|source| source.date) }
}

/// Returns the zone with this id, and names an unknown one.
pub(crate) fn zone_of<'a>(
    id: &str,
    zones: &'a mut [ZoneSource],
    place: &Location,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'a mut ZoneSource> {
    let found = zones.iter_mut().find(|source| source.zone.id.as_str() == id);
    if found.is_none() {
        let message = localized!(zh "没有开发区 `{id}`", en "there is no zone `{id}`");
        let help = localized!(zh "写 zones.csv 里已有的代号", en "write the id of a row of zones.csv");
        diagnostics.push(Diagnostic::new(place.clone(), &rules::UNKNOWN_ZONE, message, help));
    }
    found
}
