//! Feeds as JSON Feed 1.1, with the portal's extension.

use investchn_messages::ZH;
use investchn_model::route::EMBED_BUILDER_PATH;
use investchn_model::{PartialDate, Subject};
use serde::Serialize;

use crate::entry::FeedEntry;
use crate::feed::Feed;
use crate::id::tag;
use crate::instant::first_instant;
use crate::subject::FeedSubject;

/// Version of the `_investchn` extension. It is increased when a member changes its meaning, which `docs/embedding.md` allows
/// only if there is no other way.
const VERSION: u8 = 1;

/// Writes a feed as JSON Feed. An entry of the portal's feeds with its full text has it as `content_html`. Feeds of zones and
/// regions have summaries only: partners' elements load them, also by scripts of years ago, and show no text.
///
/// # Errors
/// If a value cannot be written as JSON.
pub fn write_json(feed: &Feed<'_>) -> serde_json::Result<Vec<u8>> {
    let [_, name] = feed.names();
    let (title, page, address) = (feed.title(), feed.page(), feed.absolute(&name));
    serde_json::to_vec(&JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &title,
        home_page_url: &page,
        feed_url: &address,
        language: "zh-CN",
        authors: vec![Author { name: &feed.site.name }],
        _investchn: FeedExtension { about: feed.absolute(EMBED_BUILDER_PATH), version: VERSION, subject: feed.about },
        items: feed.entries.iter().map(|it| item(feed, it)).collect(),
    })
}

fn item<'a>(feed: &Feed<'_>, entry: &FeedEntry<'a>) -> JsonItem<'a> {
    let item = entry.item;
    // Partners' elements load the feeds of zones and regions, and need none of this.
    let is_for_readers = matches!(feed.list, Subject::News { .. });
    let attachments = entry.enclosures.iter().filter(|_| is_for_readers).map(|it| Attachment {
        url: feed.absolute(&it.path),
        mime_type: it.media_type(),
        size_in_bytes: it.length,
    });
    JsonItem {
        id: tag(feed.site, item.id.as_str()),
        url: feed.article(item),
        title: &item.title,
        language: entry.lang,
        content_html: entry.html.filter(|_| is_for_readers),
        content_text: &item.summary,
        summary: &item.summary,
        image: item.picture.as_ref().map(|picture| feed.absolute(&picture.src)),
        date_published: first_instant(item.published).to_rfc3339(),
        date_modified: first_instant(entry.updated()).to_rfc3339(),
        authors: vec![Author { name: &item.source }],
        tags: vec![ZH.names.kind(item.kind)],
        attachments: attachments.collect(),
        _investchn: Extension {
            zone: item.zone.id.as_str(),
            zone_name: &item.zone.name,
            kind: item.kind.slug(),
            published: item.published,
        },
    }
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    language: &'static str,
    authors: Vec<Author<'a>>,
    _investchn: FeedExtension<'a>,
    items: Vec<JsonItem<'a>>,
}

/// The extension of a feed, for partners' pages: the subject of the feed.
#[derive(Serialize)]
struct FeedExtension<'a> {
    /// Address of the documentation of the extension, which the standard requires.
    about: String,
    version: u8,
    #[serde(flatten)]
    subject: &'a FeedSubject,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: String,
    url: String,
    title: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    /// The summary, also beside the full text: partners rely on it.
    content_text: &'a str,
    summary: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    date_published: String,
    date_modified: String,
    authors: Vec<Author<'a>>,
    tags: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment>,
    _investchn: Extension<'a>,
}

#[derive(Serialize)]
struct Attachment {
    url: String,
    mime_type: &'static str,
    size_in_bytes: u64,
}

/// The extension of an item, for partners' pages: keys of the portal, and the date exactly as it is known.
#[derive(Serialize)]
struct Extension<'a> {
    zone: &'a str,
    zone_name: &'a str,
    kind: &'static str,
    published: PartialDate,
}
