//! Feeds of the newest articles, as Atom and JSON Feed 1.1: of the whole portal and of each kind, region and zone. Their
//! addresses are absolute, because a feed is read outside the portal.

use atom_syndication as atom;
use chrono::{DateTime, FixedOffset, TimeZone};
use investchn_messages::ZH;
use investchn_model::route::{Base, EMBED_BUILDER_PATH, Route};
use investchn_model::{Item, ListPage, PartialDate, Site, Subject, View};
use investchn_navigation::page_meta;
use serde::Serialize;

use crate::error::SiteError;
use crate::render_context::RenderContext;
use investchn_sources::ArticleSource;

mod subject;

pub(crate) use subject::FeedSubject;

/// Number of articles in a feed.
pub(crate) const LENGTH: usize = 30;

/// Version of the `_investchn` extension. It is increased when a member changes its meaning, which `docs/embedding.md` allows
/// only if there is no other way.
const VERSION: u8 = 1;

/// China's offset from UTC, in seconds.
const CHINA: i32 = 8 * 3600;

/// An article in a feed, with the date of its last correction.
pub(crate) struct FeedEntry<'a> {
    pub(crate) item: &'a Item,
    /// BCP 47 tag of the article's language.
    pub(crate) lang: &'a str,
    pub(crate) corrected: Option<PartialDate>,
}

impl<'a> FeedEntry<'a> {
    /// Makes the entry of an article.
    pub(crate) fn of(article: &'a ArticleSource) -> Self {
        let corrected = article.corrections.last().map(|correction| correction.date);
        FeedEntry { item: &article.item, lang: &article.lang, corrected }
    }

    fn updated(&self) -> PartialDate {
        self.corrected.map_or(self.item.published, |corrected| corrected.max(self.item.published))
    }
}

/// Returns the paths of a list's feeds below the base: Atom, then JSON Feed.
pub(crate) fn names(subject: &Subject) -> [String; 2] {
    names_in(&Route::of_list(subject, None))
}

/// Returns the paths of the feeds that cover a route.
pub(crate) fn names_in(route: &Route) -> [String; 2] {
    let folder = route.feed_folder();
    ["feed.xml", "feed.json"].map(|file| [&folder, file].concat())
}

