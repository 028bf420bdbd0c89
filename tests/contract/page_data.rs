//! The pages without the data of their view: nothing in them needs it, and the search reads their text.

use std::path::Path;
use std::sync::Arc;

use investchn::app_state::AppState;
use investchn_model::route::Route;
use investchn_model::{Article, Block, View};
use investchn_navigation::page_state::{PageState, PublishedPage};
use leptos::prelude::Owner;

use crate::published::{Site, portal, rendered};

/// Counts the closures and listeners of a page that is shown in a state.
fn live_slots(site: &Site, path: &str, state: PageState) -> usize {
    let route = Route::parse(path);
    let portal = portal(&site.page_data(&Route::Home).site, "");
    Owner::new().with(|| investchn::views::app::app(Arc::new(portal), AppState::new(route, state)).live_slots())
}

#[test]
fn what_changes_in_a_page_without_data_is_hydrated() {
    let site = Site::own();
    let with_data = |path: &str| live_slots(site, path, PageState::Ready(Arc::new(site.view(path))));
    let without = |path: &str| live_slots(site, path, PageState::Published(Arc::new(PublishedPage::default())));
    for path in [
        "/",
        "/news/",
        "/news/photo/",
        "/news/2/",
        "/region/320000/",
        "/region/320800/",
        "/zone/huaian-htz/",
        "/zone/huaian-htz/text/",
        "/article/huaian-htz-20220214-1/",
    ] {
        assert!(site.page_data(&Route::parse(path).unwrap()).view.is_none(), "{path}");
        assert_eq!(with_data(path), without(path), "{path}");
    }
    assert!(with_data("/zone/huaian-htz/") > with_data("/news/"), "a zone has the button that saves it");
    for path in ["/zones/", "/saved/", "/offline/"] {
        assert!(site.page_data(&Route::parse(path).unwrap()).view.is_some(), "{path}");
        assert!(with_data(path) > without(path), "{path}");
    }
}

/// The search reads the text of a stored article from its page (`web/test/stored-articles.test.js`). Run with `BLESS=1` to write the
/// fixture.
#[test]
fn the_body_of_a_page_is_that_of_the_fixture() {
    let site = Site::own();
    let path = "/article/huaian-htz-20220214-1/";
    let View::Article(article) = site.view(path) else { panic!("{path}") };
    let body: Vec<Block> = serde_json::from_str(include_str!("../../crates/indexing/tests/body.json")).unwrap();
    let view = View::Article(Article { body, ..article });
    let html = rendered(&site.page_data(&Route::Home).site, "", &view);
    let start = html.find("<div class=\"article-body\">").unwrap();
    let end = html.find("</article>").unwrap() + "</article>".len();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/indexing/tests/body.html");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, &html[start..end]).unwrap();
    }
    assert_eq!(html[start..end], std::fs::read_to_string(&file).unwrap());
}
