//! The dates that an article's page states agree: those that readers see, both blocks of structured data, the elements of the head, the
//! sitemaps and the feeds.

use std::collections::{BTreeMap, BTreeSet};

use investchn_messages::EN;
use investchn_model::published::edition_of;
use investchn_model::route::Route;
use serde_json::Value;

use crate::machines::{CORRECTED, with_article};
use crate::published::{Site, page_file};

/// The dates of an article in one place, as text in the form of the source: `2022-02-14`, `2021-06` or `1984`.
#[derive(Debug, PartialEq, Eq, Clone)]
struct Dates {
    published: String,
    modified: String,
}

/// The dates that a site states outside of an article's page, by the path of the article.
struct Elsewhere {
    /// `lastmod` of the sitemaps.
    sitemap: BTreeMap<String, String>,
    /// The dates of JSON Feed and of Atom, each an instant.
    feeds: Vec<BTreeMap<String, Dates>>,
}

/// Returns what is between two texts, at each place.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    text.split(start).skip(1).filter_map(|rest| Some(rest.split_once(end)?.0)).collect()
}

/// Returns the day of an instant at the start of a day in China.
fn day(instant: &str) -> String {
    let (day, time) = instant.split_once('T').unwrap_or((instant, ""));
    assert!(["00:00:00", "00:00:00+08:00"].contains(&time), "an invented time of day: {instant}");
    day.to_owned()
}

/// Returns the dates that readers see.
fn visible(page: &str) -> Dates {
    let (_, article) = page.split_once("<article ").unwrap();
    let (article, _) = article.split_once("</article>").unwrap();
    let times: Vec<(&str, &str)> = between(article, "<time datetime=\"", "</time>")
        .into_iter()
        .map(|time| time.split_once("\">").unwrap())
        .collect();
    let is_english = page.contains("<html lang=\"en\"");
    for (machine, shown) in &times {
        let expected = if is_english { EN.app.facts.date(machine.parse().unwrap()) } else { (*machine).to_owned() };
        assert_eq!(**shown, expected, "the element and its text");
    }
    let modified = times.iter().map(|(machine, _)| *machine).max().unwrap();
    Dates { published: times[0].0.to_owned(), modified: modified.to_owned() }
}

/// Returns every statement on a page that differs from what readers see, or is missing, or is more exact than the source.
fn disagreements(path: &str, page: &str, elsewhere: &Elsewhere) -> Vec<String> {
    let seen = visible(page);
    let mut found = Vec::new();
    let mut expect = |what: &str, stated: Option<String>, expected: Option<&str>| {
        if stated.as_deref() != expected {
            found.push(format!("{path}: {what} is {stated:?}, and readers see {expected:?}"));
        }
    };
    let (head, _) = page.split_once("</head>").unwrap();
    let meta = |name: &str| between(head, &format!("<meta property=\"{name}\" content=\""), "\"").first().copied();
    let blocks: Vec<Value> = between(head, "application/ld+json\">", "</script>")
        .into_iter()
        .map(|block| serde_json::from_str(block).unwrap())
        .collect();
    let text = |value: &Value| value.as_str().map(ToOwned::to_owned);
    let news = blocks.iter().find(|block| block["@type"] == "NewsArticle").unwrap();
    expect("datePublished", text(&news["datePublished"]), Some(&seen.published));
    expect("dateModified", text(&news["dateModified"]), Some(&seen.modified));
    expect("article:published_time", meta("article:published_time").map(ToOwned::to_owned), Some(&seen.published));
    let corrected = page.contains("class=\"corrections\"").then_some(seen.modified.as_str());
    expect("article:modified_time", meta("article:modified_time").map(ToOwned::to_owned), corrected);
    // These formats demand a day.
    let days = [&seen.published, &seen.modified];
    let exact = days.iter().all(|date| date.len() == "2022-02-14".len());
    let published = exact.then_some(seen.published.as_str());
    let modified = exact.then_some(seen.modified.as_str());
    expect("bytedance:published_time", meta("bytedance:published_time").map(day), published);
    expect("bytedance:updated_time", meta("bytedance:updated_time").map(day), modified);
    let factor = blocks.iter().find(|block| block["@context"].as_str().unwrap().ends_with("cambrian.jsonld"));
    expect("pubDate", factor.and_then(|it| it["pubDate"].as_str()).map(day), published);
    expect("upDate", factor.and_then(|it| it["upDate"].as_str()).map(day), modified);
    expect("lastmod", elsewhere.sitemap.get(path).cloned(), Some(&seen.modified));
    for feed in &elsewhere.feeds {
        // A feed has the newest articles alone, and demands a day: the first of a month or a year.
        let Some(dates) = feed.get(path) else { continue };
        let first = |date: &str| [date, &"-01-01"[..(10 - date.len())]].concat();
        expect("a feed's publication", Some(dates.published.clone()), Some(&first(&seen.published)));
        expect("a feed's change", Some(dates.modified.clone()), Some(&first(&seen.modified)));
    }
    found
}