/// Makes the feeds of a list, in the order of [`names`]. `entries` are the newest articles of the list.
pub(crate) fn files(
    context: RenderContext<'_>,
    subject: &Subject,
    about: FeedSubject,
    entries: &[FeedEntry<'_>],
) -> Result<[Vec<u8>; 2], SiteError> {
    let RenderContext { site, base_url, .. } = context;
    let route = Route::of_list(subject, None);
    let absolute = |below: &str| Base::at(base_url).join(below);
    let page = if route.feed_folder().is_empty() { base_url.to_owned() } else { absolute(&route.below()) };
    let list = ListPage { subject: subject.clone(), number: None, newer: None, older: None, items: Vec::new() };
    let title = [&page_meta::name(&View::List(list), site), " - ", &site.name].concat();
    let [atom, json] = names(subject).map(|name| absolute(&name));
    let address = |item: &Item| absolute(&Route::Article(item.id.clone()).below());

    let feed = atom::Feed {
        title: title.as_str().into(),
        id: tag(site, &names(subject)[0]),
        updated: entries
            .iter()
            .map(FeedEntry::updated)
            .max()
            .map_or_else(|| instant(site.since.into(), 1, 1), first_instant),
        authors: vec![atom::Person { name: site.name.clone(), ..atom::Person::default() }],
        lang: Some("zh-CN".to_owned()),
        links: vec![link("self", &atom, "application/atom+xml"), link("alternate", &page, "text/html")],
        entries: entries
            .iter()
            .map(|entry| atom::Entry {
                title: entry.item.title.as_str().into(),
                id: tag(site, entry.item.id.as_str()),
                updated: first_instant(entry.updated()),
                published: Some(first_instant(entry.item.published)),
                authors: vec![atom::Person { name: entry.item.source.clone(), ..atom::Person::default() }],
                categories: vec![atom::Category { term: entry.item.zone.name.clone(), ..atom::Category::default() }],
                links: vec![link("alternate", &address(entry.item), "text/html")],
                summary: Some(entry.item.summary.as_str().into()),
                ..atom::Entry::default()
            })
            .collect(),
        ..atom::Feed::default()
    };
    let json_feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &title,
        home_page_url: &page,
        feed_url: &json,
        language: "zh-CN",
        authors: vec![Author { name: &site.name }],
        _investchn: FeedExtension { about: absolute(EMBED_BUILDER_PATH), version: VERSION, subject: about },
        items: entries
            .iter()
            .map(|entry| JsonItem {
                id: tag(site, entry.item.id.as_str()),
                url: address(entry.item),
                title: &entry.item.title,
                language: entry.lang,
                content_text: &entry.item.summary,
                summary: &entry.item.summary,
                image: entry.item.picture.as_ref().map(|picture| absolute(&picture.src)),
                date_published: first_instant(entry.item.published).to_rfc3339(),
                date_modified: first_instant(entry.updated()).to_rfc3339(),
                authors: vec![Author { name: &entry.item.source }],
                tags: vec![ZH.names.kind(entry.item.kind)],
                _investchn: Extension {
                    zone: entry.item.zone.id.as_str(),
                    zone_name: &entry.item.zone.name,
                    kind: entry.item.kind.slug(),
                    published: entry.item.published,
                },
            })
            .collect(),
    };
    Ok([feed.to_string().into_bytes(), serde_json::to_vec(&json_feed)?])
}

/// Returns the id of a feed or an entry as a tag URI (RFC 4151). It names no address, so that a portal that moves to another domain,
/// another folder or `https` does not make every entry unread again.
fn tag(site: &Site, what: &str) -> String {
    let authority: String =
        site.name_en.to_ascii_lowercase().chars().filter(|letter| letter.is_ascii_alphanumeric()).collect();
    ["tag:", &authority, ",", &site.since.to_string(), ":", what].concat()
}

fn link(rel: &str, href: &str, mime: &str) -> atom::Link {
    atom::Link { rel: rel.to_owned(), href: href.to_owned(), mime_type: Some(mime.to_owned()), ..atom::Link::default() }
}

/// Returns the first instant of a date in China. The formats require an instant, and a date may be a year or a month.
fn first_instant(date: PartialDate) -> DateTime<FixedOffset> {
    instant(date.year().into(), date.month().unwrap_or(1).into(), date.day().unwrap_or(1).into())
}

fn instant(year: i32, month: u32, day: u32) -> DateTime<FixedOffset> {
    let china = FixedOffset::east_opt(CHINA);
    // The parser has checked the date, and in China every day has a midnight.
    china.and_then(|china| china.with_ymd_and_hms(year, month, day, 0, 0, 0).single()).unwrap_or_default()
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    language: &'static str,
    authors: Vec<Author<'a>>,
    _investchn: FeedExtension,
    items: Vec<JsonItem<'a>>,
}

/// The extension of a feed, for partners' pages: the subject of the feed.
#[derive(Serialize)]
struct FeedExtension {
    /// Address of the documentation of the extension, which the standard requires.
    about: String,
    version: u8,
    #[serde(flatten)]
    subject: FeedSubject,
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
    content_text: &'a str,
    summary: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    date_published: String,
    date_modified: String,
    authors: Vec<Author<'a>>,
    tags: Vec<&'static str>,
    _investchn: Extension<'a>,
}

/// The extension of an item, for partners' pages: keys of the portal, and the date exactly as it is known.
#[derive(Serialize)]
struct Extension<'a> {
    zone: &'a str,
    zone_name: &'a str,
    kind: &'static str,
    published: PartialDate,
}
