//! Lists of articles: the subject of a list, and a page of it. `paging` computes the pages.

use serde::{Deserialize, Serialize};

use crate::block::Picture;
use crate::date::PartialDate;
use crate::id::ArticleId;
use crate::json::from_json;
use crate::kind::Kind;
use crate::region::Region;
use crate::zone::{Level, Zone, ZoneRef};
use crate::zone_type::ZoneType;

/// The subject of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(
    clippy::large_enum_variant,
    reason = "one subject a page, a box would only add an allocation; on wasm32 it is not large"
)]
pub enum Subject {
    /// All zones' news, or one kind of it.
    News {
        /// The kind; none for every kind.
        kind: Option<Kind>,
    },
    /// A province or a city.
    Region {
        /// The region.
        region: Region,
        /// The province of a city; none for a province.
        province: Option<Region>,
        /// The cities of a province that have zones.
        cities: Vec<Region>,
        /// The region's zones by level and type, national ones first.
        zones: Vec<ZoneGroup>,
    },
    /// A zone, or one kind of its news.
    Zone {
        /// The zone.
        zone: Zone,
        /// The kind; none for every kind.
        kind: Option<Kind>,
    },
}

impl Subject {
    /// Returns the name of the zone or region; none for news from everywhere.
    pub fn place_name(&self) -> Option<&str> {
        match self {
            Subject::News { .. } => None,
            Subject::Region { region, .. } => Some(&region.name),
            Subject::Zone { zone, .. } => Some(&zone.name.value),
        }
    }
}

/// The zones of a region that have a level and a type in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ZoneGroup {
    /// Their level.
    pub level: Level,
    /// Their type. A zone of two types is in the group of its first.
    #[serde(rename = "type")]
    pub zone_type: ZoneType,
    /// The zones, by city, then id.
    pub zones: Vec<ZoneRef>,
}

from_json!(fields ZoneGroup { level, zone_type as "type", zones });

from_json!(cases Subject {
    ;
    "news" => News { kind },
    "region" => Region { region, province, cities, zones },
    "zone" => Zone { zone, kind };
} else Subject::News { kind: None });

/// A page of a list, the newest article first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListPage {
    /// The subject of the list.
    pub subject: Subject,
    /// The number of a full page, counted from the oldest; none for the newest page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The next newer full page; none if the next newer page is the newest, or this page is the newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<u32>,
    /// The next older full page; none at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<u32>,
    /// The articles of the page.
    pub items: Vec<Item>,
    /// The newest articles that this edition does not have; on the newest page of a list of a translated edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub originals: Option<Originals>,
}

from_json!(fields ListPage { subject, number, newer, older, items, originals });

/// The articles of a list that exist in the portal's first language only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Originals {
    /// The newest of them.
    pub items: Vec<Item>,
    /// The number of articles that are translated.
    pub translated: u32,
    /// The number of all articles.
    pub all: u32,
}

from_json!(fields Originals { items, translated, all });

/// An article in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Item {
    /// Its id.
    pub id: ArticleId,
    /// Its headline.
    pub title: String,
    /// The date (发布时间).
    pub published: PartialDate,
    /// The outlet or document that published it first (来源).
    pub source: String,
    /// The zone (发布开发区).
    pub zone: ZoneRef,
    /// Text, photo or video.
    pub kind: Kind,
    /// A summary of one sentence.
    pub summary: String,
    /// The first picture of its body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

from_json!(fields Item { id, title, published, source, zone, kind, summary, picture });
