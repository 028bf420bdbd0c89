//! Looks zones up by id and by name, and suggests zones with similar names for an unknown one.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use investchn_localized::{Text, localized};
use investchn_model::{ZoneId, ZoneRef};
use serde::Serialize;

use crate::zone_source::ZoneSource;

/// The number of zones that a diagnostic suggests.
const MAX_SUGGESTIONS: usize = 3;

/// The number of characters of a text that are compared with names. A longer text resembles no name, and the limit bounds
/// the time for a hostile source.
const COMPARED: usize = 60;

/// The zones of the register, by their ids and names.
#[derive(Debug, Serialize)]
pub struct ZoneLookup {
    by_id: BTreeMap<String, ZoneRef>,
    by_name: BTreeMap<String, ZoneId>,
    renamed: Vec<(ZoneRef, Vec<String>)>,
    /// Matches all former names at once, because every paragraph is searched for them. None if there are too many names for
    /// an automaton.
    #[serde(skip)]
    former: Option<AhoCorasick>,
}

/// Says that there is no zone of a name, and names those near it, if there is any zone.
pub fn unknown_zone(name: &str, nearest: &[String]) -> Text {
    let unknown = localized!(zh "没有开发区 `{name}`", en "there is no zone `{name}`");
    if nearest.is_empty() {
        return unknown;
    }
    let Text { zh, en } = Text::list(nearest);
    unknown.then(&localized!(zh "，zones.csv 里相近的有：{zh}", en ", nearest in zones.csv: {en}"))
}

impl ZoneLookup {
    /// Indexes the zones of a register.
    pub fn new(zones: &[ZoneSource]) -> Self {
        // Chinese characters share a few leading bytes, so a prefilter for rare bytes costs more than it saves.
        let former = AhoCorasick::builder()
            .prefilter(false)
            .kind(Some(AhoCorasickKind::DFA))
            .build(zones.iter().flat_map(|source| &source.former_names))
            .ok();
        let mut names = ZoneLookup { by_id: BTreeMap::new(), by_name: BTreeMap::new(), renamed: Vec::new(), former };
        for ZoneSource { zone, former_ids, former_names, .. } in zones {
            let reference =
                ZoneRef { id: zone.id.clone(), name: zone.name.value.clone(), short_name: zone.short_name.clone() };
            if !former_names.is_empty() {
                names.renamed.push((reference.clone(), former_names.clone()));
            }
            names.by_id.insert(zone.id.to_string(), reference);
            let former = former_ids.iter().map(ZoneId::as_str);
            for name in
                [&zone.name.value, &zone.short_name].into_iter().chain(&zone.aliases).map(String::as_str).chain(former)
            {
                names.by_name.insert(name.to_owned(), zone.id.clone());
            }
        }
        names
    }

    /// Returns the zone with this id.
    pub fn zone(&self, id: &str) -> Option<&ZoneRef> {
        self.by_id.get(id)
    }

    /// Returns the zone with this current or former id, or with this name, short name or alias.
    pub fn find(&self, name: &str) -> Option<&ZoneRef> {
        self.zone(name).or_else(|| self.zone(self.by_name.get(name)?.as_str()))
    }

    /// Returns the zones that were renamed, with their former names.
    pub fn renamed(&self) -> &[(ZoneRef, Vec<String>)] {
        &self.renamed
    }

    /// Returns true if a text may contain a former name. Exact unless there are too many names for an automaton.
    pub fn has_former(&self, text: &str) -> bool {
        self.former.as_ref().is_none_or(|former| former.is_match(text))
    }

    /// Returns suggestions for an unknown id or name, nearest first, such as `huaian-htz (淮安国家高新技术产业开发区)`.
    pub fn nearest(&self, text: &str) -> Vec<String> {
        let described = |id: &str| self.by_id.get(id).map(|zone| format!("{id} ({})", zone.name));
        if let Some(id) = self.by_name.get(text) {
            return described(id.as_str()).into_iter().collect();
        }
        let ids = self.by_id.keys().map(|id| (id.as_str(), id.as_str()));
        let names = self.by_name.iter().map(|(name, id)| (name.as_str(), id.as_str()));
        let text: String = text.chars().take(COMPARED).collect();
        let distance = |(name, id)| (strsim::damerau_levenshtein(&text, name), id);
        let mut near: Vec<(usize, &str)> = ids.chain(names).map(distance).collect();
        near.sort_unstable();
        let mut offered: Vec<&str> = Vec::new();
        for (_, id) in near {
            if offered.len() < MAX_SUGGESTIONS && !offered.contains(&id) {
                offered.push(id);
            }
        }
        offered.into_iter().filter_map(described).collect()
    }
}
