//! One article as its page shows it. It owns the shape, not the source file that it comes from.

use serde::{Deserialize, Serialize};

use crate::block::Block;
use crate::date::PartialDate;
use crate::id::ArticleId;
use crate::json::from_json;
use crate::kind::Kind;
use crate::region::Region;
use crate::zone::ZoneRef;

/// An article with its place among the zone's others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// For ever.
    pub id: ArticleId,
    /// The headline.
    pub title: String,
    /// 发布时间, as exact as its source.
    pub published: PartialDate,
    /// 来源: the outlet or document that carried it first.
    pub source: String,
    /// 发布开发区
    pub zone: ZoneRef,
    /// The zone's city, the breadcrumb's third step.
    pub city: Region,
    /// Text, photo or video.
    pub kind: Kind,
    /// BCP 47 tag of the body's language.
    pub lang: String,
    /// One sentence for lists and search engines.
    pub summary: String,
    /// The body.
    pub body: Vec<Block>,
    /// 上一条, the later one in the zone; none at the end of the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Neighbour>,
    /// 下一条, the earlier one in the zone; none at the end of the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Neighbour>,
    /// What was put right since it was published, the latest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Not for readers yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
}

from_json!(fields Article {
    id, title, published, source, zone, city, kind, lang, summary, body, previous, next; corrections, draft
});

/// 更正: what was put right, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// When it was put right.
    pub date: PartialDate,
    /// What.
    pub text: String,
}

from_json!(fields Correction { date, text });

/// The article before or after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Its headline.
    pub title: String,
    /// None where only the title is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ArticleId>,
}

from_json!(fields Neighbour { title, id });
