//! Lists of articles: what each is about and one page of it. It owns the shapes; `paging` owns the numbers.

use serde::{Deserialize, Serialize};

use crate::block::Picture;
use crate::date::PartialDate;
use crate::id::ArticleId;
use crate::json::from_json;
use crate::kind::Kind;
use crate::region::Region;
use crate::zone::{Zone, ZoneRef};

/// What a list is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(
    clippy::large_enum_variant,
    reason = "one subject a page, a box would only add an allocation; on wasm32 it is not large"
)]
pub enum Subject {
    /// All zones' news, or one kind of it.
    News {
        /// None: every kind.
        kind: Option<Kind>,
    },
    /// A province or a city.
    Region {
        /// The region.
        region: Region,
        /// The province in which a city lies; none for a province.
        province: Option<Region>,
        /// The cities of a province that have zones.
        cities: Vec<Region>,
        /// The region's zones.
        zones: Vec<ZoneRef>,
    },
    /// A zone, or one kind of its news.
    Zone {
        /// The zone.
        zone: Zone,
        /// None: every kind.
        kind: Option<Kind>,
    },
}

from_json!(cases Subject {
    ;
    "news" => News { kind },
    "region" => Region { region, province, cities, zones },
    "zone" => Zone { zone, kind };
});

/// One page of a list, the newest article first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPage {
    /// What the list is about.
    pub subject: Subject,
    /// The number of a full page, counted from the oldest; none for the newest page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The full page that is next newer; none where that is the newest page, or where this is it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<u32>,
    /// The full page that is next older; none at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<u32>,
    /// The page's articles.
    pub items: Vec<Item>,
}

from_json!(fields ListPage { subject, number, newer, older, items });

/// An article in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its id.
    pub id: ArticleId,
    /// Its headline.
    pub title: String,
    /// 发布时间
    pub published: PartialDate,
    /// 来源
    pub source: String,
    /// 发布开发区
    pub zone: ZoneRef,
    /// Text, photo or video.
    pub kind: Kind,
    /// One sentence.
    pub summary: String,
    /// The first picture of its body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

from_json!(fields Item { id, title, published, source, zone, kind, summary, picture });
