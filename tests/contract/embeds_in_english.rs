//! Partners' pages in English load the feeds and frames of the English edition, also for a zone without an article in it.

use serde_json::Value;

use crate::links::attribute;
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

fn is_chinese(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter)
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
    let without = feed("en/zone/beijing-etdz/feed.json");
    if feed("zone/beijing-etdz/feed.json")["items"] == Value::Array(Vec::new()) {
        assert_eq!(without["_investchn"]["originals"], Value::Array(Vec::new()));
    }
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
    let found: String = rest.chars().filter(|letter| is_chinese(*letter)).collect();
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

/// Both editions' feeds have the same names and facts, and no Chinese where English is asked for.
#[test]
fn facts_in_english_have_english_names() {
    let content = tempfile::tempdir().unwrap();
    copy(&fixture(), content.path());
    let edit = |file: &str, from: &str, to: &str| {
        let path = content.path().join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        std::fs::write(path, text.replace(from, to)).unwrap();
    };
    edit(
        "site.toml",
        "[contact]",
        "[en]\nname = \"Example\"\nslogan = \"Example\"\ncopyright = \"Example\"\n\n[contact]",
    );
    edit("regions.csv", "Suzhou,Suzhou", "Soochow,Suzhou");
    std::fs::write(content.path().join("terms.csv"), "zh,en\n甲,alpha\n乙,beta\n").unwrap();
    let site = Site::publish(content.path());
    let subject = |file: &str| -> Value {
        let feed: Value = serde_json::from_str(&site.text(file)).unwrap();
        feed["_investchn"].clone()
    };
    let value = |file: &str, id: &str, lang: &str| {
        let subject = subject(file);
        let fact = subject["facts"].as_array().unwrap().iter().find(|fact| fact["id"] == id).unwrap();
        fact["value"][lang].as_str().unwrap().to_owned()
    };
    for folder in ["", "en/"] {
        let of = |below: &str| [folder, below, "feed.json"].concat();
        let huaian = of("zone/huaian-htz/");
        for (id, zh, en) in [
            ("name", "淮安国家高新技术产业开发区", "Huai'an High-tech Industrial Development Zone"),
            ("place", "江苏 淮安", "Huai'an, Jiangsu"),
            ("industries", "甲、乙", "alpha, beta"),
        ] {
            assert_eq!([value(&huaian, id, "zh"), value(&huaian, id, "en")], [zh, en], "{huaian}");
        }
        let suzhou = of("zone/suzhougongyeyuan-etdz/");
        assert_eq!(value(&suzhou, "place", "en"), "Soochow, Jiangsu", "the English name, not the pinyin");
        assert_eq!(value(&suzhou, "status", "zh"), "已退出国家级名单（2020年1月）");
        assert_eq!(value(&suzhou, "status", "en"), "No longer on the national list (January 2020)");
        assert_eq!(subject(&of("news/photo/"))["name"], serde_json::json!({ "zh": "图片新闻", "en": "Photo news" }));
        for file in [&huaian, &suzhou, &of("region/320000/"), &of("")] {
            let subject = subject(file);
            let texts =
                subject["facts"].as_array().into_iter().flatten().flat_map(|fact| [&fact["label"], &fact["value"]]);
            for text in texts.chain([&subject["name"]]) {
                let [zh, en] = ["zh", "en"].map(|lang| text[lang].as_str().unwrap());
                assert!(!en.is_empty() && !en.contains(is_chinese), "{file}: {en}");
                assert!(zh.contains(is_chinese) || zh.contains(|letter: char| letter.is_ascii_digit()), "{file}: {zh}");
            }
        }
    }
}
