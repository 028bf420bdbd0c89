//! The app has references in place of messages. With the texts of a language they give the same pages, titles and descriptions as the
//! messages themselves, with which the publisher writes the pages.

use std::sync::Arc;

use investchn::app_state::AppState;
use investchn_markup::set_texts;
use investchn_messages::{AppMessages, TEXT, ZH};
use investchn_model::View;
use investchn_model::route::{Base, Route};
use investchn_navigation::page_meta;
use investchn_navigation::site_context::SiteContext;
use leptos::prelude::Owner;

use crate::published::Site;

/// Returns everything that is worded about a view.
fn worded(portal: &SiteContext, view: &View) -> [String; 4] {
    [
        Owner::new()
            .with(|| investchn::views::pages::page(portal, AppState::new(None, Default::default()), view).into_html()),
        page_meta::title(view, portal),
        page_meta::description(view, portal),
        format!("{:?} {:?}", page_meta::breadcrumbs(view, portal.words), page_meta::menu(portal.words)),
    ]
}

#[test]
fn views_are_the_same_with_references_to_messages() {
    let texts = AppMessages::read(ZH.app.lines()).unwrap();
    set_texts(texts.to_vec());
    let site = Site::own();
    let facts = site.page_data(&Route::Home).site;
    let base = Base::at("/");
    let native = SiteContext { site: Arc::new(facts), root: base.clone(), base, words: &ZH.app };
    let app = SiteContext { words: &TEXT, ..native.clone() };
    let files = site.view_files();
    assert!(files.len() > 2000, "{}", files.len());
    // One in seven, of every kind of view: rendering all of them takes a minute.
    for file in files.iter().step_by(7) {
        let envelope: investchn_model::Envelope = serde_json::from_str(&site.text(file)).unwrap();
        assert_eq!(worded(&native, &envelope.view), worded(&app, &envelope.view), "{file}");
    }
}
