//! The header of every page: slogan, name, menu and search box. The box is a plain form; `web/src/search.js` shows results below it.

use investchn_markup::{Markup, Slot, view};
use investchn_messages::TEXT;
use investchn_model::Kind;
use leptos::prelude::{RwSignal, With};

use investchn_model::route::{Route, SEARCH_PATH};
use investchn_navigation::edition_switch::EditionLink;
use investchn_navigation::page_meta;
use investchn_navigation::page_state::CurrentPage;
use investchn_navigation::site_context::SiteContext;

/// Renders the header. `page` determines the current entry of the menu, `editions` the links to the other editions; none means that the
/// published ones stay.
pub(crate) fn header(
    portal: &SiteContext,
    page: RwSignal<CurrentPage>,
    editions: impl Fn() -> Option<Vec<EditionLink>> + 'static,
) -> Markup {
    let words = portal.words;
    let entry = |entry: page_meta::NavLink| {
        let href = portal.href(&entry.route);
        let current = move || page.with(|page| current_mark(page.route.as_ref(), &entry.route));
        view! { <li><a href=href aria-current=current>{entry.label}</a></li> }
    };
    let editions = (!portal.site.editions.is_empty()).then(|| edition_links(editions));
    let name_en = (portal.site.name_en != portal.site.name)
        .then(|| view! { <span class="brand-name-en" lang="en">{portal.site.name_en.clone()}</span> });
    let entries: Vec<_> = page_meta::menu(words).into_iter().map(entry).collect();
    view! {
        <header class="site-header">
            <div class="site-top"><p class="slogan">{portal.site.slogan.clone()}</p>{editions}</div>
            <div class="site-bar">
                <a class="brand" href=portal.href(&Route::Home)>
                    <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
                        <path d="M4 28V14l8-5v19zM14 28V4l8 5v19zM24 28V15l4-2v15z" />
                    </svg>
                    <span class="brand-name">{portal.site.name.clone()}</span>
                    {name_en}
                </a>
                <nav class="menu" aria-label=TEXT.frame.menu><ul>{entries}</ul></nav>
                <form class="site-search" role="search" action=portal.base.join(SEARCH_PATH) data-search=true>
                    <input
                        type="search"
                        name="q"
                        placeholder=TEXT.frame.search_box
                        aria-label=TEXT.frame.search_box
                        aria-keyshortcuts="/"
                        autocomplete="off"
                    />
                    <button aria-label=TEXT.names.search>
                        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15 15l6 6M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z" /></svg>
                    </button>
                </form>
            </div>
        </header>
    }
}

/// Renders the links to the other editions, which may follow the page.
fn edition_links(editions: impl Fn() -> Option<Vec<EditionLink>> + 'static) -> Markup {
    let link = |EditionLink { tag, label, href }| {
        view! { <a data-switch=true href=href hreflang=tag.clone() lang=tag>{label}</a> }
    };
    let links = move || match editions() {
        Some(editions) => Slot::List(editions.into_iter().map(|edition| Slot::Markup(link(edition))).collect()),
        None => Slot::Published(None),
    };
    view! { <p class="editions">{links}</p> }
}

/// Returns `page` if the entry is the page itself, `true` if the page belongs to the entry's part of the portal.
fn current_mark(here: Option<&Route>, entry: &Route) -> Option<&'static str> {
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
            let marks =
                page_meta::menu(&ZH.app).iter().filter_map(|entry| current_mark(here.as_ref(), &entry.route)).count();
            assert_eq!(marks, 1, "{path}");
        }
        assert!(page_meta::menu(&ZH.app).iter().all(|entry| current_mark(None, &entry.route).is_none()));
    }
}
