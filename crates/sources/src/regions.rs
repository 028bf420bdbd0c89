//! `regions.csv`: provinces and cities by GB/T 2260 code.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_model::{Region, RegionCode, RegionKind};
use serde::Deserialize;

use crate::csv_table;
use crate::error::SourceError;
use crate::files::Files;
use investchn_diagnostics::rules;
use investchn_diagnostics::{Diagnostic, Location};

/// The regions in the order of their codes.
pub type Regions = BTreeMap<RegionCode, Region>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegionRow {
    code: String,
    name: String,
    short: String,
    pinyin: String,
    kind: RegionKind,
    // Reserved for English pages.
    #[serde(rename = "name_en")]
    _name_en: String,
    #[serde(rename = "alpha2")]
    _alpha2: String,
}

/// Reads the regions, and adds faulty rows to `diagnostics`.
pub(crate) fn read(files: &dyn Files, file: &Path, diagnostics: &mut Vec<Diagnostic>) -> Result<Regions, SourceError> {
    let mut regions = Regions::new();
    for (line, row) in csv_table::rows::<RegionRow>(files, file, diagnostics)? {
        let Ok(code) = row.code.parse::<RegionCode>() else {
            let message = format!("`{}` is no GB/T 2260 code", row.code);
            let help = "write its six digits";
            diagnostics.push(Diagnostic::new(Location::line(file, line), &rules::REGION_CODE, message, help));
            continue;
        };
        let region = Region { code, name: row.name, short_name: row.short, pinyin: row.pinyin, kind: row.kind };
        if regions.insert(code, region).is_some() {
            let message = format!("the code {code} stands here a second time");
            let help = "keep one of the rows";
            diagnostics.push(Diagnostic::new(Location::line(file, line), &rules::REGION_CODE, message, help));
        }
    }
    Ok(regions)
}
