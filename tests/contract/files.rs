//! The app's own types read every published file, and every file is at the path where the app looks for it.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use investchn_artifacts::Class;
use investchn_model::json::FromJson;
use investchn_model::published::{EDITION_FOLDERS, edition_of};
use investchn_model::route::{ENTRY_PATH, REGISTER_ROWS_PATH, Route};
use investchn_model::{Entry, Envelope, PartialDate, RegisterRows, SCHEMA, View};
use investchn_publish::build;
use sha2::{Digest, Sha256};

use crate::parsed::Parsed;
use crate::published::{Site, copy, default_content, fixture, options, page_file};

fn every_data_file_and_page_agree(site: &Site) {
    let files = site.files();
    let mut routes = BTreeSet::new();
    for file in &site.view_files() {
        let envelope: Envelope =
            serde_json::from_str(&site.text(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let parsed = Parsed(serde_json::from_str(&site.text(file)).unwrap());
        assert_eq!(Envelope::<View>::from_json(&parsed).as_ref(), Some(&envelope), "{file}, field by field");
        let route = Route::of(&envelope.view);
        assert_eq!(envelope.schema, SCHEMA);
        let (folder, below) = edition_of(file);
        assert_eq!(route.data_path(), below);
        let page = site.page_data_in(folder, &route);
        assert_eq!(Route::parse(&page.route), Some(route.clone()));
        // The register and the pages about this device change while they are shown.
        let is_live = matches!(envelope.view, View::Register(_) | View::OfflinePage(_));
        assert_eq!(page.view.as_ref(), is_live.then_some(&envelope.view), "{file} and its page");
        let (name, article) = match &envelope.view {
            View::Article(article) => (None, Some(article.facts())),
            View::List(list) => (list.subject.place_name().map(str::to_owned), None),
            _ => (None, None),
        };
        assert_eq!((page.name, page.article), (name, article), "{file} and its page");
        routes.insert([folder, &page_file(&route)].concat());
    }
    let pages: BTreeSet<String> = site.pages().into_iter().collect();
    assert_eq!(pages, routes, "a page for every data file, and no other");
    assert_eq!(site.summary.pages, routes.len());
    assert!(files.contains(&"404.html".to_owned()) && files.contains(&"app.html".to_owned()));
    let editions: Vec<&str> =
        EDITION_FOLDERS.into_iter().filter(|folder| files.contains(&[folder, ENTRY_PATH].concat())).collect();
    for folder in &editions {
        let text = |name: &str| site.text(&[folder, name].concat());
        let rows: RegisterRows = serde_json::from_str(&text(REGISTER_ROWS_PATH)).unwrap();
        let parsed = Parsed(serde_json::from_str(&text(REGISTER_ROWS_PATH)).unwrap());
        assert_eq!(RegisterRows::from_json(&parsed), Some(rows));
        let entry: Entry = serde_json::from_str(&text(ENTRY_PATH)).unwrap();
        let parsed = Parsed(serde_json::from_str(&text(ENTRY_PATH)).unwrap());
        assert_eq!(Entry::from_json(&parsed).as_ref(), Some(&entry));
        let name = if folder.is_empty() { "投促中国" } else { "InvestCHN" };
        assert_eq!((entry.schema, entry.site.name.as_str()), (SCHEMA, name));
        let listed: Vec<&str> = entry.site.editions.iter().map(|edition| edition.folder.as_str()).collect();
        assert_eq!(listed, if editions.len() > 1 { editions.clone() } else { Vec::new() });
        for file in entry.files {
            assert!(files.contains(&file), "{file} of the entry");
        }
    }
}

#[test]
fn the_app_reads_back_every_file_of_the_fixture() {
    every_data_file_and_page_agree(&Site::publish(&fixture()));
}

#[test]
fn the_app_reads_back_every_file_of_the_default_content() {
    every_data_file_and_page_agree(Site::own());
}

#[test]
fn every_page_links_its_files_relative_to_its_depth() {
    let site = Site::publish(&fixture());
    for file in &site.pages() {
        let up = "../".repeat(file.matches('/').count());
        let up = if up.is_empty() { "./" } else { &up };
        let page = site.text(file);
        assert!(page.contains(&format!("href=\"{up}portal-0.css\"")), "{file}");
        assert!(page.contains(&format!("src=\"{up}start.js\"")), "{file}");
    }
}

#[test]
fn repeated_build_gives_the_same_bytes_and_writes_nothing() {
    let (first, second) = (Site::own(), Site::publish(&default_content()));
    assert_eq!(first.files(), second.files());
    for file in first.files() {
        assert_eq!(
            std::fs::read(first.path().join(&file)).unwrap(),
            std::fs::read(second.path().join(&file)).unwrap(),
            "{file}"
        );
    }
    let again = build(&options(&default_content(), &second.path())).unwrap().written;
    assert_eq!((again.written, again.removed), (0, 0));
}

#[test]
fn earlier_output_serves_as_the_app_of_the_next_build() {
    let site = Site::publish(&fixture());
    let before = site.files();
    let mut options = options(&fixture(), &site.path());
    options.app = site.path();
    let again = build(&options).unwrap().written;
    assert_eq!((again.written, again.removed), (0, 0));
    assert_eq!(site.files(), before);
}

#[test]
fn failed_build_leaves_the_earlier_output_untouched() {
    let site = Site::publish(&fixture());
    let before: Vec<(String, Vec<u8>)> =
        site.files().into_iter().map(|file| (file.clone(), std::fs::read(site.path().join(file)).unwrap())).collect();
    let missing = tempfile::tempdir().unwrap();
    assert!(build(&options(missing.path(), &site.path())).is_err());
    for (file, bytes) in before {
        assert_eq!(std::fs::read(site.path().join(&file)).unwrap(), bytes, "{file}");
    }
}

#[test]
fn drafts_are_published_only_with_the_option() {
    let draft = "article/huaian-htz-20170501-1/index.html".to_owned();
    let site = Site::publish(&fixture());
    assert!(!site.files().contains(&draft));
    let with_drafts = tempfile::tempdir().unwrap();
    build(&investchn_publish::BuildOptions { drafts: true, ..options(&fixture(), with_drafts.path()) }).unwrap();
    assert!(with_drafts.path().join(draft).exists());
}

#[test]
fn attachments_are_published_with_the_article_and_linked_relative_to_its_page() {
    let site = Site::publish(&fixture());
    let is_document = |file: &&String| Class::of(file) == Class::Media && file.ends_with(".pdf");
    let document = site.files().iter().find(is_document).cloned().unwrap();
    let source = fixture().join("articles/huaian-htz/brochure.pdf");
    assert_eq!(std::fs::read(site.path().join(&document)).unwrap(), std::fs::read(source).unwrap());
    let link = format!(" href=\"../../{document}\"");
    assert!(site.text("article/huaian-htz-20220214-1/index.html").contains(&link), "{link}");
    let feed = site.text("zone/huaian-htz/feed.xml");
    assert!(feed.contains(&["https://www.investchn.com/", &document].concat()), "links in feeds are absolute: {feed}");
    assert_eq!(Route::parse(&["/", &document].concat()), None, "the app leaves the click to the browser");
}

#[test]
fn documents_and_pictures_of_drafts_are_not_published() {
    let content = tempfile::tempdir().unwrap();
    copy(&fixture(), content.path());
    let article = content.path().join("articles/huaian-htz/2022-02-14-1.md");
    let text = std::fs::read_to_string(&article).unwrap();
    std::fs::write(article, text.replacen("zone =", "draft = true\nzone =", 1)).unwrap();
    let files = |drafts| -> Vec<String> {
        let out = tempfile::tempdir().unwrap();
        let out = out.path().join("dist");
        build(&investchn_publish::BuildOptions { drafts, ..options(content.path(), &out) }).unwrap();
        let media = std::fs::read_dir(out.join("media")).unwrap();
        media.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
    };
    let has_document = |files: Vec<String>| files.iter().any(|file| file.ends_with(".pdf"));
    assert!(has_document(files(true)) && !has_document(files(false)));
}

#[test]
fn neighbours_follow_the_order_of_the_zones_list_unless_pinned() {
    let site = Site::publish(&fixture());
    let neighbours = |id: &str| match site.view(&format!("/article/{id}/")) {
        View::Article(article) => {
            let title = |neighbour: Option<investchn_model::Neighbour>| neighbour.map(|it| (it.title, it.id.is_some()));
            (title(article.previous), title(article.next))
        }
        other => panic!("{other:?}"),
    };
    let held = |title: &str| Some((title.to_owned(), true));
    // The second article of a day counts as later than the first.
    assert_eq!(neighbours("huaian-htz-20220214-2"), (None, held("示例一：各种段落")));
    assert_eq!(neighbours("huaian-htz-20220214-1"), (Some(("示例：仅存标题".to_owned(), false)), held("示例三：视频")));
    assert_eq!(neighbours("huaian-htz-202106-1"), (held("示例一：各种段落"), held("示例四")));
    assert_eq!(neighbours("huaian-htz-2020-1"), (held("示例三：视频"), held("示例八")));
    assert_eq!(neighbours("huaian-htz-20180501-1"), (held("示例五"), None));
}

#[test]
fn list_pages_are_counted_from_the_oldest_and_link_to_each_other() {
    let site = Site::publish(&fixture());
    let list = |path: &str| match site.view(path) {
        View::List(list) => list,
        other => panic!("{other:?}"),
    };
    let dates = |path: &str| list(path).items.iter().map(|item| item.published).collect::<Vec<PartialDate>>();
    let parsed = |dates: &[&str]| dates.iter().map(|date| date.parse().unwrap()).collect::<Vec<PartialDate>>();
    // Six articles at two a page: two full pages, and the two newest articles on the first page.
    assert_eq!(dates("/zone/huaian-htz/"), parsed(&["2022-02-14", "2022-02-14"]));
    assert_eq!(dates("/zone/huaian-htz/2/"), parsed(&["2021-06", "2020"]));
    assert_eq!(dates("/zone/huaian-htz/1/"), parsed(&["2019-05-01", "2018-05-01"]));
    assert_eq!(
        Route::older(&list("/zone/huaian-htz/")).map(|route| route.path()),
        Some("/zone/huaian-htz/2/".to_owned())
    );
    assert_eq!(
        Route::newer(&list("/zone/huaian-htz/2/")).map(|route| route.path()),
        Some("/zone/huaian-htz/".to_owned())
    );
    assert_eq!(
        Route::newer(&list("/zone/huaian-htz/1/")).map(|route| route.path()),
        Some("/zone/huaian-htz/2/".to_owned())
    );
    assert_eq!(dates("/zone/huaian-htz/photo/"), parsed(&["2022-02-14"]));
    assert_eq!(dates("/zone/suzhougongyeyuan-etdz/"), parsed(&[]));
}

#[test]
fn pages_carry_their_text_unless_the_settings_say_otherwise() {
    let article = "article/huaian-htz-20220214-1/index.html";
    let page = Site::publish(&fixture()).text(article);
    let (text, _) = page.split_once("id=\"page-data\"").unwrap();
    assert!(text.contains("示例第一段") && text.contains("与我们联系"), "{text}");
    let content = tempfile::tempdir().unwrap();
    copy(&fixture(), content.path());
    let settings = content.path().join("site.toml");
    let without =
        std::fs::read_to_string(&settings).unwrap().replace("since = 2015", "since = 2015\nprerender = \"none\"");
    std::fs::write(&settings, without).unwrap();
    let bare = Site::publish(content.path()).text(article);
    let (text, data) = bare.split_once("id=\"page-data\"").unwrap();
    assert!(!text.contains("示例第一段") && data.contains("示例第一段"), "{bare}");
}

/// The app's parser refuses a file exactly if serde does, whichever part of the file has the wrong shape.
#[test]
fn files_with_any_malformed_part_are_refused() {
    let site = Site::publish(&fixture());
    for file in ["data/article/huaian-htz-20220214-1.json", "data/zone/huaian-htz/latest.json", "data/zones.json"] {
        let whole: serde_json::Value = serde_json::from_str(&site.text(file)).unwrap();
        let mut tried = 0;
        for path in paths(&whole) {
            let mut other = whole.clone();
            *other.pointer_mut(&path).unwrap() = serde_json::json!({ "unknown": 1.5 });
            let by_serde = serde_json::from_value::<Envelope>(other.clone()).is_ok();
            assert_eq!(Envelope::<View>::from_json(&Parsed(other)).is_some(), by_serde, "{file} {path}");
            tried += 1;
        }
        assert!(tried > 20, "{file}");
    }
}

/// Lists the JSON pointers of all values inside a value.
fn paths(value: &serde_json::Value) -> Vec<String> {
    let inner: Vec<(String, &serde_json::Value)> = match value {
        serde_json::Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        serde_json::Value::Array(items) => {
            items.iter().enumerate().map(|(place, it)| (place.to_string(), it)).collect()
        }
        _ => Vec::new(),
    };
    let below = |(name, value): (String, &serde_json::Value)| {
        let own = format!("/{name}");
        let further: Vec<String> = paths(value).iter().map(|path| [&own, path.as_str()].concat()).collect();
        std::iter::once(own).chain(further)
    };
    inner.into_iter().flat_map(below).collect()
}

/// Some hosts cannot set headers, so every page has the policy in a `<meta>`, before anything that the policy could refuse.
#[test]
fn every_page_has_the_policy() {
    let site = Site::publish(&fixture());
    let headers = site.text("_headers");
    let mut policies = BTreeSet::new();
    for file in site.files().iter().filter(|file| file.ends_with(".html") && *file != "app.html") {
        let page = site.text(file);
        let (before, policy) = page.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
        assert!(!before.contains("<script") && !before.contains("<link"), "{file}: {before}");
        let policy = policy.split('"').next().unwrap();
        // The page and the host allow the style of the page, and the page no other.
        for style in page.split("<style>").skip(1).map(|rest| rest.split("</style>").next().unwrap()) {
            let allowed = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(style)));
            assert!(policy.contains(&format!("style-src 'self' {allowed};")) && headers.contains(&allowed), "{file}");
        }
        policies.insert(policy.to_owned());
    }
    // Without a style, with each of five, and that of 404.html, which allows all and that page's script.
    assert_eq!(policies.len(), 7, "{policies:?}");
    assert!(policies.iter().any(|policy| headers.contains(policy.as_str())), "the header's is one of them: {headers}");
}
