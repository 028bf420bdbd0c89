//! The header's menu.

use investchn_model::Kind;
use investchn_model::route::Route;

use super::{NavLink, news};
use crate::wording;

/// The entries, in order.
pub fn menu() -> Vec<NavLink> {
    vec![
        NavLink::new("首页", Route::Home),
        news(),
        NavLink::new(wording::kind(Kind::Photo), Route::News(Some(Kind::Photo), None)),
        NavLink::new("开发区名录", Route::Register),
    ]
}
