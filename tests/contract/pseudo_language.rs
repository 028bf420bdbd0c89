//! A language is its messages alone: a language that only a test has is published like any other, and shows which words of the portal
//! are no messages.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use investchn::app_state::AppState;
use investchn_messages::languages;
use investchn_model::route::{Base, Route};
use investchn_model::{OfflineStatus, StoredPage};
use investchn_navigation::page_state::{LoadError, PageState};
use investchn_navigation::register_index::RowsState;
use investchn_navigation::site_context::SiteContext;
use leptos::prelude::{Owner, Set};
use serde_json::Value;

use crate::markup::unmarked_chinese;
use crate::pseudo_messages::{FOLDER, add, prepare};
use crate::published::{Site, copy, fixture};
use crate::words_outside_messages::Data;

/// A portal with an edition in the pseudo-language, published once.
fn published() -> &'static Site {
    static PUBLISHED: OnceLock<Site> = OnceLock::new();
    PUBLISHED.get_or_init(|| {
        add();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pseudo-language");
        std::fs::remove_dir_all(&folder).ok();
        let content = folder.join("content");
        copy(&fixture(), &content);
        prepare(&content);
        Site::publish_into(&folder, &content)
    })
}

fn json(site: &Site, file: &str) -> Value {
    serde_json::from_str(&site.text(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The texts in all data of the edition, for files without data of their own, and the name of a standard.
fn data(site: &Site, files: &[String]) -> Data {
    let mut data = Data::default();
    data.add(&"JSON Schema".into());
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
    let is_worded = |name: &str| ["title", "desc", "text", "tspan"].contains(&name);
    let worded = document.descendants().filter(|node| is_worded(node.tag_name().name()));
    worded.filter_map(|node| node.text()).map(str::to_owned).collect()
}

#[test]
fn a_language_is_published_once_it_has_messages() {
    let site = published();
    let files: BTreeSet<String> = site.files().into_iter().collect();
    for file in ["index.html", "zones/index.html", "search/index.html", "404.html", "manifest.webmanifest", "feed.xml"]
    {
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
    let site = published();
    let files: Vec<String> = site.files().into_iter().filter(|file| file.starts_with(FOLDER)).collect();
    let (mut data, mut found, mut checked) = (data(site, &files), Vec::new(), BTreeSet::new());
    for file in &files {
        let text = || site.text(file);
        let words = if file.ends_with(".html") {
            let page = text();
            let mut of_page = Data::default();
            if file == "qps/404.html" {
                // It says it in the words of every edition.
                for words in languages() {
                    data.add(&words.plain_pages.not_found.into());
                    data.add(&words.app.actions.home.into());
                }
            }
            // A page of the app shows the data of one view, and the facts of the portal; others show data of several views.
            let of_page = if add_page(&mut of_page, site, &page) { &of_page } else { &data };
            let chinese = unmarked_chinese(&page).into_iter().map(|text| format!("not marked as Chinese: {text}"));
            of_page.words_outside(&page).into_iter().chain(chinese).collect()
        } else if file.ends_with(".xml") && !file.contains("sitemap") {
            texts_of_feed(&text()).iter().filter_map(|text| data.rest_of(text)).collect()
        } else if file.ends_with(".svg") {
            texts_of_picture(&text()).iter().filter_map(|text| data.rest_of(text)).collect()
        } else if file.starts_with("qps/oembed/") || file.ends_with("feed.json") || file.ends_with(".webmanifest") {
            data.words_outside_json(&json(site, file))
        } else {
            continue;
        };
        found.extend(words.into_iter().map(|words| format!("{file}: {words}")));
        checked.insert(file.as_str());
    }
    for kind in
        ["embed/zone/", "embed/index.html", "search/", "404.html", "oembed/", "data/charts/", "article/", "region/"]
    {
        assert!(checked.iter().any(|file| file[FOLDER.len()..].starts_with(kind)), "{kind} is not checked");
    }
    assert!(found.is_empty(), "{} words are no messages:\n{}", found.len(), found.join("\n"));
}

/// Adds the data block of a page and the data of its view. Returns false if it is no page of the app.
fn add_page(data: &mut Data, site: &Site, page: &str) -> bool {
    let Some(block) = data.add_block(page) else { return false };
    let route = Route::parse(block["route"].as_str().unwrap()).unwrap();
    data.add(&json(site, &[FOLDER, &route.data_path()].concat()));
    true
}

/// The views that only the app shows: while it loads, after a failure, with saved pages, and once there is a newer release.
#[test]
fn every_word_of_the_apps_states_is_a_message() {
    let site = published();
    let words = languages().find(|words| words.folder == FOLDER).unwrap();
    let data_of_home = site.page_data_in(FOLDER, &Route::Home);
    let mut data = Data::default();
    for page in ["", "zones/", "zone/huaian-htz/"] {
        assert!(add_page(&mut data, site, &site.text(&format!("{FOLDER}{page}index.html"))), "{page}");
    }
    data.add(&"A saved page".into());
    let root = Base::at("/");
    let base = Base::at(&root.join(FOLDER));
    let portal = SiteContext { site: data_of_home.site.into(), base, root, words: &words.app };
    let ready = |path: &str| {
        let route = Route::parse(path).unwrap();
        let view = site.view_in(FOLDER, &route);
        (Some(route), PageState::Ready(view.into()))
    };
    let errors = [
        LoadError::NotFound,
        LoadError::Offline,
        LoadError::Unreachable,
        LoadError::Status(503),
        LoadError::WrongShape,
        LoadError::NewerSchema(9),
    ];
    let errors = errors.into_iter().map(|error| (Route::parse("/zones/"), PageState::Failed(error)));
    let others = [(None, PageState::Loading), (None, PageState::NotFound(None)), ready("/saved/"), ready("/zones/")];
    investchn_markup::set_texts(words.app.texts());
    for (route, page) in errors.chain(others).chain([ready("/offline/"), ready("/zone/huaian-htz/")]) {
        let name = format!("{route:?} {page:?}").chars().take(200).collect::<String>();
        for said in ["done\nA saved page\n12", "dropped", "emptied", "no_space", "no_network", "busy"] {
            let html = Owner::new().with(|| {
                let state = AppState::new(route.clone(), page.clone());
                state.waiting.set(true);
                state.outdated.set(true);
                state.register_rows.set(RowsState::Failed);
                let stored = |note: &str| StoredPage {
                    path: "/zone/huaian-htz/".to_owned(),
                    name: "A saved page".to_owned(),
                    note: note.to_owned(),
                };
                state.offline_status.set(Some(OfflineStatus {
                    read: vec![stored("")],
                    kept: vec![stored("note\n3\n12 KB\n2022-02-14"), stored("incomplete\n8 KB")],
                    said: said.to_owned(),
                    busy: false,
                }));
                investchn::views::app::app(portal.clone().into(), state).into_html()
            });
            assert!(html.contains("⟦"), "{html}");
            assert_eq!(data.words_outside(&html), [""; 0], "{name}, {said}");
        }
    }
}
