//! The saved pages (公文包): the zones and regions that the reader stored on this device, as the worker reports them.

use investchn_markup::{Markup, view};
use investchn_model::route::Route;

use crate::views::components::kept_list;
use investchn_navigation::site_context::SiteContext;

/// Renders an explanation of saving, and the saved pages.
pub(crate) fn saved_page(portal: &SiteContext) -> Markup {
    let words = portal.words;
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{words.names.saved}</h1>
            <p>
                {words.saved.lead_before}
                <a href=portal.href(&Route::Register)>{words.names.register}</a>{words.saved.lead_after}
            </p>
        </header>
        {kept_list(portal)}
    }
}
