//! The body of an article as typed blocks and spans. HTML is never published. `investchn-sources` parses them from
//! Markdown.

use serde::{Deserialize, Serialize};

use crate::json::from_json;

/// One block of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph of running text.
    Paragraph(Vec<Span>),
    /// A heading within the article.
    Heading {
        /// The level, 2 to 4; the article's title is 1.
        level: u8,
        /// Its text.
        text: Vec<Span>,
    },
    /// A picture without a caption.
    Image(Picture),
    /// A picture with its caption.
    Figure {
        /// The picture.
        picture: Picture,
        /// The caption below it.
        caption: String,
    },
    /// A list.
    List {
        /// The first number of an ordered list; none for a list with bullets.
        start: Option<u32>,
        /// Its items; each is a sequence of blocks.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A table.
    Table {
        /// The alignment of each column.
        columns: Vec<Alignment>,
        /// The cells of the head.
        head: Vec<Vec<Span>>,
        /// The cells of each row.
        rows: Vec<Vec<Vec<Span>>>,
    },
    /// A link to a video that another site plays.
    Video {
        /// The absolute address of the video.
        href: String,
        /// The title of the video.
        title: String,
    },
    /// A thematic break.
    Rule,
}

from_json!(cases Block {
    "paragraph" => Paragraph, "image" => Image, "quote" => Quote;
    "heading" => Heading { level, text },
    "figure" => Figure { picture, caption },
    "list" => List { start, items },
    "table" => Table { columns, head, rows },
    "video" => Video { href, title };
    "rule" => Rule
} else Block::Rule);

/// The alignment of a table column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Alignment {
    /// At the start of the line, for text.
    Start,
    /// In the middle.
    Center,
    /// At the end of the line, for numbers.
    End,
}

from_json!(words Alignment { "start" => Start, "center" => Center, "end" => End });

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Plain text.
    Text(String),
    /// Text of strong importance.
    Strong(Vec<Span>),
    /// Emphasised text.
    Emphasis(Vec<Span>),
    /// A link.
    Link {
        /// A portal path that starts with `/`, of a page or of an attachment in `media/`; or an absolute http, https,
        /// mailto or tel address.
        href: String,
        /// Its text.
        text: Vec<Span>,
    },
    /// A hard line break.
    Break,
}

from_json!(cases Span {
    "text" => Text, "strong" => Strong, "emphasis" => Emphasis;
    "link" => Link { href, text };
    "break" => Break
} else Span::Break);

/// A published picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Picture {
    /// The file, by its path below the base: `media/chart-0a1b2c3d.png`.
    pub src: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The alternative text.
    pub alt: String,
    /// The smaller version, if one was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub small: Option<SmallPicture>,
}

from_json!(fields Picture { src, width, height, alt, small });

/// A version of a picture with a smaller width.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SmallPicture {
    /// The file, by its path below the base.
    pub src: String,
    /// Width in pixels.
    pub width: u32,
}

from_json!(fields SmallPicture { src, width });
