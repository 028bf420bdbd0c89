//! Feeds as JSON Feed 1.1, with the portal's extension.

use investchn_model::route::{EMBED_BUILDER_PATH, Route};
use investchn_model::{PartialDate, Subject};
use schemars::JsonSchema;
use serde::Serialize;

use crate::entry::FeedEntry;
use crate::feed::Feed;
use crate::id::tag;
use crate::instant::first_instant;
use crate::subject::FeedSubject;

/// The version of JSON Feed, as it names itself.
const VERSION_OF_STANDARD: &str = "https://jsonfeed.org/version/1.1";

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
        version: VERSION_OF_STANDARD,
        title: &title,
        home_page_url: &page,
        feed_url: &address,
        language: feed.portal.words.lang(),
        authors: vec![Author { name: &feed.portal.site.name }],
        _investchn: FeedExtension {
            about: feed.absolute(EMBED_BUILDER_PATH),
            version: VERSION,
            subject: feed.about,
            originals: feed.originals.map(|originals| originals.iter().map(|it| original(feed, it)).collect()),
        },
        items: feed.entries.iter().map(|it| item(feed, it)).collect(),
    })
}

fn item<'a>(feed: &Feed<'_>, entry: &FeedEntry<'a>) -> JsonItem<'a> {
    let item = entry.item;
    // Partners' elements load the feeds of zones and regions, and need none of this.
    let is_for_readers = matches!(feed.list, Subject::News { .. });
    let attachments = entry.enclosures.iter().filter(|_| is_for_readers).map(|it| Attachment {
        url: feed.picture(&it.path),
        mime_type: it.media_type(),
        size_in_bytes: it.length,
    });
    JsonItem {
        id: feed.id(item.id.as_str()),
        url: feed.article(item),
        title: &item.title,
        language: entry.lang,
        content_html: entry.html.filter(|_| is_for_readers),
        content_text: &item.summary,
        summary: &item.summary,
        image: item.picture.as_ref().map(|picture| feed.picture(&picture.src)),
        date_published: first_instant(item.published).to_rfc3339(),
        date_modified: first_instant(entry.updated()).to_rfc3339(),
        authors: vec![Author { name: &item.source }],
        tags: vec![feed.portal.words.names.kind(item.kind)],
        attachments: attachments.collect(),
        _investchn: Extension {
            zone: item.zone.id.as_str(),
            zone_name: &item.zone.name,
            kind: item.kind.slug(),
            published: item.published,
        },
    }
}

/// Makes the item of an article that the feed's edition does not have: the item of the first edition's feed.
fn original<'a>(feed: &Feed<'_>, entry: &FeedEntry<'a>) -> JsonItem<'a> {
    let (id, route) = (entry.item.id.as_str(), Route::Article(entry.item.id.clone()));
    let url = feed.portal.root.join(&route.below());
    JsonItem { id: tag(&feed.portal.site, id), url, ..item(feed, entry) }
}

/// A feed: JSON Feed 1.1 with the extension `_investchn`.
#[derive(Serialize, JsonSchema)]
pub struct JsonFeed<'a> {
    /// The version of the standard.
    #[schemars(extend("const" = VERSION_OF_STANDARD))]
    version: &'static str,
    /// The name of the feed.
    #[schemars(length(min = 1))]
    title: &'a str,
    /// The page that shows the same articles.
    #[schemars(regex(pattern = "^https?://"))]
    home_page_url: &'a str,
    /// The address of the feed itself.
    #[schemars(regex(pattern = "^https?://"))]
    feed_url: &'a str,
    /// The language of the feed, as a BCP 47 tag. Items name their own.
    #[schemars(length(min = 2))]
    language: &'static str,
    /// The portal.
    #[schemars(length(min = 1))]
    authors: Vec<Author<'a>>,
    /// The subject of the feed, for partners' pages.
    _investchn: FeedExtension<'a>,
    /// The newest articles, the newest first.
    #[schemars(length(max = 30))]
    items: Vec<JsonItem<'a>>,
}

/// The extension of a feed, for partners' pages: the subject of the feed.
#[derive(Serialize, JsonSchema)]
struct FeedExtension<'a> {
    /// Address of the documentation of the extension, which the standard requires.
    #[schemars(regex(pattern = "^https?://"))]
    about: String,
    /// The version of the extension.
    #[schemars(extend("const" = VERSION))]
    version: u8,
    #[serde(flatten)]
    subject: &'a FeedSubject,
    /// The newest articles in the portal's first language, in the feed of a zone or region in an edition that has no article of it: a
    /// partner's page shows these headlines without another request.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 30))]
    originals: Option<Vec<JsonItem<'a>>>,
}

/// The portal, or the outlet of an article.
#[derive(Serialize, JsonSchema)]
struct Author<'a> {
    /// Its name.
    #[schemars(length(min = 1))]
    name: &'a str,
}

/// An article.
#[derive(Serialize, JsonSchema)]
struct JsonItem<'a> {
    /// A tag URI, which stays if the portal moves to another address.
    #[schemars(regex(pattern = "^tag:"))]
    id: String,
    /// The article's page.
    #[schemars(regex(pattern = "^https?://"))]
    url: String,
    /// The headline.
    #[schemars(length(min = 1))]
    title: &'a str,
    /// The language of the article, as a BCP 47 tag.
    #[schemars(length(min = 2))]
    language: &'a str,
    /// The full text, in the feeds that have it. All addresses in it are absolute.
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    /// The summary, also beside the full text: partners rely on it.
    content_text: &'a str,
    /// The summary.
    summary: &'a str,
    /// The first picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^https?://"))]
    image: Option<String>,
    /// The first instant of the date of publication, in China.
    #[schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"))]
    date_published: String,
    /// The same of the last correction, or else of the publication.
    #[schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"))]
    date_modified: String,
    /// The outlet that published the article first.
    #[schemars(length(min = 1))]
    authors: Vec<Author<'a>>,
    /// The kind of article, in the language of the feed.
    tags: Vec<&'static str>,
    /// The pictures, in the feeds that have the full text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment>,
    /// Keys of the portal.
    _investchn: Extension<'a>,
}

/// A picture of an article.
#[derive(Serialize, JsonSchema)]
struct Attachment {
    /// The address of the file.
    #[schemars(regex(pattern = "^https?://"))]
    url: String,
    /// The media type.
    #[schemars(regex(pattern = "^image/"))]
    mime_type: &'static str,
    /// The length of the file in bytes.
    #[schemars(range(min = 1))]
    size_in_bytes: u64,
}

/// The extension of an item, for partners' pages: keys of the portal, and the date exactly as it is known.
#[derive(Serialize, JsonSchema)]
struct Extension<'a> {
    /// The zone's id.
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    zone: &'a str,
    /// The zone's official name.
    #[schemars(length(min = 1))]
    zone_name: &'a str,
    /// The kind: `text`, `photo` or `video`.
    #[schemars(regex(pattern = "^[a-z]+$"))]
    kind: &'static str,
    /// The date of publication, as exact as it is known.
    published: PartialDate,
}
