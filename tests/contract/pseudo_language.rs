//! A language is its messages alone: a language that only a test has is published like any other, and shows which words of the portal
//! are no messages.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::pseudo_messages::{FOLDER, add, add_edition};
use crate::published::{Site, copy, fixture};
use crate::words_outside_messages::Data;

/// The fixture with an edition in the pseudo-language.
fn published() -> (tempfile::TempDir, Site) {
    add();
    let content = tempfile::tempdir().unwrap();
    copy(&fixture(), content.path());
    add_edition(content.path());
    let site = Site::publish(content.path());
    (content, site)
}

fn json(site: &Site, file: &str) -> Value {
    serde_json::from_str(&site.text(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The texts in all data of the edition, for files without data of their own.
fn data(site: &Site, files: &[String]) -> Data {
    let mut data = Data::default();
    let of_data = files.iter().filter(|file| file.starts_with("qps/data/") && file.ends_with(".json"));
    of_data.for_each(|file| data.add(&json(site, file)));
    data
}

/// The texts of an Atom feed that people see.
fn texts_of_feed(xml: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(xml).unwrap();
    let is_text = |name: &str| ["title", "subtitle", "summary", "name", "rights"].contains(&name);
    let texts = document.descendants().filter(|node| is_text(node.tag_name().name())).filter_map(|node| node.text());
    let labels = document.descendants().flat_map(|node| [node.attribute("label"), node.attribute("title")]).flatten();
    texts.chain(labels).map(str::to_owned).collect()
}

fn texts_of_picture(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap();
    document.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).map(str::to_owned).collect()
}

#[test]
fn a_language_is_published_once_it_has_messages() {
    let (_content, site) = published();
    let files: BTreeSet<String> = site.files().into_iter().collect();
    for file in ["index.html", "zones/index.html", "search/index.html", "404.html", "manifest.webmanifest", "feed.xml"] {
        assert!(files.contains(&[FOLDER, file].concat()), "{file}");
    }
    let home = site.text("qps/index.html");
    assert!(home.contains("<html lang=\"qps\"") && home.contains("⟦"), "{home}");
    assert!(site.text("index.html").contains("hreflang=\"qps\""), "the other editions lead to it");
    assert!(site.text("_headers").contains("/qps/"), "hosts know its files");
    let article = site.text("qps/article/huaian-htz-20190501-1/index.html");
    assert!(article.contains("<h1 tabindex=\"-1\">Sample of 2019-05-01-1</h1>"), "{article}");
}

#[test]
fn every_word_is_a_message_or_data() {
    let (_content, site) = published();
    let files: Vec<String> = site.files().into_iter().filter(|file| file.starts_with(FOLDER)).collect();
    let (data, mut found, mut checked) = (data(&site, &files), Vec::new(), BTreeSet::new());
    for file in &files {
        let text = || site.text(file);
        let words = if file.ends_with(".html") {
            let page = text();
            let mut of_page = Data::default();
            // The app's page has its data, and the facts of the portal, in a block; others show data of several views.
            let of_page = if of_page.add_block(&page) { &of_page } else { &data };
            of_page.words_outside(&page)
        } else if file.ends_with(".xml") && !file.contains("sitemap") {
            texts_of_feed(&text()).iter().filter_map(|text| data.rest_of(text)).collect()
        } else if file.ends_with(".svg") {
            texts_of_picture(&text()).iter().filter_map(|text| data.rest_of(text)).collect()
        } else if file.starts_with("qps/oembed/") || file.ends_with("feed.json") || file.ends_with(".webmanifest") {
            data.words_outside_json(&json(&site, file))
        } else {
            continue;
        };
        found.extend(words.into_iter().map(|words| format!("{file}: {words}")));
        checked.insert(file.as_str());
    }
    for kind in ["embed/zone/", "embed/index.html", "search/", "404.html", "oembed/", "data/charts/", "article/", "region/"] {
        assert!(checked.iter().any(|file| file[FOLDER.len()..].starts_with(kind)), "{kind} is not checked");
    }
    assert!(found.is_empty(), "{} words are no messages:\n{}", found.len(), found.join("\n"));
}
