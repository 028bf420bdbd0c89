//! The main part of the page, one file for each view. Pages take data and return markup; they load nothing.

pub(crate) mod article;
mod home;
mod list;
mod load_state;
mod offline;
mod register;
mod saved;
mod zone;

use investchn_markup::{LivePart, Markup, Slot, view};
use investchn_model::route::Route;
use investchn_model::{OfflinePage, View};

use crate::app_state::AppState;
use crate::views::components::{breadcrumbs, keep_button};
use investchn_navigation::page_state::{CurrentPage, PageState};
use investchn_navigation::site_context::SiteContext;

/// Renders the main part of the page in each of its states.
pub(crate) fn main_part(portal: &SiteContext, state: AppState, page: &CurrentPage) -> Slot {
    Slot::Markup(match &page.state {
        PageState::Published(_) => {
            return Slot::Published(page.route.as_ref().and_then(|route| live_part(portal, state, route)));
        }
        PageState::Ready(view) => self::page(portal, state, view),
        PageState::Pending => Markup::default(),
        PageState::Loading => load_state::loading(),
        PageState::NotFound(register) => load_state::not_found(portal, state, register.as_deref()),
        PageState::Failed(error) => load_state::failed(portal, state, error, page.route.as_ref()),
    })
}

/// Returns true if a view changes while it is shown, by more than its live part: then the app needs its data to take its page over.
#[cfg(feature = "ssr")]
pub fn is_live(view: &View) -> bool {
    match view {
        View::Register(_) | View::OfflinePage(_) => true,
        View::Home(_) | View::Article(_) | View::List(_) => false,
    }
}

/// Returns what changes in the page of a route whose view is not live.
fn live_part(portal: &SiteContext, state: AppState, route: &Route) -> Option<LivePart> {
    keep_button(portal, state, route).map(|markup| LivePart { selector: ".keep", markup })
}

/// Renders a view below its breadcrumbs.
pub fn page(portal: &SiteContext, state: AppState, view: &View) -> Markup {
    let content = match view {
        View::Home(home) => home::home_page(portal, home),
        View::Register(register) => register::register_page(portal, state, register),
        View::Article(article) => article::article_page(portal, article),
        View::OfflinePage(OfflinePage::Offline) => offline::offline_page(portal, state),
        View::OfflinePage(OfflinePage::Saved) => saved::saved_page(portal, state),
        View::List(list) => list::list_page(portal, state, list),
    };
    view! { {breadcrumbs(portal, view)} {content} }
}
