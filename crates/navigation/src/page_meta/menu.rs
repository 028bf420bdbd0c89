//! The header's menu.

use investchn_messages::{AppMessages, text};
use investchn_model::Kind;
use investchn_model::route::Route;

use super::{NavLink, news};

/// Returns the entries, in order.
pub fn menu(words: &AppMessages) -> Vec<NavLink> {
    vec![
        NavLink::new(text(words.names.home), Route::Home),
        news(words),
        NavLink::new(text(words.names.menu_photos), Route::News(Some(Kind::Photo), None)),
        NavLink::new(text(words.names.menu_register), Route::Register),
    ]
}
