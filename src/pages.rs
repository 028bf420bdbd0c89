//! One view a route: what stands in the page's main part. Pages take data and return markup; loading is outside them.

mod article;
mod device;
mod home;
mod list;
mod load_state;
mod register;
#[cfg(feature = "ssr")]
pub mod workshop;
mod zone;

#[cfg(feature = "csr")]
use investchn_messages::ZH;
#[cfg(feature = "csr")]
use investchn_model::Site;
use investchn_model::View;

use crate::components::breadcrumbs;
use crate::load::Load;
use crate::markup::{Markup, view};
#[cfg(feature = "csr")]
use crate::navigation;
use crate::portal::Portal;
use investchn_model::route::Route;

/// What stands in the main part in a state of a load; `here` is the address that is being loaded.
pub(crate) fn main_part(portal: &Portal, load: &Load, here: Option<&Route>) -> Markup {
    match load {
        Load::Ready(view) => page(portal, view),
        Load::Begun => Markup::default(),
        Load::Loading => load_state::loading(),
        Load::NotFound(register) => load_state::not_found(portal, register.as_deref()),
        Load::Failed(error) => load_state::failed(portal, error, here),
    }
}

/// What a state is called: spoken after a move, and the title's beginning.
#[cfg(feature = "csr")]
pub(crate) fn name(load: &Load, site: &Site) -> String {
    match load {
        Load::Ready(view) => navigation::name(view, site),
        Load::NotFound(_) => ZH.names.not_found.to_owned(),
        Load::Failed(error) => load_state::heading(error).to_owned(),
        Load::Begun | Load::Loading => String::new(),
    }
}

/// A view with the trail to it.
pub fn page(portal: &Portal, view: &View) -> Markup {
    let content = match view {
        View::Home(home) => home::home_page(portal, home),
        View::Register(register) => register::register_page(portal, register),
        View::Article(article) => article::article_page(portal, article),
        View::Device(page) => device::device_page(portal, *page),
        View::List(list) => list::list_page(portal, list),
    };
    view! { {breadcrumbs(portal, view)} {content} }
}
