//! Output for machines: head data, feeds, sitemaps, redirects, corrections, and the manifest.

use investchn_model::published::{EDITION_FOLDERS, edition_of};
use investchn_model::route::Route;
use investchn_model::{Kind, View};
use investchn_publish::{BuildOptions, Deployment, Difference, build, verify};
use serde_json::Value;

use crate::published::{Site, copy, fixture, options, page_file};

/// Publishes a copy of the fixture with one more article.
pub(crate) fn with_article(name: &str, text: &str) -> (tempfile::TempDir, Site) {
    let content = tempfile::tempdir().unwrap();
    copy(&fixture(), content.path());
    std::fs::write(content.path().join("articles").join(name), text).unwrap();
    let site = Site::publish(content.path());
    (content, site)
}

pub(crate) const CORRECTED: &str = "+++\ntitle = \"示例更正\"\npublished = 2023-01-01\nsource = \"示例报\"\nzone = \"beijing-etdz\"\n\
    aliases = [\"news/1.htm\", \"old/page\", \"show.asp?id=9\", \"old/2.asp\", \"c%20d.html\", \"%E6%96%B0/旧 闻.html\", \
    \"%D0%C2/1.html\", \"Old/Page.HTM\", \"News/Show.asp?ID=12\"]\n\
    [[corrections]]\ndate = 2023-02-01\ntext = \"示例：数字有误。\"\n+++\n\n示例正文。\n";

#[test]
fn every_page_has_head_data_for_crawlers() {
    let site = Site::own();
    for file in &site.pages() {
        let page = site.text(file);
        let (head, _) = page.split_once("</head>").unwrap();
        for part in [
            "<title>",
            "name=\"description\"",
            "rel=\"canonical\" href=\"https://",
            "og:title",
            "og:url",
            "twitter:card",
            "feed.xml",
        ] {
            assert!(head.contains(part), "{part} in {file}");
        }
        let blocks: Vec<&str> =
            head.split("application/ld+json\">").skip(1).map(|rest| rest.split("</script>").next().unwrap()).collect();
        assert!(!blocks.is_empty(), "{file}");
        for block in blocks {
            let data: Value = serde_json::from_str(block).unwrap_or_else(|error| panic!("{file}: {error}"));
            let contexts = ["https://schema.org", "https://ziyuan.baidu.com/contexts/cambrian.jsonld"];
            assert!(contexts.iter().any(|context| data["@context"] == *context), "{file}");
        }
    }
}

#[test]
fn feeds_are_valid_and_link_to_published_pages() {
    let site = Site::publish(&fixture());
    let files = site.files();
    for folder in
        ["", "news/photo/", "region/320000/", "region/320800/", "zone/huaian-htz/", "zone/suzhougongyeyuan-etdz/"]
    {
        let atom: atom_syndication::Feed = site.text(&[folder, "feed.xml"].concat()).parse().unwrap();
        let json: Value = serde_json::from_str(&site.text(&[folder, "feed.json"].concat())).unwrap();
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(json["feed_url"], format!("https://www.investchn.com/{folder}feed.json"));
        let items = json["items"].as_array().unwrap();
        assert_eq!(items.len(), atom.entries.len(), "{folder}");
        for (item, entry) in items.iter().zip(&atom.entries) {
            assert_eq!(item["id"].as_str(), Some(entry.id.as_str()));
            let path = entry.links[0].href.strip_prefix("https://www.investchn.com").unwrap();
            assert_eq!(item["url"].as_str(), Some(entry.links[0].href.as_str()));
            assert_eq!(
                entry.id,
                format!("tag:investchn,2015:{}", path.trim_start_matches("/article/").trim_end_matches('/'))
            );
            assert!(files.contains(&page_file(&Route::parse(path).unwrap())), "{path}");
        }
    }
    // A date without a day becomes the first instant of its period, in China's time zone. The extension keeps the date as
    // written.
    let json: Value = serde_json::from_str(&site.text("zone/beijing-etdz/feed.json")).unwrap();
    assert_eq!(json["items"][0]["date_published"], "1984-01-01T00:00:00+08:00");
    assert_eq!(json["items"][0]["_investchn"]["published"], "1984");
}

/// A feed reader knows an entry by its id, so a move must not change it.
#[test]
fn ids_in_feeds_survive_another_address() {
    let scratch = tempfile::tempdir().unwrap();
    let moved = BuildOptions {
        base_url: Some("https://example.com/portal/".to_owned()),
        ..options(&fixture(), &scratch.path().join("dist"))
    };
    build(&moved).unwrap();
    let site = Site::publish(&fixture());
    for file in ["feed.xml", "zone/huaian-htz/feed.xml"] {
        let feed = |text: &str| text.parse::<atom_syndication::Feed>().unwrap();
        let (here, there) = (feed(&site.text(file)), feed(&std::fs::read_to_string(moved.out.join(file)).unwrap()));
        let ids = |feed: &atom_syndication::Feed| {
            let entries = feed.entries.iter().map(|entry| entry.id.clone());
            std::iter::once(feed.id.clone()).chain(entries).collect::<Vec<_>>()
        };
        assert_eq!(ids(&here), ids(&there), "{file}");
        assert!(here.entries.len() > 1);
    }
}

