//! An article's body as typed blocks and spans: no HTML travels. It owns the shapes, not the Markdown that they come from.

use serde::{Deserialize, Serialize};

use crate::json::from_json;

/// One block of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph of running text.
    Paragraph(Vec<Span>),
    /// A heading within the article.
    Heading {
        /// 2 to 4; the article's title is 1.
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
        /// The line below it.
        caption: String,
    },
    /// A list.
    List {
        /// The first number of an ordered list; none for a list with bullets.
        start: Option<u32>,
        /// Its items, each a run of blocks.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A table.
    Table {
        /// One alignment per column.
        columns: Vec<Alignment>,
        /// The head's cells.
        head: Vec<Vec<Span>>,
        /// The rows' cells.
        rows: Vec<Vec<Vec<Span>>>,
    },
    /// A link to a video that another site plays.
    Video {
        /// Absolute address.
        href: String,
        /// What it shows.
        title: String,
    },
    /// A break of theme.
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
});

/// How a table's column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Alignment {
    /// At the start of the line, as text is.
    Start,
    /// In the middle.
    Center,
    /// At the end, as figures are.
    End,
}

from_json!(words Alignment { "start" => Start, "center" => Center, "end" => End });

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Plain text.
    Text(String),
    /// Of weight.
    Strong(Vec<Span>),
    /// Stressed.
    Emphasis(Vec<Span>),
    /// A link.
    Link {
        /// A portal path that starts with `/`, or an absolute http, https, mailto or tel address.
        href: String,
        /// What it says.
        text: Vec<Span>,
    },
    /// A hard break of line.
    Break,
}

from_json!(cases Span {
    "text" => Text, "strong" => Strong, "emphasis" => Emphasis;
    "link" => Link { href, text };
    "break" => Break
});

/// A published picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// File below the portal's base: `media/chart-0a1b2c3d.png`.
    pub src: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What it shows, for who does not see it.
    pub alt: String,
    /// The smaller width, where one was worth making.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub small: Option<SmallPicture>,
}

from_json!(fields Picture { src, width, height, alt, small });

/// The same picture at a smaller width.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmallPicture {
    /// File below the portal's base.
    pub src: String,
    /// Width in pixels.
    pub width: u32,
}

from_json!(fields SmallPicture { src, width });
