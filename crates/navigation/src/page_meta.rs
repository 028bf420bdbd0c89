//! Titles, descriptions, breadcrumbs and the menu as data, computed from a view. Views and the publisher print them.

mod breadcrumbs;
mod dialling;
mod menu;
mod titles;

use investchn_messages::{AppMessages, text};
use investchn_model::Region;
use investchn_model::route::Route;

pub use breadcrumbs::breadcrumbs;
pub use dialling::tel_href;
pub use menu::{current_mark, menu};
pub use titles::{description, error_heading, name, portal_name, state_name, title};

/// A link within the portal: a breadcrumb or an entry of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavLink {
    /// Its text.
    pub label: String,
    /// Its target.
    pub route: Route,
}

impl NavLink {
    fn new(label: impl Into<String>, route: Route) -> Self {
        NavLink { label: label.into(), route }
    }
}

fn news(words: &AppMessages) -> NavLink {
    NavLink::new(text(words.names.menu_news), Route::News(None, None))
}

fn region(region: &Region) -> NavLink {
    NavLink::new(&region.short_name, Route::Region(region.code, None))
}
