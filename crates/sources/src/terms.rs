//! `terms.csv`: words of the register in other languages, such as industries. A column for each language.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::csv_table::{self, RowCells};
use crate::error::SourceError;
use crate::files::Files;
use crate::languages::translation_tags;
use investchn_diagnostics::{Diagnostic, rules};

/// The terms of each language, by its tag and the Chinese word.
pub type Terms = BTreeMap<&'static str, BTreeMap<String, String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermRow {
    zh: String,
}

/// Reads the terms; none without the file. Adds faulty rows to `diagnostics`.
pub(crate) fn read(files: &dyn Files, file: &Path, diagnostics: &mut Vec<Diagnostic>) -> Result<Terms, SourceError> {
    let mut terms = Terms::new();
    if files.stamp(file).is_err() {
        return Ok(terms);
    }
    let tags: Vec<&'static str> = translation_tags().collect();
    for (place, TermRow { zh }) in csv_table::rows_with::<TermRow>(files, file, &tags, diagnostics)? {
        if place.is_shifted {
            continue;
        }
        let words: Vec<_> = tags.iter().filter_map(|tag| Some((*tag, place.optional(tag)?.to_owned()))).collect();
        let mut cells = RowCells { place, diagnostics: &mut *diagnostics };
        let is_known = |(tag, _): &(&str, _)| terms.get(tag).is_some_and(|of_language| of_language.contains_key(&zh));
        if zh.is_empty() {
            cells.diagnostic(
                "zh",
                &rules::CSV,
                "the term has no Chinese word".to_owned(),
                "write it as zones.csv has it",
            );
        } else if words.iter().any(is_known) {
            let message = format!("`{zh}` stands here a second time");
            cells.diagnostic("zh", &rules::CSV, message, "keep one of the rows");
        } else {
            for (tag, word) in words {
                terms.entry(tag).or_default().insert(zh.clone(), word);
            }
        }
    }
    Ok(terms)
}
