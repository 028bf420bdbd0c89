//! The editions: pages name each other, each is in its own language, and a translated edition has no page without an original.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use investchn_artifacts::Class;
use investchn_messages::LANGUAGES;
use investchn_model::published::EDITION_FOLDERS;
use serde_json::Value;

use crate::markup::{Element, elements, is_han, unmarked_chinese};
use crate::published::{Site, fixture};

const PORTAL: &str = "https://www.investchn.com/";

/// The languages and addresses that a page names, in their order.
type Alternates = Vec<(String, String)>;

fn attribute<'a>(element: &Element<'a>, name: &str) -> Option<&'a str> {
    element.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
}

fn alternates_in(page: &str) -> Alternates {
    let (head, _) = page.split_once("</head>").unwrap();
    let links = elements(head).into_iter().filter(|it| it.name == "link" && attribute(it, "rel") == Some("alternate"));
    let pair =
        |link: Element<'_>| Some((attribute(&link, "hreflang")?.to_owned(), attribute(&link, "href")?.to_owned()));
    links.filter_map(pair).collect()
}

/// Returns the faults of pages that name others, by the addresses of all pages. A page names itself in its own language, every page that
/// it names exists and names the same ones, and the default is the first.
fn one_way(pages: &BTreeMap<String, Alternates>) -> Vec<String> {
    let mut faults = Vec::new();
    for (address, alternates) in pages.iter().filter(|(_, alternates)| !alternates.is_empty()) {
        let (default, named): (Vec<_>, Vec<_>) = alternates.iter().partition(|(lang, _)| lang == "x-default");
        if !named.iter().any(|(_, other)| other == address) {
            faults.push(format!("{address} does not name itself"));
        }
        if default.len() != 1 || named.first().is_none_or(|(_, first)| *first != default[0].1) {
            faults.push(format!("{address} has {} defaults, or its default is not the first", default.len()));
        }
        if named.iter().map(|(lang, _)| lang).collect::<BTreeSet<_>>().len() < named.len().max(2) {
            faults.push(format!("{address} names one language, or one twice"));
        }
        for (lang, other) in named {
            match pages.get(other) {
                None => faults.push(format!("{address} names {other}, which does not exist")),
                Some(back) if back != alternates => faults.push(format!("{other} does not name what {address} names")),
                Some(_) if !other[PORTAL.len()..].starts_with(folder_of(lang)) => {
                    faults.push(format!("{other} is not in {lang}"));
                }
                Some(_) => {}
            }
        }
    }
    faults
}

fn folder_of(lang: &str) -> &'static str {
    LANGUAGES.into_iter().find(|messages| messages.lang() == lang).map_or("?", |messages| messages.folder)
}

fn address_of(file: &str) -> String {
    [PORTAL, file.strip_suffix("index.html").unwrap()].concat()
}

/// The pages of a site for search engines, also those that run without the app; not frames, nor those at old addresses.
fn pages(site: &Site) -> Vec<String> {
    let is_page = |file: &String| {
        let class = Class::of(file);
        file.ends_with("index.html") && ![Class::OldAddress, Class::FramePage, Class::PreviewPage].contains(&class)
    };
    site.files().into_iter().filter(is_page).collect()
}

fn alternates_of(site: &Site) -> BTreeMap<String, Alternates> {
    pages(site).into_iter().map(|file| (address_of(&file), alternates_in(&site.text(&file)))).collect()
}

/// A translated page, without the folder of its edition; none for a page of the first edition.
fn translated(file: &str) -> Option<&str> {
    EDITION_FOLDERS.iter().filter(|folder| !folder.is_empty()).find_map(|folder| file.strip_prefix(folder))
}

/// Adds an English edition to a copy of the fixture, with a translation of one of its articles.
fn translate(content: &Path) {
    let settings = content.join("site.toml");
    let english = "\n[en]\nname = \"Sample\"\nslogan = \"A sample portal\"\ncopyright = \"Sample 2015\"\n";
    std::fs::write(&settings, std::fs::read_to_string(&settings).unwrap() + english).unwrap();
    let text = "+++\ntitle = \"Sample five\"\nsummary = \"A sample.\"\n+++\n\n\
                Sample text, [another article](/article/beijing-etdz-1984-1/) and [a zone](/zone/huaian-htz/).\n";
    std::fs::write(content.join("articles/huaian-htz/2019-05-01-1.en.md"), text).unwrap();
}

