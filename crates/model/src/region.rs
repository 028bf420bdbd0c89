//! Provinces and cities by their GB/T 2260 code. The regions themselves are in `content/regions.csv`.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::ParseErrorReason;
use crate::json::{FromJson, Json, from_json};
use crate::text_form::{number, parse_as_text};

/// A six-digit GB/T 2260 code: `320000` is 江苏, `320800` 淮安.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("minimum" = 100_000, "maximum" = 999_999)))]
#[serde(transparent)]
pub struct RegionCode(u32);

impl FromJson for RegionCode {
    fn read<J: Json>(json: &J) -> Self {
        RegionCode(u32::read(json))
    }
}

impl RegionCode {
    /// The code of no region.
    pub(crate) const NONE: RegionCode = RegionCode(0);

    /// Returns the code of the region's province; a province is its own.
    pub fn province(self) -> RegionCode {
        RegionCode(self.0 / 10_000 * 10_000)
    }

    /// Returns the code as a number, which orders regions.
    pub fn number(self) -> u32 {
        self.0
    }

    /// Returns true if the code belongs to a province, a municipality, an autonomous region or a SAR.
    pub fn is_province(self) -> bool {
        self == self.province()
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl RegionCode {
    /// Parses the text form.
    pub(crate) fn parse(text: &str) -> Result<Self, ParseErrorReason> {
        let code = number(text).filter(|_| text.len() == 6 && !text.starts_with('0'));
        code.map(RegionCode).ok_or(ParseErrorReason::RegionCode)
    }
}

parse_as_text!(RegionCode);

/// The kind of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RegionKind {
    /// 省
    Province,
    /// 直辖市
    Municipality,
    /// 自治区
    AutonomousRegion,
    /// 特别行政区
    Sar,
    /// A prefecture-level city, prefecture or a county-level city directly under its province.
    City,
}

from_json!(words RegionKind {
    "province" => Province,
    "municipality" => Municipality,
    "autonomous-region" => AutonomousRegion,
    "sar" => Sar,
    "city" => City,
});

/// A province or a city. Source: `content/regions.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Region {
    /// GB/T 2260 code.
    pub code: RegionCode,
    /// Full name: 江苏省.
    pub name: String,
    /// Short name, as in the breadcrumb of the original site: 江苏, 淮安.
    #[serde(rename = "short")]
    pub short_name: String,
    /// Pinyin of the short name.
    pub pinyin: String,
    /// The kind of region.
    pub kind: RegionKind,
}

from_json!(fields Region { code, name, short_name as "short", pinyin, kind });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_contain_their_province() {
        let city: RegionCode = "320800".parse().unwrap();
        assert_eq!(city.province().to_string(), "320000");
        assert!(!city.is_province() && city.province().is_province());
        for text in ["32080", "3208000", "03208a", "032080", ""] {
            assert!(text.parse::<RegionCode>().is_err(), "{text}");
        }
    }
}
