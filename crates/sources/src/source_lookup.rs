//! Looks up the sources that the register may cite, and suggests similar ones for an unknown id.

use std::path::Path;

use crate::citations::{self, Citations};
use crate::error::SourceError;
use crate::files::Files;

/// The number of sources that are suggested.
const MAX_SUGGESTIONS: usize = 3;

/// The sources of `sources.toml`.
#[derive(Debug)]
pub struct SourceLookup {
    citations: Citations,
}

impl SourceLookup {
    /// Reads the sources of a content folder. A faulty table has none.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn read(files: &dyn Files, folder: &Path) -> Result<Self, SourceError> {
        Ok(SourceLookup { citations: citations::read(files, &folder.join("sources.toml"), &mut Vec::new())? })
    }

    /// Returns true if there is a source with this id.
    pub fn has(&self, id: &str) -> bool {
        self.citations.contains_key(id)
    }

    /// Returns suggestions for an unknown id or a part of a label, nearest first, such as `s42 (…)`.
    pub fn nearest(&self, text: &str) -> Vec<String> {
        let distance = |(id, source): (&String, &citations::CitedSource)| {
            let is_named = !text.is_empty() && source.citation.label.contains(text);
            let near = if is_named { 0 } else { strsim::damerau_levenshtein(text, id) };
            (near, format!("{id} ({})", source.citation.label))
        };
        let mut near: Vec<(usize, String)> = self.citations.iter().map(distance).collect();
        near.sort_by_key(|(distance, _)| *distance);
        near.into_iter().take(MAX_SUGGESTIONS).map(|(_, source)| source).collect()
    }
}