/// The fixture with an English edition, in which one article is translated; published once for all tests.
pub(crate) fn with_english() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| Site::publish_changed("contract-english", &fixture(), translate))
}

#[test]
fn pages_name_each_other_in_both_directions() {
    for site in [Site::own(), with_english()] {
        let pages = alternates_of(site);
        assert_eq!(one_way(&pages), [""; 0]);
        let named = pages.values().filter(|alternates| !alternates.is_empty()).count();
        assert!(named > 40, "{named}");
    }
}

#[test]
fn a_page_has_alternates_exactly_where_another_edition_has_it() {
    for site in [Site::own(), with_english()] {
        let (mut with, mut without) = (0, 0);
        let files: BTreeSet<String> = pages(site).into_iter().collect();
        for file in &files {
            // Numbers of list pages count each edition by itself.
            let parts: Vec<&str> = file.split('/').rev().skip(1).collect();
            let is_counted =
                parts.first().is_some_and(|part| part.parse::<u32>().is_ok() && parts.get(1) != Some(&"region"));
            if is_counted {
                assert_eq!(alternates_in(&site.text(file)), [], "{file}");
                continue;
            }
            let other = translated(file).map_or_else(|| ["en/", file].concat(), ToOwned::to_owned);
            let expected = if files.contains(&other) { 3 } else { 0 };
            assert_eq!(alternates_in(&site.text(file)).len(), expected, "{file}");
            *(if expected > 0 { &mut with } else { &mut without }) += 1;
        }
        assert!(with > 40 && (without > 5 || std::ptr::eq(site, Site::own())), "{with} {without}");
    }
}

/// A page that breaks the rule is found, whichever part of it.
#[test]
fn one_way_alternates_are_found() {
    let (zh, en) = (PORTAL.to_owned(), [PORTAL, "en/"].concat());
    let pair = |lang: &str, address: &str| (lang.to_owned(), address.to_owned());
    let right = vec![pair("zh-CN", &zh), pair("en", &en), pair("x-default", &zh)];
    let site = |first: &[(String, String)], second: &[(String, String)]| {
        BTreeMap::from([(zh.clone(), first.to_vec()), (en.clone(), second.to_vec())])
    };
    assert_eq!(one_way(&site(&right, &right)), [""; 0]);
    let faulty = [
        site(&right, &[]),
        site(&[], &right),
        // It names itself alone.
        site(&right[..1], &right),
        site(&right, &[right[0].clone(), right[2].clone()]),
        // Without a default, or with another one.
        site(&right[..2], &right[..2]),
        site(&[right[0].clone(), right[1].clone(), pair("x-default", &en)], &right),
        // The languages are exchanged.
        site(
            &[pair("en", &zh), pair("zh-CN", &en), pair("x-default", &zh)],
            &[pair("en", &zh), pair("zh-CN", &en), pair("x-default", &zh)],
        ),
        BTreeMap::from([(zh.clone(), right.clone())]),
    ];
    for pages in faulty {
        assert!(!one_way(&pages).is_empty(), "{pages:?}");
    }
}

#[test]
fn a_translated_edition_has_only_what_has_an_original() {
    for site in [Site::own(), with_english()] {
        let files: BTreeSet<String> = site.files().into_iter().collect();
        let english: Vec<&str> = files.iter().filter_map(|file| translated(file)).collect();
        assert!(english.len() > 100);
        let is_cut_elsewhere = |file: &str| file.starts_with("data/search/");
        for file in english.into_iter().filter(|file| !is_cut_elsewhere(file)) {
            assert!(files.contains(file), "en/{file} has no original");
        }
    }
    let files = with_english().files();
    let of_articles = |folder: &str| files.iter().filter(|file| file.starts_with(folder)).count();
    assert_eq!(of_articles("en/article/"), 1);
    assert_eq!(of_articles("en/data/article/"), 1);
    assert!(of_articles("article/") > 5);
    for shared in
        ["en/media/", "en/embed/workshop.js", "en/data/register.csv", "en/data/schema/", "en/robots.txt", "en/sw.js"]
    {
        assert_eq!(of_articles(shared), 0, "{shared}");
    }
}

