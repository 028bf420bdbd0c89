//! A development zone and the facts known of it, each with where it is from. It owns the shape, not the register.

use serde::{Deserialize, Serialize};

use crate::date::{PartialDate, Period};
use crate::id::ZoneId;
use crate::json::from_json;
use crate::region::Region;

/// The type of a national development zone. A zone may be of both (苏州工业园区).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ZoneType {
    /// 国家级经济技术开发区
    Etdz,
    /// 国家高新技术产业开发区
    Htz,
}

from_json!(words ZoneType { "etdz" => Etdz, "htz" => Htz });

impl ZoneType {
    /// Both types, in the order in which they are listed.
    pub const ALL: [ZoneType; 2] = [ZoneType::Etdz, ZoneType::Htz];
}

/// Who approved the zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 国家级
    National,
    /// 省级
    Provincial,
}

from_json!(words Level { "national" => National, "provincial" => Provincial });

/// Whether the zone is on the list today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// On the list.
    Listed,
    /// The sources at hand disagree.
    Uncertain,
    /// Removed from the list.
    Exited,
}

from_json!(words Status { "listed" => Listed, "uncertain" => Uncertain, "exited" => Exited });

/// A fact with the sources that give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact<T> {
    /// What is known.
    pub value: T,
    /// Where it is from; never empty.
    pub sources: Vec<Citation>,
}

from_json!(fields Fact<T> { value, sources });

/// A document or page that a fact is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// What a reader sees: 国办函〔2024〕83号.
    pub label: String,
    /// Its address, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

from_json!(fields Citation { label, url });

/// A zone as its own page shows it. A fact that is not there is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// For ever.
    pub id: ZoneId,
    /// Official name, with the sources of name, type and place.
    pub name: Fact<String>,
    /// What people say: 淮安高新区.
    #[serde(rename = "short")]
    pub short_name: String,
    /// Other names in use.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// One type, or both.
    pub types: Vec<ZoneType>,
    /// National or lower.
    pub level: Level,
    /// The province.
    pub province: Region,
    /// The city; the province itself for a municipality.
    pub city: Region,
    /// Approval as a zone of its level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<Fact<Period>>,
    /// Approved area in hectares, a decimal as the source writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area_ha: Option<Fact<String>>,
    /// Leading industries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industries: Option<Fact<Vec<String>>>,
    /// On the list or not.
    pub status: Fact<Status>,
    /// Since when the status holds, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_since: Option<PartialDate>,
    /// English name.
    pub name_en: String,
}

from_json!(fields Zone {
    id, name, short_name as "short", types, level, province, city, approved, area_ha, industries, status, status_since, name_en; aliases
});

/// A zone named in passing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneRef {
    /// For ever.
    pub id: ZoneId,
    /// Official name.
    pub name: String,
    /// What people say.
    #[serde(rename = "short")]
    pub short_name: String,
}

from_json!(fields ZoneRef { id, name, short_name as "short" });
