//! Looks up the sources that the register may cite, and suggests similar ones for an unknown id.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_sources::{Files, SourceError, source_labels};

/// The number of sources that are suggested.
const MAX_SUGGESTIONS: usize = 3;

/// The labels of the sources, by id.
#[derive(Debug)]
pub(crate) struct SourceLookup(BTreeMap<String, String>);

impl SourceLookup {
    /// Reads the sources of a content folder. A faulty table has none.
    pub(crate) fn read(files: &dyn Files, folder: &Path) -> Result<Self, SourceError> {
        Ok(SourceLookup(source_labels(files, folder)?))
    }

    /// Returns true if there is a source with this id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// Returns suggestions for an unknown id or a part of a label, nearest first, such as `s42 (…)`.
    pub(crate) fn nearest(&self, text: &str) -> Vec<String> {
        let distance = |(id, label): (&String, &String)| {
            let is_named = !text.is_empty() && label.contains(text);
            let near = if is_named { 0 } else { strsim::damerau_levenshtein(text, id) };
            (near, format!("{id} ({label})"))
        };
        let mut near: Vec<(usize, String)> = self.0.iter().map(distance).collect();
        near.sort_by_key(|(distance, _)| *distance);
        near.into_iter().take(MAX_SUGGESTIONS).map(|(_, source)| source).collect()
    }
}