#[test]
fn lists_of_a_translated_edition_name_the_originals() {
    let site = with_english();
    let json = |file: &str| -> Value { serde_json::from_str(&site.text(file)).unwrap() };
    for file in ["en/data/home.json", "en/data/news/latest.json", "en/data/zone/huaian-htz/latest.json"] {
        let view = &json(file)["view"];
        let originals = &view[view.as_object().unwrap().keys().next().unwrap()]["originals"];
        let items = originals["items"].as_array().unwrap();
        assert_eq!(originals["translated"], 1, "{file}: {originals}");
        assert_eq!(originals["all"].as_u64().unwrap() as usize, items.len() + 1, "{file}");
        assert!(items.iter().all(|item| item["id"] != "huaian-htz-20190501-1"), "{file}");
    }
    assert!(!site.text("data/home.json").contains("originals"));
    // A link to an article that is not translated leads to the original.
    let article = site.text("en/article/huaian-htz-20190501-1/index.html");
    assert!(article.contains(" href=\"../../../article/beijing-etdz-1984-1/\""), "{article}");
    assert!(article.contains(" href=\"../../../en/zone/huaian-htz/\">a zone<"), "{article}");
    assert_eq!(
        json("data/article/huaian-htz-20190501-1.json")["view"]["article"]["editions"],
        serde_json::json!(["en"])
    );
}

#[test]
fn feeds_of_a_translated_edition_have_its_articles_alone() {
    let site = with_english();
    let files = site.files();
    let feeds: Vec<&String> =
        files.iter().filter(|file| file.starts_with("en/") && file.ends_with("feed.json")).collect();
    // A zone without English texts has the feed that the partners' element reads.
    assert!(feeds.len() > 4 && files.contains(&"en/zone/beijing-etdz/feed.json".to_owned()), "{feeds:?}");
    for file in feeds {
        let feed: Value = serde_json::from_str(&site.text(file)).unwrap();
        assert_eq!(feed["language"], "en");
        let about = &feed["_investchn"]["name"];
        assert!(about["zh"].is_string() && about["en"].is_string(), "{file}: {about}");
        for item in feed["items"].as_array().unwrap() {
            assert_eq!(
                (&item["language"], &item["title"]),
                (&Value::from("en"), &Value::from("Sample five")),
                "{file}"
            );
            assert_eq!(item["id"], "tag:investchn,2015:en/huaian-htz-20190501-1", "an entry of its own");
        }
    }
    let atom = site.text("en/feed.xml");
    assert!(atom.contains("xml:lang=\"en\"") && atom.matches("<entry").count() == 1, "{atom}");
}

#[test]
fn sitemaps_name_the_pairs() {
    let site = with_english();
    let index = site.text("sitemap.xml");
    for part in ["sitemap-places.xml", "sitemap-articles-1.xml", "sitemap-news.xml"] {
        for folder in EDITION_FOLDERS {
            let name = [folder, part].concat();
            assert!(index.contains(&format!("<loc>{PORTAL}{name}</loc>")), "{index}");
            roxmltree::Document::parse(&site.text(&name)).unwrap();
        }
    }
    let article = "article/huaian-htz-20190501-1/";
    for folder in EDITION_FOLDERS {
        let text = site.text(&[folder, "sitemap-articles-1.xml"].concat());
        let url = text.lines().find(|line| line.contains(&format!("<loc>{PORTAL}{folder}{article}</loc>"))).unwrap();
        for (lang, folder) in [("zh-CN", ""), ("en", "en/"), ("x-default", "")] {
            let link =
                format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{PORTAL}{folder}{article}\"/>");
            assert!(url.contains(&link), "{url}");
        }
    }
    // Of one edition alone nothing is said.
    let alone = site.text("sitemap-articles-1.xml");
    let line = alone.lines().find(|line| line.contains("beijing-etdz-1984-1")).unwrap();
    assert!(!line.contains("xhtml"), "{line}");
    assert!(!Site::publish(&fixture()).text("sitemap-places.xml").contains("xhtml"));
}

#[test]
fn a_portal_in_one_language_has_no_edition() {
    let site = Site::publish(&fixture());
    assert!(site.files().iter().all(|file| translated(file).is_none()));
    assert!(!site.text("_headers").contains("/en/") && !site.text("sitemap.xml").contains("/en/"));
    for file in site.pages() {
        assert!(!site.text(&file).contains("hreflang"), "{file}");
    }
}

