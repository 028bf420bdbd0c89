//! Finding zones by id and by name, and the nearest ones to a slip of the pen. It owns the look-up, not the register.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use investchn_model::{ZoneId, ZoneRef};
use serde::Serialize;

use crate::zones::ZoneSource;

/// How many near names an error offers.
const OFFERED: usize = 3;

/// How much of a text is compared with names, in characters: what is longer than all of them is near to none.
const COMPARED: usize = 60;

/// The register's zones by every name that they go by.
#[derive(Debug, Serialize)]
pub struct ZoneLookup {
    by_id: BTreeMap<String, ZoneRef>,
    by_name: BTreeMap<String, ZoneId>,
    renamed: Vec<(ZoneRef, Vec<String>)>,
    /// Finds any of the former names in one go, for every paragraph is asked. None where they are more than it can take.
    #[serde(skip)]
    former: Option<AhoCorasick>,
}

impl ZoneLookup {
    /// The names of a register.
    pub fn new(zones: &[ZoneSource]) -> Self {
        // Chinese text is made of so few leading bytes that skipping to the rare ones costs more than it saves.
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

    /// The zone with this id.
    pub fn zone(&self, id: &str) -> Option<&ZoneRef> {
        self.by_id.get(id)
    }

    /// The zone that goes by this id, by any of its names, or by one that it had before.
    pub fn find(&self, name: &str) -> Option<&ZoneRef> {
        self.zone(name).or_else(|| self.zone(self.by_name.get(name)?.as_str()))
    }

    /// The zones that had other names, with these.
    pub fn renamed(&self) -> &[(ZoneRef, Vec<String>)] {
        &self.renamed
    }

    /// Whether one of the former names may be in a text.
    pub fn has_former(&self, text: &str) -> bool {
        self.former.as_ref().is_none_or(|former| former.is_match(text))
    }

    /// What to write instead of an unknown id, nearest first: `huaian-htz (淮安国家高新技术产业开发区)`.
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
            if offered.len() < OFFERED && !offered.contains(&id) {
                offered.push(id);
            }
        }
        offered.into_iter().filter_map(described).collect()
    }
}
