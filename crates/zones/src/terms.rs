//! `terms.csv`: words of the register in other languages, such as industries. A column for each language.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::csv_table::{self, RowCells};
use investchn_diagnostics::{Diagnostic, rules};
use investchn_files::{Files, SourceError};
use investchn_localized::localized;
use investchn_messages::translation_tags;

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
            let message = localized!(zh "这一行没有中文词", en "the term has no Chinese word");
            let help = localized!(zh "照 zones.csv 里的写法填写", en "write it as zones.csv has it");
            cells.diagnostic("zh", &rules::CSV, message, help);
        } else if words.iter().any(is_known) {
            let message = localized!(zh "`{zh}` 在这里重复出现", en "`{zh}` stands here a second time");
            cells.diagnostic("zh", &rules::CSV, message, localized!(zh "只保留一行", en "keep one of the rows"));
        } else {
            for (tag, word) in words {
                terms.entry(tag).or_default().insert(zh.clone(), word);
            }
        }
    }
    Ok(terms)
}
