//! The header's menu.

use investchn_messages::ZH;
use investchn_model::Kind;
use investchn_model::route::Route;

use super::{NavLink, news};

/// Returns the entries, in order.
pub fn menu() -> Vec<NavLink> {
    vec![
        NavLink::new(ZH.names.home, Route::Home),
        news(),
        NavLink::new(ZH.names.photo_news, Route::News(Some(Kind::Photo), None)),
        NavLink::new(ZH.names.register, Route::Register),
    ]
}
