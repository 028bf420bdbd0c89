//! The saved pages (公文包): the zones and regions that the reader stored on this device, as the worker reports them.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::route::Route;

use crate::app_state::AppState;
use crate::views::components::kept_list;
use investchn_navigation::site_context::SiteContext;

/// Renders an explanation of saving, and the saved pages.
pub(crate) fn saved_page(portal: &SiteContext, state: AppState) -> Markup {
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{TEXT.names.saved}</h1>
            <p>
                {TEXT.saved.lead_before}
                <a href=portal.href(&Route::Register)>{TEXT.names.register}</a>{TEXT.saved.lead_after}
            </p>
        </header>
        {kept_list(portal, state)}
    }
}
