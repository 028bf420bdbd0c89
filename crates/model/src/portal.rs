//! The data of the home page and of the register.

use serde::{Deserialize, Serialize};

use crate::id::ZoneId;
use crate::json::from_json;
use crate::list::Item;
use crate::region::{Region, RegionCode};
use crate::zone::{Status, ZoneType};

/// The home page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Home {
    /// The newest articles of all zones.
    pub latest: Vec<Item>,
    /// The newest photo items.
    pub photos: Vec<Item>,
    /// Every province, in the order of the codes.
    pub provinces: Vec<ProvinceCount>,
}

from_json!(fields Home { latest, photos, provinces });

/// The number of listed zones in a province. A zone of both types counts in both, and once in `zones`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvinceCount {
    /// The province.
    pub region: Region,
    /// Its listed zones.
    pub zones: u16,
    /// Those that are 经开区.
    pub etdz: u16,
    /// Those that are 高新区.
    pub htz: u16,
}

from_json!(fields ProvinceCount { region, zones, etdz, htz });

/// The register: every zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// The provinces and cities that have zones, in the order of the codes.
    pub regions: Vec<Region>,
    /// Every zone, by province, then city, then id.
    pub zones: Vec<RegisterZone>,
}

from_json!(fields Register { regions, zones });

/// A zone's row in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterZone {
    /// The id, which never changes.
    pub id: ZoneId,
    /// Official name.
    pub name: String,
    /// The name in common use.
    #[serde(rename = "short")]
    pub short_name: String,
    /// Other names and the pinyin, for searching.
    #[serde(rename = "found_by")]
    pub search_terms: Vec<String>,
    /// One type, or both.
    pub types: Vec<ZoneType>,
    /// The city's code; the province follows from it.
    pub city: RegionCode,
    /// The status on the national list.
    pub status: Status,
}

from_json!(fields RegisterZone { id, name, short_name as "short", search_terms as "found_by", types, city, status });
