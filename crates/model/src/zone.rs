//! A development zone and its facts, each with its citations. The zones themselves are in `content/zones.csv`.

use serde::{Deserialize, Serialize};

use crate::date::{PartialDate, Period};
use crate::hectares::Hectares;
use crate::id::ZoneId;
use crate::json::from_json;
use crate::region::Region;
use crate::zone_type::ZoneType;

/// The level of the authority that approved the zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact<T> {
    /// The value of the fact.
    pub value: T,
    /// The documents and pages that state it; never empty.
    pub sources: Vec<Citation>,
    /// True if there is a reason to doubt the value.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub doubtful: bool,
    /// The values that other sources state, where no rule decides between them.
    #[serde(default = "Vec::<OtherValue<T>>::new", skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<OtherValue<T>>,
}

from_json!(fields Fact<T> { value, sources; doubtful, others });

/// Another value of a fact, with the source that states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OtherValue<T> {
    /// The other value.
    pub value: T,
    /// The source that states it.
    pub source: Citation,
}

from_json!(fields OtherValue<T> { value, source });

impl<T> Fact<T> {
    /// Makes a fact that nothing contradicts.
    pub fn new(value: T, sources: Vec<Citation>) -> Self {
        Fact { value, sources, doubtful: false, others: Vec::new() }
    }
}

/// A document or page that states a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// The code in the catalogue of 2018: `G321001`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Fact<String>>,
    /// The names, levels and facts that the zone had before, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<FormerZone>,
    /// Its types: one, or both that a zone can have (苏州工业园区).
    pub types: Vec<ZoneType>,
    /// The level of its approval.
    pub level: Level,
    /// The province.
    pub province: Region,
    /// The city; the province itself for a municipality, and where no source says the city.
    pub city: Region,
    /// Approval as a zone of its level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<Fact<Period>>,
    /// Approved area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area_ha: Option<Fact<Hectares>>,
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
    /// The sources of the English name; empty if it is derived from the Chinese one by rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name_en_sources: Vec<Citation>,
    /// The official name in the portal's first language; in other editions, whose `name` is a translation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_name: Option<String>,
}

from_json!(fields Zone {
    id, name, short_name as "short", code, types, level, province, city, approved, area_ha, industries, status, status_since, name_en, original_name;
    aliases, history, name_en_sources
});

impl Zone {
    /// Returns true if the zone has lists by kind, an Atom feed, a frame, an answer of oEmbed and a share card. National 经开区 and
    /// 高新区 have had the first four since before the register had other zones, so these addresses stay. Another zone has them from
    /// its first article on, so that two thousand zones without news cost three files each.
    pub fn has_all_pages(&self, has_news: bool) -> bool {
        let had = self.types.iter().any(|it| matches!(it, ZoneType::Etdz | ZoneType::Htz));
        has_news || (self.level == Level::National && had)
    }
}

/// A zone as it was before it was upgraded or renamed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FormerZone {
    /// The official name then.
    pub name: String,
    /// The level then, if the source states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The code in the catalogue of 2018.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The approval as what it was then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<Period>,
    /// The approved area then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area_ha: Option<Hectares>,
    /// The source that states it.
    pub source: Citation,
}

from_json!(fields FormerZone { name, level, code, approved, area_ha, source });

/// A reference to a zone, with its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
