//! The views of a load without a result: slow, not found, offline, failed, wrong shape, newer schema.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::Register;

use crate::app_state::AppState;
use crate::views::components::{read_list, zone_search};
use investchn_model::route::Route;
use investchn_navigation::page_meta::error_heading;
use investchn_navigation::page_state::LoadError;
use investchn_navigation::site_context::SiteContext;

/// Renders a notice that the page is loading, above a skeleton of it.
pub(crate) fn loading() -> Markup {
    view! {
        <div class="notice loading" data-state="loading">
            <p role="status">{TEXT.frame.loading}</p>
            <div class="skeleton" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
        </div>
    }
}

/// Renders the not-found page: links to the home page and the news, and the register to find a zone.
pub(crate) fn not_found(portal: &SiteContext, state: AppState, register: Option<&Register>) -> Markup {
    view! {
        <div class="notice" data-state="not-found">
            <h1 tabindex="-1">{TEXT.names.not_found}</h1>
            <p>{TEXT.failures.not_found_advice}</p>
            <p class="notice-actions">
                <a class="button" href=portal.href(&Route::Home)>{TEXT.actions.home}</a>
                <a class="button button-quiet" href=portal.href(&Route::News(None, None))>{TEXT.actions.all_news}</a>
            </p>
        </div>
        {register.map(|register| zone_search(portal, state, register))}
    }
}

/// Renders a failed load: what happened, in a reader's words, and what the reader can do.
pub(crate) fn failed(portal: &SiteContext, app: AppState, error: &LoadError, here: Option<&Route>) -> Markup {
    let (state, text) = match error {
        LoadError::Offline => ("offline", TEXT.failures.offline_advice),
        LoadError::NotFound | LoadError::Unreachable | LoadError::Status(_) => {
            ("failed", TEXT.failures.unreachable_advice)
        }
        LoadError::WrongShape => ("wrong-shape", TEXT.failures.wrong_shape_advice),
        LoadError::NewerSchema(_) => ("newer-schema", TEXT.failures.newer_schema_advice),
    };
    let here = here.map_or_else(|| portal.href(&Route::Home), |route| portal.href(route));
    let action = match error {
        // The browser handles a link with a target itself: it reloads the page, and the new app with it.
        LoadError::NewerSchema(_) => view! { <a class="button" target="_self" href=here>{TEXT.actions.reload}</a> },
        // A link to the page itself; the app loads it again.
        _ => view! { <a class="button" href=here>{TEXT.actions.retry}</a> },
    };
    view! {
        <div class="notice" data-state=state role="alert">
            <h1 tabindex="-1">{error_heading(error, &TEXT)}</h1>
            <p>{text}</p>
            <p class="notice-actions">{action}<a class="button button-quiet" href=portal.href(&Route::Home)>{TEXT.actions.home}</a></p>
        </div>
        {matches!(error, LoadError::Offline | LoadError::Unreachable).then(|| read_list(portal, app))}
    }
}
