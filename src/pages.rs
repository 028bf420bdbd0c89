//! One view a route: what stands in the page's main part. Pages take data and return markup; loading is outside them.

mod article;
mod home;
mod list;
mod load_state;
mod register;
mod zone;

#[cfg(feature = "csr")]
use investchn_content::Site;
use investchn_content::View;
use leptos::prelude::*;

use crate::components::breadcrumbs;
use crate::load::Load;
#[cfg(feature = "csr")]
use crate::navigation;
use crate::portal::Portal;
use crate::route::Route;

/// What stands in the main part in a state of a load; `here` is the address that is being loaded.
pub(crate) fn main_part(portal: &Portal, load: &Load, here: Option<&Route>) -> AnyView {
    match load {
        Load::Ready(view) => page(portal, view),
        Load::Begun => ().into_any(),
        Load::Loading => load_state::loading().into_any(),
        Load::NotFound(register) => load_state::not_found(portal, register.as_deref()).into_any(),
        Load::Failed(error) => load_state::failed(portal, error, here).into_any(),
    }
}

/// What a state is called: spoken after a move, and the title's beginning.
#[cfg(feature = "csr")]
pub(crate) fn name(load: &Load, site: &Site) -> String {
    match load {
        Load::Ready(view) => navigation::name(view, site),
        Load::NotFound(_) => load_state::NOT_FOUND.to_owned(),
        Load::Failed(error) => load_state::heading(error).to_owned(),
        Load::Begun | Load::Loading => String::new(),
    }
}

/// A view with the trail to it.
pub fn page(portal: &Portal, view: &View) -> AnyView {
    let content = match view {
        View::Home(home) => home::home_page(portal, home).into_any(),
        View::Register(register) => register::register_page(portal, register).into_any(),
        View::Article(article) => article::article_page(portal, article).into_any(),
        View::List(list) => list::list_page(portal, list).into_any(),
    };
    view! { {breadcrumbs(portal, view)} {content} }.into_any()
}
