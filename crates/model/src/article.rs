//! An article as its page shows it. `investchn-sources` parses the source that it comes from.

use serde::{Deserialize, Serialize};

use crate::block::Block;
use crate::date::PartialDate;
use crate::id::ArticleId;
use crate::json::from_json;
use crate::kind::Kind;
use crate::region::Region;
use crate::zone::ZoneRef;

/// An article, with the previous and next article of its zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// The id, which never changes.
    pub id: ArticleId,
    /// The headline.
    pub title: String,
    /// The date (发布时间), as exact as its source.
    pub published: PartialDate,
    /// The outlet or document that published it first (来源).
    pub source: String,
    /// The zone (发布开发区).
    pub zone: ZoneRef,
    /// The zone's city, the third step of the breadcrumb.
    pub city: Region,
    /// Text, photo or video.
    pub kind: Kind,
    /// The language of the body, as a BCP 47 tag.
    pub lang: String,
    /// One sentence for lists and search engines.
    pub summary: String,
    /// The body.
    pub body: Vec<Block>,
    /// The next newer article of the zone (上一条); none for the newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Neighbour>,
    /// The next older article of the zone (下一条); none for the oldest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Neighbour>,
    /// The corrections since it was published, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// True if the article is not for readers yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// The other editions that have the article, by their tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<String>,
}

from_json!(fields Article {
    id, title, published, source, zone, city, kind, lang, summary, body, previous, next; corrections, draft, editions
});

impl Article {
    /// Returns the date of the article's last change.
    pub fn modified(&self) -> PartialDate {
        last_change(self.published, &self.corrections)
    }

    /// Returns the facts by which the article is found.
    pub fn facts(&self) -> ArticleFacts {
        let Article { id, title, published, source, zone, city, kind, .. } = self;
        ArticleFacts {
            id: id.clone(),
            title: title.clone(),
            published: *published,
            source: source.clone(),
            zone: zone.clone(),
            city: city.clone(),
            kind: *kind,
        }
    }
}

/// The facts of an article by which it is found, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArticleFacts {
    /// The id, which never changes.
    pub id: ArticleId,
    /// The headline.
    pub title: String,
    /// The date (发布时间).
    pub published: PartialDate,
    /// The outlet or document that published it first (来源).
    pub source: String,
    /// The zone (发布开发区).
    pub zone: ZoneRef,
    /// The zone's city.
    pub city: Region,
    /// Text, photo or video.
    pub kind: Kind,
}

/// Returns the date of the last change of an article: of its last correction, else of its publication. Every format that states
/// a modification takes it from here, so that a page, its structured data and the sitemap agree.
pub fn last_change(published: PartialDate, corrections: &[Correction]) -> PartialDate {
    corrections.iter().map(|correction| correction.date).fold(published, PartialDate::max)
}

/// A correction (更正).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Correction {
    /// The date of the correction.
    pub date: PartialDate,
    /// A description of the correction.
    pub text: String,
}

from_json!(fields Correction { date, text });

/// The previous or next article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Neighbour {
    /// Its headline.
    pub title: String,
    /// Its id; none if the portal does not have the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ArticleId>,
    /// Its zone, if the portal does not have the article and the source names the zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<ZoneRef>,
}

from_json!(fields Neighbour { title, id, zone });
