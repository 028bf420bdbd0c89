//! Finds the zone of a page: compares the names in the register with the name on the page.

use std::collections::BTreeSet;

use investchn_model::{Region, ZoneRef};

use super::error::PageError;
use investchn_lines::line::normalized;
use investchn_page::page::Page;
use investchn_sources::{SourceTree, ZoneLookup};

/// The largest number of zones suggested for a page that names none.
const MAX_SUGGESTIONS: usize = 5;

/// The register, indexed by the names that pages use.
pub(super) struct Zones<'a> {
    content: &'a SourceTree,
    names: ZoneLookup,
    places: BTreeSet<String>,
}

impl<'a> Zones<'a> {
    /// Indexes the zones and regions of a content folder.
    pub(super) fn new(content: &'a SourceTree) -> Self {
        let regions = content.regions.values().flat_map(|region| [&region.name, &region.short_name]);
        let zones = content.zones.iter().map(|source| &source.zone);
        let zones = zones.flat_map(|zone| [&zone.name.value, &zone.short_name].into_iter().chain(&zone.aliases));
        let places = regions.chain(zones).map(|name| normalized(name)).collect();
        Zones { content, names: ZoneLookup::new(&content.zones), places }
    }

    /// Returns true if this is the name of a region or a zone.
    pub(super) fn is_place(&self, name: &str) -> bool {
        self.places.contains(&normalized(name))
    }

    /// Returns the zone that a page names.
    ///
    /// # Errors
    /// If the page names no zone, or an unknown one.
    pub(super) fn zone_on(&self, page: &Page) -> Result<&ZoneRef, PageError> {
        let Some(name) = page.zone.as_deref() else {
            return Err(PageError::NoZone(
                page.place.as_deref().map(|place| self.suggestions(place)).unwrap_or_default(),
            ));
        };
        let bare = normalized(name);
        let bare = bare.trim_matches(|sign: char| !sign.is_alphanumeric() && !"()".contains(sign));
        self.find(name.trim())
            .or_else(|| self.find(bare))
            .ok_or_else(|| PageError::UnknownZone { name: name.to_owned(), nearest: self.names.nearest(bare) })
    }

    /// Returns the zone with this id or name.
    ///
    /// # Errors
    /// If the register has no such zone.
    pub(super) fn named(&self, name: &str) -> Result<ZoneRef, PageError> {
        let unknown = || PageError::UnknownZone { name: name.to_owned(), nearest: self.names.nearest(name) };
        self.find(name.trim()).cloned().ok_or_else(unknown)
    }

    /// Finds a zone by its current or a former name, because old pages use the names of their time.
    fn find(&self, name: &str) -> Option<&ZoneRef> {
        let former = || self.names.renamed().iter().find(|(_, former)| former.iter().any(|former| former == name));
        self.names.find(name).or_else(|| former().map(|(zone, _)| zone))
    }

    /// Lists some zones of a city or a province, with their ids.
    fn suggestions(&self, place: &str) -> Vec<String> {
        let is_there = |region: &Region| [&region.name, &region.short_name].iter().any(|name| *name == place);
        let zones = self.content.zones.iter().map(|source| &source.zone);
        let zones = zones.filter(|zone| is_there(&zone.city) || is_there(&zone.province));
        zones.take(MAX_SUGGESTIONS).map(|zone| format!("{} ({})", zone.id, zone.name.value)).collect()
    }
}
