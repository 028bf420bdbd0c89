//! Feeds as Atom (RFC 4287).

use atom_syndication as atom;

use crate::entry::{Enclosure, FeedEntry};
use crate::feed::Feed;
use crate::instant::{first_instant, instant};

/// Writes a feed as Atom. An entry with its full text has it as `content`.
pub fn write_atom(feed: &Feed<'_>) -> Vec<u8> {
    let [name, _] = feed.names();
    let updated = feed.entries.iter().map(FeedEntry::updated).max();
    let document = atom::Feed {
        title: feed.title().into(),
        id: feed.id(&name),
        updated: updated.map_or_else(|| instant(feed.portal.site.since.into(), 1, 1), first_instant),
        authors: vec![person(&feed.portal.site.name)],
        // Of the feed itself; an entry may be in another language.
        lang: Some(feed.portal.words.lang().to_owned()),
        links: vec![
            link("self", feed.absolute(&name), "application/atom+xml"),
            link("alternate", feed.page(), "text/html"),
        ],
        entries: feed.entries.iter().map(|it| entry(feed, it)).collect(),
        ..atom::Feed::default()
    };
    document.to_string().into_bytes()
}

fn entry(feed: &Feed<'_>, entry: &FeedEntry<'_>) -> atom::Entry {
    let item = entry.item;
    let enclosure = |it: &Enclosure| atom::Link {
        length: Some(it.length.to_string()),
        ..link("enclosure", feed.picture(&it.path), it.media_type())
    };
    let page = link("alternate", feed.article(item), "text/html");
    atom::Entry {
        title: item.title.as_str().into(),
        id: feed.id(item.id.as_str()),
        updated: first_instant(entry.updated()),
        published: Some(first_instant(item.published)),
        authors: vec![person(&item.source)],
        categories: vec![atom::Category { term: item.zone.name.clone(), ..atom::Category::default() }],
        links: std::iter::once(page).chain(entry.enclosures.iter().map(enclosure)).collect(),
        summary: Some(item.summary.as_str().into()),
        content: entry.html.map(|html| atom::Content {
            lang: Some(entry.lang.to_owned()).filter(|lang| lang != feed.portal.words.lang()),
            value: Some(html.to_owned()),
            content_type: Some("html".to_owned()),
            ..atom::Content::default()
        }),
        ..atom::Entry::default()
    }
}

fn person(name: &str) -> atom::Person {
    atom::Person { name: name.to_owned(), ..atom::Person::default() }
}

fn link(rel: &str, href: String, mime: &str) -> atom::Link {
    atom::Link { rel: rel.to_owned(), href, mime_type: Some(mime.to_owned()), ..atom::Link::default() }
}