#[test]
fn sitemap_lists_every_article_and_only_existing_files() {
    let site = Site::own();
    let files = site.files();
    let addresses = |name: &str| -> Vec<String> {
        let text = site.text(name);
        let rest = text.split("<loc>https://www.investchn.com/").skip(1);
        rest.map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
    };
    let parts = addresses("sitemap.xml");
    assert!(parts.len() >= 3 && site.text("robots.txt").contains("https://www.investchn.com/sitemap.xml"));
    for folder in EDITION_FOLDERS {
        let mut articles = 0;
        for part in parts.iter().filter(|part| edition_of(part).0 == folder) {
            for address in addresses(part) {
                assert!(files.contains(&[&address, "index.html"].concat()), "{address} of {part}");
                assert_eq!(edition_of(&address).0, folder, "{address} of {part}");
                articles += usize::from(edition_of(&address).1.starts_with("article/") && part.contains("articles"));
            }
        }
        let is_article = |file: &&String| file.starts_with(&[folder, "data/article/"].concat());
        assert_eq!(articles, files.iter().filter(is_article).count());
        assert!(articles > 50, "{articles}");
    }
    assert!(!addresses("sitemap-news.xml").is_empty());
}

#[test]
fn old_addresses_redirect_to_their_article() {
    let (_content, site) = with_article("beijing-etdz/2023-01-01-1.md", CORRECTED);
    for (file, link) in [
        ("news/1.htm", "../article/beijing-etdz-20230101-1/"),
        ("old/page/index.html", "../../article/beijing-etdz-20230101-1/"),
        // Hosts decode an address before they look for its file.
        ("c d.html", "article/beijing-etdz-20230101-1/"),
        ("新/旧 闻.html", "../article/beijing-etdz-20230101-1/"),
        ("Old/Page.HTM", "../article/beijing-etdz-20230101-1/"),
    ] {
        assert!(site.text(file).contains(&format!("url={link}\"")), "{file}: {}", site.text(file));
    }
    let aliases: std::collections::BTreeMap<String, String> =
        serde_json::from_str(&site.text("data/aliases.json")).unwrap();
    assert_eq!(aliases["/show.asp?id=9"], "/article/beijing-etdz-20230101-1/");
    assert_eq!(aliases["/old/2.asp"], "/article/beijing-etdz-20230101-1/");
    let files = site.files();
    assert!(!files.contains(&"old/2.asp".to_owned()), "no host would send it as a page");
    assert!(!files.iter().any(|file| file.contains('%')), "GBK has no name that every system takes");
    // Another letter case has no file, so the list has every address, in lower case.
    for key in ["/old/page/", "/old/page/index.html", "/old/page.htm", "/c d.html", "/新/旧 闻.html", "/%d0%c2/1.html"]
    {
        assert_eq!(aliases[key], "/article/beijing-etdz-20230101-1/", "{key}");
    }
    assert_eq!(aliases["/news/show.asp?id=12"], "/article/beijing-etdz-20230101-1/");
    let redirects = site.text("_redirects");
    for path in ["/c%20d.html", "/%E6%96%B0/%E6%97%A7%20%E9%97%BB.html", "/%D0%C2/1.html", "/Old/Page.HTM"] {
        assert!(
            redirects.contains(&format!("{path} /article/beijing-etdz-20230101-1/ 301\n")),
            "{path} in {redirects}"
        );
    }
    assert_eq!(aliases["/news/show.asp?id=1"], "/article/huaian-htz-20220214-1/");
}

#[test]
fn a_correction_is_shown_and_dated_everywhere() {
    let (_content, site) = with_article("beijing-etdz/2023-01-01-1.md", CORRECTED);
    let page = site.text("article/beijing-etdz-20230101-1/index.html");
    assert!(
        page.contains("更正") && page.contains("示例：数字有误。") && page.contains("\"dateModified\":\"2023-02-01\"")
    );
    let View::Article(article) = site.view("/article/beijing-etdz-20230101-1/") else { panic!() };
    assert_eq!(article.kind, Kind::Text);
    assert_eq!(article.corrections.len(), 1);
    assert!(site.text("zone/beijing-etdz/feed.xml").contains("<updated>2023-02-01T00:00:00+08:00</updated>"));
    let changes: Value = serde_json::from_str(&site.text("data/changes.json")).unwrap();
    assert_eq!(changes[0]["article"], "/article/beijing-etdz-20230101-1/");
    assert_eq!(changes[0]["date"], "2023-02-01");
}

#[test]
fn verify_compares_a_deployment_file_by_file() {
    let site = Site::publish(&fixture());
    let compare = || verify(&site.state_dir(), &Deployment::Folder(site.path())).unwrap().differences;
    assert_eq!(compare(), []);
    std::fs::write(site.path().join("zones/index.html"), "x").unwrap();
    std::fs::remove_file(site.path().join("robots.txt")).unwrap();
    std::fs::write(site.path().join("thesis.doc"), "x").unwrap();
    let differing = |name: &str, difference| (name.to_owned(), difference);
    assert_eq!(
        compare(),
        [
            differing("robots.txt", Difference::Missing),
            differing("thesis.doc", Difference::Unexpected),
            differing("zones/index.html", Difference::Changed),
        ]
    );
}
