//! Partners' pages in English load the feeds and frames of the English edition, also for a zone without an article in it.

use serde_json::Value;

use crate::links::attribute;
use crate::markup::is_han;
use crate::published::{Site, copy, fixture};

/// The fixture with an English edition, in which nothing is translated.
fn with_an_english_edition() -> Site {
    let content = tempfile::tempdir().unwrap();
    copy(&fixture(), content.path());
    let settings = content.path().join("site.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    let english = "\n[en]\nname = \"Example portal\"\nslogan = \"Example\"\ncopyright = \"Example\"\n";
    std::fs::write(&settings, text + english).unwrap();
    Site::publish(content.path())
}

#[test]
fn partners_pages_in_english_need_one_feed_and_one_frame() {
    let site = with_an_english_edition();
    let feed = |file: &str| -> Value { serde_json::from_str(&site.text(file)).unwrap() };

    let (english, chinese) = (feed("en/zone/huaian-htz/feed.json"), feed("zone/huaian-htz/feed.json"));
    assert_eq!(english["items"], Value::Array(Vec::new()));
    let originals = english["_investchn"]["originals"].as_array().unwrap();
    let items = chinese["items"].as_array().unwrap();
    assert!(!items.is_empty() && originals.len() == items.len());
    for (original, item) in originals.iter().zip(items) {
        for key in ["id", "url", "title", "language"] {
            assert_eq!(original[key], item[key], "{key}");
        }
    }
    assert_eq!(chinese["_investchn"].get("originals"), None);

    // A zone without any article says that it has none, so that nobody asks again.
    assert_eq!(feed("zone/suzhougongyeyuan-etdz/feed.json")["items"], Value::Array(Vec::new()));
    assert_eq!(feed("en/zone/suzhougongyeyuan-etdz/feed.json")["_investchn"]["originals"], Value::Array(Vec::new()));
}

#[test]
fn a_frame_in_english_has_no_chinese_but_headlines() {
    let site = with_an_english_edition();
    let html = site.text("en/embed/zone/huaian-htz/index.html");
    let (_, body) = html.split_once("<body>").unwrap();
    assert!(body.contains("<li ") && body.contains("lang=\"zh-CN\""), "{body}");
    let mut rest = String::new();
    for row in body.split("<li ") {
        // Of a row the headline is its link.
        let (_, after) = row.split_once("</a>").unwrap_or(("", row));
        rest += after;
    }
    let found: String = rest.chars().filter(|letter| is_han(*letter)).collect();
    assert_eq!(found, "", "{rest}");
    // The originals are in the first edition, and the page leads to its own in it.
    assert_eq!(attribute(&html, "data-edition-zh"), ["../../../../embed/zone/huaian-htz/"]);
    assert!(attribute(&html, "href").iter().any(|href| href.starts_with("../../../../article/")), "{html}");
}

#[test]
fn pages_in_english_load_the_scripts_in_their_language() {
    let site = with_an_english_edition();
    for (page, script) in [
        ("en/search/index.html", "../../search-en.js"),
        ("search/index.html", "../search.js"),
        ("en/embed/index.html", "../../embed/workshop-en.js"),
    ] {
        assert!(site.text(page).contains(&format!("src=\"{script}\"")), "{page}");
    }
}
