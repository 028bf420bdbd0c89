//! The layout of every page: skip link, header, main part, footer, and the live regions. `pages` renders the main part.

use std::sync::Arc;

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use leptos::prelude::{Get, With};

use crate::app_state::AppState;
use crate::views::components::{footer, header};
use crate::views::pages;
use investchn_navigation::edition_switch::edition_links;
use investchn_navigation::site_context::SiteContext;

/// Renders the whole page.
pub fn app(portal: Arc<SiteContext>, state: AppState) -> Markup {
    let of_page = portal.clone();
    let head = header(&portal, state.page, move || state.page.with(|page| edition_links(&of_page, page)));
    let foot = footer(&portal);
    let main = move || state.page.with(|page| pages::main_part(&portal, state, page));
    let busy = move || (state.waiting.get() || state.page.with(|page| page.state.is_waiting())).then_some("true");
    view! {
        <a class="skip-link" href="#main">{TEXT.frame.skip_link}</a>
        {head}
        <main id="main" tabindex="-1" aria-busy=busy>{main}</main>
        {foot}
        <div class="waiting" role="status">{move || state.waiting.get().then(waiting)}</div>
        <p class="visually-hidden" role="status" aria-live="polite">{move || state.announcement.get()}</p>
        <div class="below" role="status">{move || state.outdated.get().then(outdated)}</div>
    }
}

/// Renders the notice that the next page is loading. The current page stays until the next one has loaded.
fn waiting() -> Markup {
    view! { <p data-state="loading">{TEXT.frame.loading}</p> }
}

/// Renders the notice that the portal has a new version. The reader can read on.
fn outdated() -> Markup {
    view! {
        <p class="outdated">
            {TEXT.frame.outdated_before}
            <a href="" target="_self">{TEXT.frame.outdated_link}</a>
            {TEXT.frame.outdated_after}
        </p>
    }
}
