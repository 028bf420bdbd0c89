//! Feeds of the newest articles, Atom and JSON Feed 1.1: of the whole portal, each kind, region and zone. Addresses in them
//! are absolute, for a feed is read elsewhere.

use atom_syndication as atom;
use chrono::{DateTime, FixedOffset, TimeZone};
use investchn::page_meta;
use investchn_messages::ZH;
use investchn_model::route::{Base, EMBED_BUILDER_PATH, Route};
use investchn_model::{Item, ListPage, PartialDate, Subject, View};
use serde::Serialize;

use crate::error::SiteError;
use crate::render_context::RenderContext;
use investchn_sources::ArticleSource;

mod subject;

pub(crate) use subject::FeedSubject;

/// Articles in a feed.
pub(crate) const LENGTH: usize = 30;

/// The version of what `_investchn` holds. It grows when something in it means something else, which `docs/embedding.md` rules out
/// for as long as there is another way.
const VERSION: u8 = 1;

/// China's time, in seconds east of Greenwich.
const CHINA: i32 = 8 * 3600;

/// An article in a feed, with when it was last put right.
pub(crate) struct Entry<'a> {
    pub(crate) item: &'a Item,
    /// BCP 47 tag of its language.
    pub(crate) lang: &'a str,
    pub(crate) corrected: Option<PartialDate>,
}

impl<'a> Entry<'a> {
    /// An article's entry.
    pub(crate) fn of(article: &'a ArticleSource) -> Self {
        let corrected = article.corrections.last().map(|correction| correction.date);
        Entry { item: &article.item, lang: &article.lang, corrected }
    }

    fn updated(&self) -> PartialDate {
        self.corrected.map_or(self.item.published, |corrected| corrected.max(self.item.published))
    }
}

/// Where the feeds of a list are, below the base: Atom, then JSON Feed.
pub(crate) fn names(subject: &Subject) -> [String; 2] {
    names_in(&Route::of_list(subject, None))
}

/// Where the feeds that cover a route are.
pub(crate) fn names_in(route: &Route) -> [String; 2] {
    let folder = route.feed_folder();
    ["feed.xml", "feed.json"].map(|file| [&folder, file].concat())
}

/// The feeds of a list, in the order of their names; `entries` are its newest articles.
pub(crate) fn files(
    context: RenderContext<'_>,
    subject: &Subject,
    about: FeedSubject,
    entries: &[Entry<'_>],
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
        id: page.clone(),
        updated: entries
            .iter()
            .map(Entry::updated)
            .max()
            .map_or_else(|| instant(site.since.into(), 1, 1), first_instant),
        authors: vec![atom::Person { name: site.name.clone(), ..atom::Person::default() }],
        lang: Some("zh-CN".to_owned()),
        links: vec![link("self", &atom, "application/atom+xml"), link("alternate", &page, "text/html")],
        entries: entries
            .iter()
            .map(|entry| atom::Entry {
                title: entry.item.title.as_str().into(),
                id: address(entry.item),
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
                id: address(entry.item),
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

fn link(rel: &str, href: &str, mime: &str) -> atom::Link {
    atom::Link { rel: rel.to_owned(), href: href.to_owned(), mime_type: Some(mime.to_owned()), ..atom::Link::default() }
}

/// The formats want an instant: the first of the period, in China.
fn first_instant(date: PartialDate) -> DateTime<FixedOffset> {
    instant(date.year().into(), date.month().unwrap_or(1).into(), date.day().unwrap_or(1).into())
}

fn instant(year: i32, month: u32, day: u32) -> DateTime<FixedOffset> {
    let china = FixedOffset::east_opt(CHINA);
    // A date is checked where it is parsed, and China's midnight exists on every day.
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

/// What a partner's page may want beside the standard: what the feed is about.
#[derive(Serialize)]
struct FeedExtension {
    /// Where the extension is explained, as the standard asks.
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

/// What a partner's page may want beside the standard: keys of the portal, and the date as exactly as it is known.
#[derive(Serialize)]
struct Extension<'a> {
    zone: &'a str,
    zone_name: &'a str,
    kind: &'static str,
    published: PartialDate,
}
