//! A development zone and its facts, each with its citations. The zones themselves are in `content/zones.csv`.

use serde::{Deserialize, Serialize};

use crate::date::{PartialDate, Period};
use crate::id::ZoneId;
use crate::json::from_json;
use crate::region::Region;

/// The type of a national development zone. A zone may have both types (苏州工业园区).
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
    /// Both types, in the order in which lists show them.
    pub const ALL: [ZoneType; 2] = [ZoneType::Etdz, ZoneType::Htz];
}

/// The level of the authority that approved the zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 国家级
    National,
    /// 省级
    Provincial,
}

from_json!(words Level { "national" => National, "provincial" => Provincial });

/// The status of a zone on the national list today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// On the list.
    Listed,
    /// The available sources disagree.
    Uncertain,
    /// Removed from the list.
    Exited,
}

from_json!(words Status { "listed" => Listed, "uncertain" => Uncertain, "exited" => Exited });

/// A fact with its citations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact<T> {
    /// The value of the fact.
    pub value: T,
    /// The documents and pages that state it; never empty.
    pub sources: Vec<Citation>,
}

from_json!(fields Fact<T> { value, sources });

/// A document or page that states a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The label that readers see: 国办函〔2024〕83号.
    pub label: String,
    /// Its address, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

from_json!(fields Citation { label, url });

/// A zone as its own page shows it. An absent fact is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// The id, which never changes.
    pub id: ZoneId,
    /// Official name, with the citations of name, type and place.
    pub name: Fact<String>,
    /// The name in common use: 淮安高新区.
    #[serde(rename = "short")]
    pub short_name: String,
    /// Other names in use.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// One type, or both.
    pub types: Vec<ZoneType>,
    /// The level of its approval.
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
    /// The status on the national list.
    pub status: Fact<Status>,
    /// The date since which it has had the status, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_since: Option<PartialDate>,
    /// English name.
    pub name_en: String,
}

from_json!(fields Zone {
    id, name, short_name as "short", types, level, province, city, approved, area_ha, industries, status, status_since, name_en; aliases
});

/// A reference to a zone, with its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneRef {
    /// The id, which never changes.
    pub id: ZoneId,
    /// Official name.
    pub name: String,
    /// The name in common use.
    #[serde(rename = "short")]
    pub short_name: String,
}

from_json!(fields ZoneRef { id, name, short_name as "short" });
