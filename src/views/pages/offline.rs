//! The offline page: the fallback for a page that is not stored. The worker reports which pages can be read; without a worker the
//! page has no list.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::route::Route;

use crate::app_state::AppState;
use crate::views::components::read_list;
use investchn_navigation::site_context::SiteContext;

/// Renders what happened, and the pages that can be read now.
pub(crate) fn offline_page(portal: &SiteContext, state: AppState) -> Markup {
    view! {
        <div class="notice">
            <h1 tabindex="-1">{TEXT.names.offline}</h1>
            <p>{TEXT.saved.offline_lead}</p>
            <p class="notice-actions">
                <a class="button" href=portal.href(&Route::Home)>{TEXT.actions.home}</a>
                <a class="button button-quiet" href=portal.href(&Route::Saved)>{TEXT.actions.saved_pages}</a>
            </p>
        </div>
        {read_list(portal, state)}
    }
}
