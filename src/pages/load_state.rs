//! The views of a load that has not come: slow, not found, offline, failed, wrong shape, newer schema.

use investchn_messages::ZH;
use investchn_model::Register;

use crate::components::{read_list, register_filter};
use crate::load::LoadError;
use crate::markup::{Markup, view};
use crate::portal::Portal;
use investchn_model::route::Route;

/// A notice that something is on its way, with the lines of a page to come.
pub(crate) fn loading() -> Markup {
    view! {
        <div class="notice loading" data-state="loading">
            <p role="status">{ZH.frame.loading}</p>
            <div class="skeleton" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
        </div>
    }
}

/// There is no such page: the way home, and the register to find a zone by.
pub(crate) fn not_found(portal: &Portal, register: Option<&Register>) -> Markup {
    view! {
        <div class="notice" data-state="not-found">
            <h1 tabindex="-1">{ZH.names.not_found}</h1>
            <p>{ZH.failures.not_found_advice}</p>
            <p class="notice-actions">
                <a class="button" href=portal.href(&Route::Home)>{ZH.actions.home}</a>
                <a class="button button-quiet" href=portal.href(&Route::News(None, None))>{ZH.actions.all_news}</a>
            </p>
        </div>
        {register.map(|register| register_filter(portal, register, true))}
    }
}

/// What happened, as the failed view's heading says it.
pub(crate) fn heading(error: &LoadError) -> &'static str {
    match error {
        LoadError::Offline => ZH.names.offline,
        LoadError::NotFound | LoadError::Unreachable | LoadError::Status(_) => ZH.failures.unreachable,
        LoadError::WrongShape => ZH.failures.wrong_shape,
        LoadError::NewerSchema(_) => ZH.failures.newer_schema,
    }
}

/// It did not come: what happened, in a reader's words, and what can be done.
pub(crate) fn failed(portal: &Portal, error: &LoadError, here: Option<&Route>) -> Markup {
    let (state, text) = match error {
        LoadError::Offline => ("offline", ZH.failures.offline_advice),
        LoadError::NotFound | LoadError::Unreachable | LoadError::Status(_) => {
            ("failed", ZH.failures.unreachable_advice)
        }
        LoadError::WrongShape => ("wrong-shape", ZH.failures.wrong_shape_advice),
        LoadError::NewerSchema(_) => ("newer-schema", ZH.failures.newer_schema_advice),
    };
    let here = here.map_or_else(|| portal.href(&Route::Home), |route| portal.href(route));
    let action = match error {
        // A link with a target is the browser's own: the page is loaded anew, and the new app with it.
        LoadError::NewerSchema(_) => view! { <a class="button" target="_self" href=here>{ZH.actions.reload}</a> },
        // A link to the page itself: the app loads it once more.
        _ => view! { <a class="button" href=here>{ZH.actions.retry}</a> },
    };
    view! {
        <div class="notice" data-state=state role="alert">
            <h1 tabindex="-1">{heading(error)}</h1>
            <p>{text}</p>
            <p class="notice-actions">{action}<a class="button button-quiet" href=portal.href(&Route::Home)>{ZH.actions.home}</a></p>
        </div>
        {matches!(error, LoadError::Offline | LoadError::Unreachable).then(|| read_list(portal))}
    }
}
