//! The main part of the page, one file for each view. Pages take data and return markup; they load nothing.

pub(crate) mod article;
mod home;
mod list;
mod load_state;
mod offline;
mod register;
mod saved;
mod zone;

use investchn_markup::{Markup, view};
use investchn_model::{OfflinePage, View};

use crate::views::components::breadcrumbs;
use investchn_navigation::page_state::{CurrentPage, PageState};
use investchn_navigation::site_context::SiteContext;

/// Renders the main part of the page in each of its states.
pub(crate) fn main_part(portal: &SiteContext, page: &CurrentPage) -> Markup {
    match &page.state {
        PageState::Ready(view) => self::page(portal, view),
        PageState::Pending => Markup::default(),
        PageState::Loading => load_state::loading(),
        PageState::NotFound(register) => load_state::not_found(portal, register.as_deref()),
        PageState::Failed(error) => load_state::failed(portal, error, page.route.as_ref()),
    }
}

/// Renders a view below its breadcrumbs.
pub fn page(portal: &SiteContext, view: &View) -> Markup {
    let content = match view {
        View::Home(home) => home::home_page(portal, home),
        View::Register(register) => register::register_page(portal, register),
        View::Article(article) => article::article_page(portal, article),
        View::OfflinePage(OfflinePage::Offline) => offline::offline_page(portal),
        View::OfflinePage(OfflinePage::Saved) => saved::saved_page(portal),
        View::List(list) => list::list_page(portal, list),
    };
    view! { {breadcrumbs(portal, view)} {content} }
}
