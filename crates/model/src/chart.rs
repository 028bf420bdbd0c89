//! The charts of the register.

use serde::{Deserialize, Serialize};

use crate::json::from_json;

/// A chart of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Chart {
    /// The approvals of each year by type.
    Years,
    /// The approved area of each province.
    Areas,
    /// The commonest leading industries.
    Industries,
}

from_json!(words Chart { "years" => Years, "areas" => Areas, "industries" => Industries });

impl Chart {
    /// Every chart.
    pub const ALL: [Chart; 3] = [Chart::Years, Chart::Areas, Chart::Industries];

    /// Returns width and height in CSS pixels. The width is little more than that of a phone, so that the text can be read there.
    pub fn size(self) -> (u32, u32) {
        match self {
            Chart::Years => (440, 560),
            Chart::Areas => (440, 780),
            Chart::Industries => (440, 520),
        }
    }

    /// Returns the name of its picture.
    pub fn name(self) -> &'static str {
        match self {
            Chart::Years => "years",
            Chart::Areas => "areas",
            Chart::Industries => "industries",
        }
    }
}
