//! The kind of an article: text, photo or video, and its name in addresses and sources. The Chinese labels are in
//! `investchn-messages`.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::ParseErrorReason;
use crate::json::from_json;
use crate::text_form::parse_as_text;

/// The kind of an article, as the breadcrumb of the original site names it (文字新闻 and so on).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// 文字新闻
    #[default]
    Text,
    /// 图片新闻
    Photo,
    /// 视频新闻
    Video,
}

from_json!(words Kind { "text" => Text, "photo" => Photo, "video" => Video });

impl Kind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [Kind; 3] = [Kind::Text, Kind::Photo, Kind::Video];

    /// Returns the kind's name in addresses and sources.
    pub fn slug(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Photo => "photo",
            Kind::Video => "video",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl Kind {
    /// Parses the text form.
    pub(crate) fn parse(text: &str) -> Result<Self, ParseErrorReason> {
        Kind::ALL.into_iter().find(|kind| kind.slug() == text).ok_or(ParseErrorReason::Kind)
    }
}

parse_as_text!(Kind);