fn path_of(address: &str) -> String {
    ["/", address.strip_prefix("https://www.investchn.com/").unwrap()].concat()
}

fn elsewhere(site: &Site) -> Elsewhere {
    let files = site.files();
    let mut sitemap = BTreeMap::new();
    for file in files.iter().filter(|file| edition_of(file).1.starts_with("sitemap-articles-")) {
        let text = site.text(file);
        for url in between(&text, "<url>", "</url>") {
            let part = |name: &str| between(url, &format!("<{name}>"), &format!("</{name}>"))[0].to_owned();
            sitemap.insert(path_of(&part("loc")), part("lastmod"));
        }
    }
    let mut feeds = Vec::new();
    for file in files.iter().filter(|file| file.ends_with("feed.json")) {
        let json: Value = serde_json::from_str(&site.text(file)).unwrap();
        let dates = |item: &Value| Dates {
            published: day(item["date_published"].as_str().unwrap()),
            modified: day(item["date_modified"].as_str().unwrap()),
        };
        let items = json["items"].as_array().unwrap();
        feeds.push(items.iter().map(|item| (path_of(item["url"].as_str().unwrap()), dates(item))).collect());
    }
    for file in files.iter().filter(|file| file.ends_with("feed.xml")) {
        let atom: atom_syndication::Feed = site.text(file).parse().unwrap();
        let dates = |entry: &atom_syndication::Entry| Dates {
            published: day(&entry.published.unwrap().to_rfc3339()),
            modified: day(&entry.updated.to_rfc3339()),
        };
        feeds.push(atom.entries.iter().map(|entry| (path_of(&entry.links[0].href), dates(entry))).collect());
    }
    Elsewhere { sitemap, feeds }
}

fn articles(site: &Site) -> Vec<String> {
    site.pages()
        .into_iter()
        .filter(|page| edition_of(page).1.starts_with("article/"))
        .map(|page| ["/", page.strip_suffix("index.html").unwrap()].concat())
        .collect()
}

#[test]
fn every_format_states_the_dates_that_readers_see() {
    let (_content, corrected) = with_article("beijing-etdz/2023-01-01-1.md", CORRECTED);
    let mut precisions = BTreeSet::new();
    for site in [Site::own(), &corrected] {
        let elsewhere = elsewhere(site);
        let articles = articles(site);
        let translated = articles.iter().filter(|path| path.starts_with("/en/")).count();
        assert_eq!(articles.len(), site.summary.articles + translated);
        assert_eq!(translated > 50, std::ptr::eq(site, Site::own()), "{translated} are translated");
        assert_eq!(elsewhere.sitemap.len(), articles.len());
        for path in articles {
            let page = site.text(&[&path[1..], "index.html"].concat());
            assert_eq!(disagreements(&path, &page, &elsewhere), [""; 0]);
            precisions.insert(visible(&page).published.len());
        }
    }
    assert_eq!(precisions.into_iter().collect::<Vec<_>>(), [4, 7, 10], "a year, a month and a day occur");
}

/// Each place in which a date is stated is compared: another date there is found.
#[test]
fn another_date_in_any_one_place_is_found() {
    let (_content, site) = with_article("beijing-etdz/2023-01-01-1.md", CORRECTED);
    let path = "/article/beijing-etdz-20230101-1/";
    let page = site.text(&page_file(&Route::parse(path).unwrap()));
    for before in [
        "\"datePublished\":\"",
        "\"dateModified\":\"",
        "\"pubDate\":\"",
        "\"upDate\":\"",
        "\"article:published_time\" content=\"",
        "\"article:modified_time\" content=\"",
        "\"bytedance:published_time\" content=\"",
        "\"bytedance:updated_time\" content=\"",
    ] {
        assert_eq!(page.matches(before).count(), 1, "{before}");
        let other = page.replace(&[before, "2023-0"].concat(), &[before, "2024-0"].concat());
        assert_eq!(disagreements(path, &other, &elsewhere(&site)).len(), 1, "{before}");
    }
    let mut other = elsewhere(&site);
    other.sitemap.insert(path.to_owned(), "2023-01-01".to_owned());
    assert_eq!(disagreements(path, &page, &other).len(), 1, "the sitemap");
    let mut other = elsewhere(&site);
    let feeds = other.feeds.iter_mut().filter_map(|feed| feed.get_mut(path));
    let changed = feeds.map(|dates| dates.modified = dates.published.clone()).count();
    assert!(changed > 2 && disagreements(path, &page, &other).len() == changed, "the feeds");
}
