//! The data of the home page.

use serde::{Deserialize, Serialize};

use crate::json::from_json;
use crate::list::{Item, Originals};
use crate::register::ProvinceCount;

/// The home page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Home {
    /// The newest articles of all zones.
    pub latest: Vec<Item>,
    /// The newest photo items.
    pub photos: Vec<Item>,
    /// Every province, in the order of the codes.
    pub provinces: Vec<ProvinceCount>,
    /// The newest articles that this edition does not have; in a translated edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub originals: Option<Originals>,
}

from_json!(fields Home { latest, photos, provinces, originals });
