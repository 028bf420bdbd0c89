//! The contract with feed readers: `updated` moves only with its own entry, full texts work outside of the portal, and enclosures
//! are the published files.

use std::collections::BTreeMap;
use std::path::Path;

use roxmltree::{Document, Node};
use serde_json::Value;

use crate::links::attribute;
use crate::published::{Site, copy, fixture};

/// A copy of the fixture, to be changed and published.
struct Portal(tempfile::TempDir);

impl Portal {
    fn new() -> Self {
        let content = tempfile::tempdir().unwrap();
        copy(&fixture(), content.path());
        Portal(content)
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.path().join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        std::fs::write(path, text.replace(from, to)).unwrap();
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

fn feeds(site: &Site, ending: &str) -> Vec<String> {
    site.files().into_iter().filter(|file| file.ends_with(ending)).collect()
}

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    node.children().find(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", name)))?.text()
}

/// The `updated` of each entry by its id, after a comparison of all feeds of a site: each has the same for an entry, and as its own
/// the latest.
fn updated(site: &Site) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut add = |id: &str, updated: &str, file: &str| {
        let known = all.entry(id.to_owned()).or_insert_with(|| updated.to_owned());
        assert_eq!(known, updated, "{id} in {file}");
    };
    for file in feeds(site, "feed.xml") {
        let text = site.text(&file);
        let feed = Document::parse(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let entries: Vec<_> = feed.descendants().filter(|node| node.tag_name().name() == "entry").collect();
        for entry in &entries {
            add(child(*entry, "id").unwrap(), child(*entry, "updated").unwrap(), &file);
        }
        let latest = entries.iter().filter_map(|entry| child(*entry, "updated")).max();
        let own = child(feed.root_element(), "updated").unwrap();
        assert_eq!(own, latest.unwrap_or("2015-01-01T00:00:00+08:00"), "{file}");
    }
    for file in feeds(site, "feed.json") {
        let feed: Value = serde_json::from_str(&site.text(&file)).unwrap();
        for item in feed["items"].as_array().unwrap() {
            add(item["id"].as_str().unwrap(), item["date_modified"].as_str().unwrap(), &file);
        }
    }
    all
}

#[test]
fn updated_moves_only_where_an_entry_changed() {
    let portal = Portal::new();
    let mut expected = updated(&Site::publish(portal.path()));
    assert!(expected.len() > 5, "{expected:#?}");

    // Settings, a name in the register, and another article change no entry.
    portal.edit("site.toml", "slogan = \"", "slogan = \"示例 ");
    portal.edit("site.toml", "per_page = 2", "per_page = 3\nfeeds = \"summary\"");
    let new = "+++\ntitle = \"示例新条\"\npublished = 2023-03-01\nsource = \"示例报\"\nzone = \"huaian-htz\"\n+++\n\n示例正文。\n";
    std::fs::write(portal.path().join("articles/huaian-htz/2023-03-01-1.md"), new).unwrap();
    expected.insert("tag:investchn,2015:huaian-htz-20230301-1".to_owned(), "2023-03-01T00:00:00+08:00".to_owned());
    assert_eq!(updated(&Site::publish(portal.path())), expected);

    // A mended typing error is no change that readers should see as unread.
    portal.edit("articles/huaian-htz/2019-05-01-1.md", "示例正文五。", "示例正文五！");
    assert_eq!(updated(&Site::publish(portal.path())), expected);

    // A correction moves its own entry.
    let correction = "kind = \"text\"\n[[corrections]]\ndate = 2023-04-01\ntext = \"示例：标点有误。\"\n";
    portal.edit("articles/huaian-htz/2019-05-01-1.md", "kind = \"text\"\n", correction);
    expected.insert("tag:investchn,2015:huaian-htz-20190501-1".to_owned(), "2023-04-01T00:00:00+08:00".to_owned());
    assert_eq!(updated(&Site::publish(portal.path())), expected);
}

/// Asserts that a text shows in a reader that knows neither the portal's address nor its sheets and scripts.
fn assert_stands_alone(html: &str, file: &str) {
    for name in ["href", "src"] {
        for address in attribute(html, name) {
            let is_absolute =
                ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme));
            assert!(is_absolute, "{address} in {file}");
        }
    }
    for part in [" class=", " style=", " srcset=", " loading=", " role=", " tabindex=", " aria-", "<script", "<a>"] {
        assert!(!html.contains(part), "{part} in {file}: {html}");
    }
}

