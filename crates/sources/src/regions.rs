//! `regions.csv`: provinces and cities by GB/T 2260 code.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_model::{Region, RegionCode, RegionKind};
use serde::Deserialize;

use crate::csv_table::{self, RowCells};
use crate::error::SourceError;
use crate::files::Files;
use investchn_diagnostics::{Diagnostic, rules};
use investchn_localized::localized;

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
    // Reserved for English pages.
    #[serde(rename = "name_en")]
    _name_en: String,
    #[serde(rename = "alpha2")]
    _alpha2: String,
}

/// Reads the regions, and adds faulty rows to `diagnostics`.
pub(crate) fn read(files: &dyn Files, file: &Path, diagnostics: &mut Vec<Diagnostic>) -> Result<Regions, SourceError> {
    let mut regions = Regions::new();
    for (place, row) in csv_table::rows::<RegionRow>(files, file, diagnostics)? {
        let (is_shifted, before) = (place.is_shifted, diagnostics.len());
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
        let region = Region { code, name: row.name, short_name: row.short, pinyin: row.pinyin, kind };
        if regions.insert(code, region).is_some() {
            let message = localized!(zh "代码 {code} 出现了两次", en "the code {code} stands here a second time");
            let help = localized!(zh "只留一行", en "keep one of the rows");
            cells.diagnostic("code", &rules::REGION_CODE, message, help);
        }
    }
    Ok(regions)
}
