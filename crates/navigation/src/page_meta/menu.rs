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

/// Returns the mark of a menu entry on a page: `page` if the entry is the page itself, `true` if the page belongs to the entry's part of the portal.
pub fn current_mark(here: Option<&Route>, entry: &Route) -> Option<&'static str> {
    let here = here?;
    if here == entry {
        return Some("page");
    }
    let photos = Route::News(Some(Kind::Photo), None);
    let part = match here {
        Route::News(Some(Kind::Photo), _) => photos,
        // As in the breadcrumbs: 首页 > 开发区新闻 > 淮安 > the zone.
        Route::News(..) | Route::Article(_) | Route::Region(..) | Route::Zone(..) => Route::News(None, None),
        Route::Home | Route::Register | Route::Offline | Route::Saved => return None,
    };
    (part == *entry).then_some("true")
}

#[cfg(test)]
mod tests {
    use investchn_messages::ZH;

    use super::*;

    #[test]
    fn exactly_one_menu_entry_is_current_on_each_page() {
        for path in [
            "/",
            "/news/",
            "/news/2/",
            "/news/text/",
            "/news/photo/",
            "/news/photo/3/",
            "/zones/",
            "/zone/huaian-htz/",
            "/region/320800/",
            "/article/huaian-htz-20220214-1/",
        ] {
            let here = Route::parse(path);
            let marks = menu(&ZH.app).iter().filter_map(|entry| current_mark(here.as_ref(), &entry.route)).count();
            assert_eq!(marks, 1, "{path}");
        }
        assert!(menu(&ZH.app).iter().all(|entry| current_mark(None, &entry.route).is_none()));
    }
}
