//! Renders the body of a page natively, with the functions that the browser runs. The publisher adds head and data.

use std::sync::Arc;

use investchn_markup::{Markup, set_texts, view};
use investchn_messages::TEXT;
use investchn_model::route::Route;
use investchn_model::{Block, Correction, View};
use leptos::prelude::{Owner, RwSignal};

use crate::app_state::AppState;
use crate::views::app::app;
use crate::views::components::{body as article_body, footer, header};
use crate::views::pages::article::corrections;
use investchn_navigation::edition_switch::links_to_path;
use investchn_navigation::page_state::PageState;
use investchn_navigation::site_context::SiteContext;

/// Renders the content of `#app` on the published page of a view, with addresses relative to the page's depth.
pub fn body(portal: &SiteContext, view: View) -> String {
    let route = Route::of(&view);
    let portal = portal.relative_from(&route.below());
    render(&portal.clone(), || {
        let state = AppState::new(Some(route), PageState::Ready(Arc::new(view)));
        app(Arc::new(portal), state)
    })
}

/// Renders the content of `#app` on a page that has no app, at a path below the edition's folder: the portal's header and footer around
/// `main`.
pub fn without_app(portal: &SiteContext, below: &str, main: impl Fn(&SiteContext) -> Markup) -> String {
    let portal = portal.relative_from(below);
    render(&portal, || {
        let editions = links_to_path(&portal, below);
        let (head, foot) = (header(&portal, RwSignal::default(), move || Some(editions.clone())), footer(&portal));
        view! {
            <a class="skip-link" href="#main">{TEXT.frame.skip_link}</a>
            {head}
            <main id="main" tabindex="-1">{main(&portal)}</main>
            {foot}
        }
    })
}

/// The attributes that the text of an article keeps in a feed: what it says and where it leads, not how the portal shows it.
const FEED_ATTRIBUTES: [&str; 8] = ["alt", "datetime", "height", "href", "scope", "src", "start", "width"];

/// Renders the body of an article and its corrections for feeds. `portal` has absolute addresses, so every link and picture has one.
pub fn feed_text(portal: &SiteContext, blocks: &[Block], corrected: &[Correction]) -> String {
    set_texts(portal.words.texts());
    let owner = Owner::new();
    let html = owner.with(|| {
        let parts = article_body(portal, blocks).into_iter().chain(corrections(portal, corrected));
        parts.map(|part| part.into_html_with(&FEED_ATTRIBUTES)).collect()
    });
    owner.cleanup();
    html
}

fn render(portal: &SiteContext, markup: impl FnOnce() -> Markup) -> String {
    set_texts(portal.words.texts());
    let owner = Owner::new();
    let html = owner.with(|| markup().into_html());
    owner.cleanup();
    html
}