#[test]
fn each_edition_has_its_own_head_manifest_and_not_found_page() {
    let site = with_english();
    for (messages, up) in [(LANGUAGES[0], ""), (LANGUAGES[1], "../")] {
        let folder = messages.folder;
        let home = site.text(&[folder, "index.html"].concat());
        for part in [
            format!("<html lang=\"{}\"", messages.lang()),
            format!("<meta property=\"og:locale\" content=\"{}\">", messages.open_graph_locale),
            format!("<link rel=\"canonical\" href=\"{PORTAL}{folder}\">"),
            "<link rel=\"manifest\" href=\"./manifest.webmanifest\">".to_owned(),
            "<link rel=\"alternate\" type=\"application/atom+xml\"".to_owned(),
            format!("src=\"{}start.js\"", if up.is_empty() { "./" } else { up }),
        ] {
            assert!(home.contains(&part), "{part}: {home}");
        }
        let manifest: Value = serde_json::from_str(&site.text(&[folder, "manifest.webmanifest"].concat())).unwrap();
        assert_eq!((&manifest["lang"], &manifest["start_url"]), (&messages.lang().into(), &"./".into()));
        let icon = manifest["icons"][0]["src"].as_str().unwrap();
        assert_eq!(icon, if up.is_empty() { "./icon-192.png".to_owned() } else { format!("{up}icon-192.png") });
        let missing = site.text(&[folder, "404.html"].concat());
        assert!(missing.contains(&format!("<html lang=\"{}\"", messages.lang())));
        for words in LANGUAGES {
            assert!(missing.contains(words.plain_pages.not_found), "{missing}");
            let is_marked = missing.contains(&format!("<p class=\"boot-notice\" lang=\"{}\">", words.lang()));
            assert_eq!(is_marked, words.lang() != messages.lang());
        }
        let worker = site.text("sw.js");
        for page in ["offline/", "saved/", "data/site.json", "manifest.webmanifest"] {
            assert!(worker.contains(&format!("\"{folder}{page}\"")), "{folder}{page}");
        }
    }
    assert!(
        !site.text("article/beijing-etdz-1984-1/index.html").contains("rel=\"alternate\" hreflang"),
        "it is not translated"
    );
}

#[test]
fn a_translated_page_has_no_chinese_that_is_not_marked() {
    for site in [Site::own(), with_english()] {
        let (mut found, mut checked) = (Vec::new(), 0);
        for file in site.files().iter().filter(|file| file.ends_with(".html") && translated(file).is_some()) {
            let page = site.text(file);
            let (_, body) = page.split_once("<html ").unwrap();
            assert!(body.starts_with("lang=\"en\""), "{file}");
            found.extend(unmarked_chinese(&page).into_iter().map(|text| format!("{file}: {text}")));
            for data in page.split("application/ld+json\">").skip(1).filter_map(|rest| rest.split("</script>").next()) {
                let mut data: Value = serde_json::from_str(data).unwrap();
                // The outlet that published an article has its own name.
                data.as_object_mut().unwrap().remove("author");
                found.extend(
                    Some(data.to_string()).filter(|text| text.contains(is_han)).map(|text| format!("{file}: {text}")),
                );
            }
            checked += 1;
        }
        assert!(checked > 20, "{checked}");
        found.sort();
        assert!(
            found.is_empty(),
            "{} texts: {:#?}",
            found.len(),
            found.iter().step_by(1 + found.len() / 60).collect::<Vec<_>>()
        );
    }
}

#[test]
fn a_page_loads_the_words_of_its_language_early() {
    let site = with_english();
    for (page, own, other) in [("zones/index.html", "zh-CN", "en"), ("en/zones/index.html", "en", "zh-CN")] {
        let up = "../".repeat(page.matches('/').count());
        let text = site.text(page);
        assert!(text.contains(&format!("<link rel=\"modulepreload\" href=\"{up}words-{own}.js\">")), "{page}");
        assert!(!text.contains(&format!("href=\"{up}words-{other}.js\"")), "{page}");
    }
    assert!(!site.text("en/search/index.html").contains("modulepreload"), "the page has no app");
}
