//! The header of every page: slogan, name, menu and search box. The box is a plain form; `web/src/search.js` shows results below it.

use investchn_markup::{Markup, Slot, view};
use investchn_messages::TEXT;
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
        let current = move || page.with(|page| page_meta::current_mark(page.route.as_ref(), &entry.route));
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
