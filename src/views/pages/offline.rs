//! The offline page: the fallback for a page that is not stored. The worker reports which pages can be read; without a worker the
//! page has no list.

use investchn_markup::{Markup, view};
use investchn_model::route::Route;

use crate::views::components::read_list;
use investchn_navigation::site_context::SiteContext;

/// Renders what happened, and the pages that can be read now.
pub(crate) fn offline_page(portal: &SiteContext) -> Markup {
    let words = portal.words;
    view! {
        <div class="notice">
            <h1 tabindex="-1">{words.names.offline}</h1>
            <p>{words.saved.offline_lead}</p>
            <p class="notice-actions">
                <a class="button" href=portal.href(&Route::Home)>{words.actions.home}</a>
                <a class="button button-quiet" href=portal.href(&Route::Saved)>{words.actions.saved_pages}</a>
            </p>
        </div>
        {read_list(portal)}
    }
}
