//! `regions.csv`: provinces and cities by GB/T 2260 code.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_model::{Region, RegionCode, RegionKind};
use serde::Deserialize;

use crate::csv_table::{self, RowCells};
use investchn_diagnostics::{Diagnostic, rules};
use investchn_files::{Files, SourceError};
use investchn_localized::localized;
use investchn_messages::translation_tags;

/// The regions in the order of their codes.
pub type Regions = BTreeMap<RegionCode, Region>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegionRow {
    code: String,
    name: String,
    short: String,
    pinyin: String,
    kind: String,
    alpha2: String,
}

/// The names of regions in other languages: by the language's tag and the region's code. They are the columns `name_<tag>`.
pub type RegionNames = BTreeMap<&'static str, BTreeMap<RegionCode, String>>;

/// The letter codes of provinces by GB/T 2260, such as JS for 江苏.
pub type LetterCodes = BTreeMap<RegionCode, String>;

/// Reads the regions with their names in other languages, and adds faulty rows to `diagnostics`.
pub(crate) fn read(
    files: &dyn Files,
    file: &Path,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(Regions, RegionNames, LetterCodes), SourceError> {
    let columns: Vec<(&'static str, String)> = translation_tags().map(|tag| (tag, format!("name_{tag}"))).collect();
    let optional: Vec<&str> = columns.iter().map(|(_, column)| column.as_str()).collect();
    let (mut regions, mut names, mut letter_codes) = (Regions::new(), RegionNames::new(), LetterCodes::new());
    for (place, row) in csv_table::rows_with::<RegionRow>(files, file, &optional, diagnostics)? {
        let (is_shifted, before) = (place.is_shifted, diagnostics.len());
        let in_languages: Vec<_> =
            columns.iter().filter_map(|(tag, column)| Some((*tag, place.optional(column)?.to_owned()))).collect();
        let mut cells = RowCells { place, diagnostics: &mut *diagnostics };
        let Ok(code) = row.code.parse::<RegionCode>() else {
            let message = localized!(zh "`{}` 不是 GB/T 2260 代码", en "`{}` is no GB/T 2260 code", row.code);
            let help = localized!(zh "写六位数字", en "write its six digits");
            cells.diagnostic("code", &rules::REGION_CODE, message, help);
            continue;
        };
        // A wrong word is one fault: zones find their region all the same.
        let kind: RegionKind = cells.word("kind", &row.kind).unwrap_or(RegionKind::Province);
        if is_shifted {
            cells.diagnostics.truncate(before);
        }
        for (tag, name) in in_languages {
            names.entry(tag).or_default().insert(code, name);
        }
        if !row.alpha2.is_empty() {
            letter_codes.insert(code, row.alpha2);
        }
        let region = Region { code, name: row.name, short_name: row.short, pinyin: row.pinyin, kind };
        if regions.insert(code, region).is_some() {
            let message = localized!(zh "代码 {code} 出现了两次", en "the code {code} stands here a second time");
            let help = localized!(zh "只留一行", en "keep one of the rows");
            cells.diagnostic("code", &rules::REGION_CODE, message, help);
        }
    }
    Ok((regions, names, letter_codes))
}
