//! The pages about what this device holds: the offline page and the briefcase. What is held is told by the worker; without it
//! they only say what they are for.

use investchn_messages::ZH;
use investchn_model::DevicePage;

use crate::components::{kept_list, read_list};
use crate::markup::{Markup, view};
use crate::portal::Portal;
use investchn_model::route::Route;

/// One of them.
pub(crate) fn device_page(portal: &Portal, page: DevicePage) -> Markup {
    match page {
        DevicePage::Offline => offline(portal),
        DevicePage::Saved => saved(portal),
    }
}

fn offline(portal: &Portal) -> Markup {
    view! {
        <div class="notice">
            <h1 tabindex="-1">{ZH.names.offline}</h1>
            <p>{ZH.saved.offline_lead}</p>
            <p class="notice-actions">
                <a class="button" href=portal.href(&Route::Home)>{ZH.actions.home}</a>
                <a class="button button-quiet" href=portal.href(&Route::Device(DevicePage::Saved))>{ZH.actions.saved_pages}</a>
            </p>
        </div>
        {read_list(portal)}
    }
}

fn saved(portal: &Portal) -> Markup {
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{ZH.names.saved}</h1>
            <p>
                {ZH.saved.lead_before}
                <a href=portal.href(&Route::Register)>{ZH.names.register}</a>{ZH.saved.lead_after}
            </p>
        </header>
        {kept_list(portal)}
    }
}
