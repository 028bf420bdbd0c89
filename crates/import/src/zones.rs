//! Which zone a page is of: the register's names against what the page says. It owns the choice; the names are in `source`.

use std::collections::BTreeSet;

use investchn_model::{Region, ZoneRef};

use super::line::normalized;
use super::page::Page;
use investchn_sources::{SourceTree, ZoneLookup};

/// How many zones of a place are offered where a page names none.
const OFFERED: usize = 5;

/// The register, to be asked by what pages say.
pub(super) struct Zones<'a> {
    content: &'a SourceTree,
    names: ZoneLookup,
    places: BTreeSet<String>,
}

impl<'a> Zones<'a> {
    /// The zones of a content folder.
    pub(super) fn new(content: &'a SourceTree) -> Self {
        let regions = content.regions.values().flat_map(|region| [&region.name, &region.short_name]);
        let zones = content.zones.iter().map(|source| &source.zone);
        let zones = zones.flat_map(|zone| [&zone.name.value, &zone.short_name].into_iter().chain(&zone.aliases));
        let places = regions.chain(zones).map(|name| normalized(name)).collect();
        Zones { content, names: ZoneLookup::new(&content.zones), places }
    }

    /// Whether this is the name of a region or a zone.
    pub(super) fn is_place(&self, name: &str) -> bool {
        self.places.contains(&normalized(name))
    }

    /// The zone of a page.
    ///
    /// # Errors
    /// The reason, for a person, with the zones that may be meant.
    pub(super) fn zone_of(&self, page: &Page) -> Result<&ZoneRef, String> {
        let Some(name) = page.zone.as_deref() else {
            let offered = page.place.as_deref().map(|place| self.there(place)).unwrap_or_default();
            let offered = if offered.is_empty() { String::new() } else { format!(", zones there: {offered}") };
            return Err(format!("it names no zone (发布开发区){offered}"));
        };
        let bare = normalized(name);
        let bare = bare.trim_matches(|sign: char| !sign.is_alphanumeric() && !"()".contains(sign));
        self.find(name.trim()).or_else(|| self.find(bare)).ok_or_else(|| {
            let nearest = self.names.nearest(bare).join(", ");
            format!("there is no zone `{name}`, nearest in zones.csv: {nearest}")
        })
    }

    /// By a name of today, or by one of the past: old pages have the names of their time.
    fn find(&self, name: &str) -> Option<&ZoneRef> {
        let former = || self.names.renamed().iter().find(|(_, former)| former.iter().any(|former| former == name));
        self.names.find(name).or_else(|| former().map(|(zone, _)| zone))
    }

    /// The zones of a city or a province.
    fn there(&self, place: &str) -> String {
        let is_there = |region: &Region| [&region.name, &region.short_name].iter().any(|name| *name == place);
        let zones = self.content.zones.iter().map(|source| &source.zone);
        let zones = zones.filter(|zone| is_there(&zone.city) || is_there(&zone.province));
        let named: Vec<String> = zones.take(OFFERED).map(|zone| format!("{} ({})", zone.id, zone.name.value)).collect();
        named.join(", ")
    }
}