#[test]
fn feeds_carry_the_full_text_with_absolute_addresses() {
    let site = Site::publish(&fixture());
    let mut texts = BTreeMap::new();
    for file in feeds(&site, "feed.xml") {
        let text = site.text(&file);
        let feed = Document::parse(&text).unwrap();
        for entry in feed.descendants().filter(|node| node.tag_name().name() == "entry") {
            let content = entry.children().find(|node| node.tag_name().name() == "content").unwrap();
            assert_eq!(content.attribute("type"), Some("html"), "{file}");
            assert_stands_alone(content.text().unwrap(), &file);
            texts.insert(child(entry, "id").unwrap().to_owned(), content.text().unwrap().to_owned());
        }
    }
    let every_form = &texts["tag:investchn,2015:huaian-htz-20220214-1"];
    for part in [
        "<strong>重点</strong>",
        "<em>语气</em>",
        "<a href=\"https://example.com/\">链接</a>",
        "<a href=\"https://www.investchn.com/article/beijing-etdz-1984-1/\">",
        "<h2>示例小标题</h2>",
        "<ul><li>甲</li>",
        "<ol start=\"3\">",
        "<blockquote><p>示例引文。</p></blockquote>",
        "<th scope=\"col\">项目</th>",
        "<td>甲</td>",
        "<hr>",
        "<a href=\"https://www.investchn.com/zone/huaian-htz/\">开发区</a>",
    ] {
        assert!(every_form.contains(part), "{part}: {every_form}");
    }
    let all: String = texts.into_values().collect();
    for part in ["<img src=\"https://www.investchn.com/media/", "<figcaption>", "alt=\"", "视频"] {
        assert!(all.contains(part), "{part}: {all}");
    }
    // The feeds of the portal and of kinds have the same text as JSON Feed; those that partners' elements load have summaries.
    for file in feeds(&site, "feed.json") {
        let feed: Value = serde_json::from_str(&site.text(&file)).unwrap();
        let is_for_readers = file == "feed.json" || file.starts_with("news/");
        for item in feed["items"].as_array().unwrap() {
            assert_eq!(item["content_html"].is_string(), is_for_readers, "{file}");
            assert_eq!(item["content_text"], item["summary"], "{file}");
            if let Some(html) = item["content_html"].as_str() {
                assert!(all.contains(html), "{file}");
            }
        }
    }
}

#[test]
fn a_correction_is_in_the_full_text() {
    let portal = Portal::new();
    let correction = "kind = \"text\"\n[[corrections]]\ndate = 2023-04-01\ntext = \"示例：标点有误。\"\n";
    portal.edit("articles/huaian-htz/2019-05-01-1.md", "kind = \"text\"\n", correction);
    let feed: Value = serde_json::from_str(&Site::publish(portal.path()).text("feed.json")).unwrap();
    let items = feed["items"].as_array().unwrap();
    let corrected = items.iter().find(|item| item["id"] == "tag:investchn,2015:huaian-htz-20190501-1").unwrap();
    let html = corrected["content_html"].as_str().unwrap();
    assert!(
        html.ends_with("<li><time datetime=\"2023-04-01\">2023-04-01</time> 示例：标点有误。</li></ul></section>"),
        "{html}"
    );
}

#[test]
fn enclosures_are_the_published_pictures() {
    let portal = Portal::new();
    // A picture within a list, and one that is shown twice.
    portal.edit(
        "articles/huaian-htz/2019-05-01-1.md",
        "示例正文五。",
        "- 甲\n\n  ![示例](square.png)\n\n![示例](square.png)",
    );
    for setting in ["full", "summary"] {
        portal.edit("site.toml", "since = 2015", &format!("since = 2015 #\nfeeds = \"{setting}\""));
        let site = Site::publish(portal.path());
        portal.edit("site.toml", &format!("since = 2015 #\nfeeds = \"{setting}\""), "since = 2015");
        let (mut enclosures, mut entries) = (0, 0);
        let mut check = |address: &str, media_type: &str, length: u64| {
            let path = address.strip_prefix("https://www.investchn.com/").unwrap();
            let file = std::fs::metadata(site.path().join(path)).unwrap_or_else(|error| panic!("{address}: {error}"));
            assert_eq!((file.len(), media_type), (length, "image/png"), "{address}");
            enclosures += 1;
        };
        for file in feeds(&site, "feed.xml") {
            let text = site.text(&file);
            let feed = Document::parse(&text).unwrap();
            for entry in feed.descendants().filter(|node| node.tag_name().name() == "entry") {
                let links = entry.children().filter(|node| node.attribute("rel") == Some("enclosure"));
                let links: Vec<_> =
                    links.map(|link| ["href", "type", "length"].map(|it| link.attribute(it).unwrap())).collect();
                entries += usize::from(!links.is_empty());
                for [href, media_type, length] in &links {
                    check(href, media_type, length.parse().unwrap());
                }
                if child(entry, "id").unwrap().ends_with("huaian-htz-20190501-1") {
                    assert_eq!(links.len(), 1, "{setting}: {links:?}");
                }
            }
        }
        let feed: Value = serde_json::from_str(&site.text("feed.json")).unwrap();
        for attachment in
            feed["items"].as_array().unwrap().iter().flat_map(|item| item["attachments"].as_array()).flatten()
        {
            let text = |name: &str| attachment[name].as_str().unwrap();
            check(text("url"), text("mime_type"), attachment["size_in_bytes"].as_u64().unwrap());
        }
        assert!(enclosures > 3 && entries > 2, "{setting}: {enclosures}, {entries}");
    }
}

#[test]
fn a_setting_leaves_feeds_with_summaries() {
    let portal = Portal::new();
    portal.edit("site.toml", "since = 2015", "since = 2015\nfeeds = \"summary\"");
    let site = Site::publish(portal.path());
    for file in feeds(&site, "feed.xml").into_iter().chain(feeds(&site, "feed.json")) {
        let text = site.text(&file);
        assert!(!text.contains("<content") && !text.contains("content_html"), "{file}");
    }
    assert!(site.text("feed.xml").contains("<summary>示例摘要。</summary>"));
}
