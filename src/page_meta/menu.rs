//! The header's menu.

use investchn_model::Kind;
use investchn_model::route::Route;

use super::{Link, news};
use crate::wording;

/// The entries, in order.
pub fn menu() -> Vec<Link> {
    vec![
        Link::new("首页", Route::Home),
        news(),
        Link::new(wording::kind(Kind::Photo), Route::News(Some(Kind::Photo), None)),
        Link::new("开发区名录", Route::Register),
    ]
}
