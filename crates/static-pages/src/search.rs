//! The page of search results: the box, the filters, and empty places for what is found. Only the publisher renders it, and
//! `web/src/search.js` is its script, so that readers who never search download none of it.

use investchn_markup::{Markup, view};
use investchn_messages::Messages;
use investchn_model::route::{Route, SEARCH_PATH};
use investchn_model::{Kind, Region};
use investchn_navigation::site_context::SiteContext;

/// The data of the page: the values that articles have, for the filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchPage {
    /// The provinces with articles, each with its cities that have articles, in the order of their codes.
    pub provinces: Vec<(Region, Vec<Region>)>,
    /// The kinds of articles, in the order of the tabs of a list.
    pub kinds: Vec<Kind>,
    /// The years of articles, the newest first.
    pub years: Vec<u16>,
}

/// Renders the page's main part.
pub fn search_page(portal: &SiteContext, words: &'static Messages, page: &SearchPage) -> Markup {
    let kinds: Vec<_> = page.kinds.iter().map(|kind| option(kind.slug(), words.app.names.kind(*kind))).collect();
    let years: Vec<_> =
        page.years.iter().map(|year| option(year.to_string(), words.search.year_option((*year).into()))).collect();
    let orders = vec![option("", words.search.newest), option("fit", words.search.fit)];
    view! {
        <nav class="breadcrumbs" aria-label=words.app.frame.breadcrumbs>
            <span class="breadcrumbs-label">{words.app.frame.breadcrumbs_label}</span>
            <ol>
                <li><a href=portal.href(&Route::Home)>{words.app.names.home}</a><span class="separator" aria-hidden="true">">"</span></li>
                <li><a href=portal.base.join(SEARCH_PATH) aria-current="page">{words.app.names.search}</a></li>
            </ol>
        </nav>
        <header class="page-head">
            <h1 tabindex="-1">{words.app.names.search}</h1>
        </header>
        <noscript><p class="notice-plain">
            {words.search.no_script_before}<a href=portal.href(&Route::Register)>{words.app.names.register}</a>
            {words.search.no_script_between}<a href=portal.href(&Route::News(None, None))>{words.app.names.zone_news}</a>
            {words.search.no_script_after}
        </p></noscript>
        <form class="search-form" id="search-form" role="search" aria-label=words.app.frame.search_box>
            <p class="search-box">
                <input
                    type="search"
                    name="q"
                    aria-label=words.app.frame.search_box
                    aria-describedby="search-help"
                    aria-keyshortcuts="/"
                    placeholder=words.app.frame.search_box
                    autocomplete="off"
                    enterkeyhint="search"
                    spellcheck="false"
                />
                <button class="button">{words.app.names.search}</button>
            </p>
            <div class="search-filters">
                {choice("region", words.search.region, vec![option("", words.app.lists.all), regions(words, page)])}
                {choice("kind", words.search.kind, vec![option("", words.app.lists.all), view! { {kinds} }])}
                {choice("year", words.search.year, vec![option("", words.app.lists.all), view! { {years} }])}
                {choice("sort", words.search.order, orders)}
            </div>
            <details class="search-help">
                <summary>{words.search.help_name}</summary>
                <p id="search-help">{words.search.help}</p>
            </details>
        </form>
        <p class="visually-hidden" id="search-said" role="status"></p>
        <div id="search-results"></div>
    }
}

/// Renders the provinces as groups: an option for the whole province, and one for each of its cities.
fn regions(words: &Messages, page: &SearchPage) -> Markup {
    let city = |region: &Region| option(region.code.to_string(), region.short_name.clone());
    let province = |(province, cities): &(Region, Vec<Region>)| {
        let code = province.code.to_string();
        if cities.is_empty() {
            return option(code, province.short_name.clone());
        }
        let cities: Vec<_> = cities.iter().map(city).collect();
        view! {
            <optgroup label=province.short_name.clone()>
                {option(code, words.search.whole_province(&province.short_name))}{cities}
            </optgroup>
        }
    };
    let provinces: Vec<_> = page.provinces.iter().map(province).collect();
    view! { {provinces} }
}

fn option(value: impl Into<String>, label: impl Into<String>) -> Markup {
    let (value, label): (String, String) = (value.into(), label.into());
    view! { <option value=value>{label}</option> }
}

fn choice(name: &'static str, label: &'static str, options: Vec<Markup>) -> Markup {
    view! {
        <label class="search-filter">
            <span>{label}</span>
            <select name=name>{options}</select>
        </label>
    }
}
