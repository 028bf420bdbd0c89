//! Lists of news: all news, one kind, a region, a zone. `zone` renders a zone's facts.

use investchn_markup::{Markup, view};
use investchn_messages::{TEXT, text};
use investchn_model::{Kind, Level, ListPage, Region, Subject, ZoneGroup, ZoneRef};

use crate::app_state::AppState;
use crate::views::components::{item_list, keep_button, originals, pager, photo_cards};
use crate::views::pages::zone;
use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// Renders the subject's head, the page's articles, and the links to newer and older ones.
pub(crate) fn list_page(portal: &SiteContext, state: AppState, list: &ListPage) -> Markup {
    let words = portal.words;
    let of_one_zone = matches!(list.subject, Subject::Zone { .. });
    let head = match &list.subject {
        Subject::News { kind } => news_head(portal, *kind),
        Subject::Region { region, cities, zones, .. } => region_head(portal, region, cities, zones),
        Subject::Zone { zone, .. } => zone::zone_head(portal, zone),
    };
    let kinds = match &list.subject {
        Subject::News { kind } => Some(kind_tabs(portal, *kind, &|kind| Route::News(kind, None))),
        // A zone without news need not have lists by kind.
        Subject::Zone { kind: None, .. } if list.number.is_none() && list.items.is_empty() => None,
        Subject::Zone { zone, kind } => {
            Some(kind_tabs(portal, *kind, &|kind| Route::Zone(zone.id.clone(), kind, None)))
        }
        Subject::Region { .. } => None,
    };
    let (heading, photos) = match &list.subject {
        Subject::News { kind: Some(kind) } | Subject::Zone { kind: Some(kind), .. } => {
            (TEXT.names.kind(*kind), *kind == Kind::Photo)
        }
        Subject::News { .. } | Subject::Region { .. } | Subject::Zone { .. } => (TEXT.names.news, false),
    };
    let page = list.number.map(|number| view! { <span class="page-number">{words.names.page(number)}</span> });
    let items = if list.items.is_empty() {
        empty(portal, &list.subject)
    } else if photos {
        photo_cards(portal, &list.items, true)
    } else {
        item_list(portal, &list.items, !of_one_zone)
    };
    view! {
        {head}
        {keep_button(portal, state, &Route::of_list(&list.subject, None))}
        <section class="list" aria-labelledby="list-heading">
            <div class="section-head"><h2 id="list-heading" tabindex="-1">{heading}{page}</h2>{kinds}</div>
            {items}
            {pager(portal, list)}
        </section>
        {originals(portal, list.originals.as_ref(), &Route::of_list(&list.subject, None), !of_one_zone)}
    }
}

/// Renders a note that there is no news yet, with a link to a list that has some.
fn empty(portal: &SiteContext, subject: &Subject) -> Markup {
    let (route, label) = match subject {
        Subject::Zone { zone, kind: Some(_) } => (Route::Zone(zone.id.clone(), None, None), TEXT.lists.all_of_zone),
        Subject::Zone { .. } | Subject::News { .. } | Subject::Region { .. } => {
            (Route::News(None, None), TEXT.actions.all_news)
        }
    };
    view! { <p class="empty">{TEXT.lists.empty}<a href=portal.href(&route)>{label}</a></p> }
}

fn news_head(portal: &SiteContext, kind: Option<Kind>) -> Markup {
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{kind.map_or(TEXT.names.zone_news, |kind| TEXT.names.kind(kind))}</h1>
            <p>{TEXT.lists.news_lead_before}<a href=portal.href(&Route::Register)>{TEXT.names.register}</a>{TEXT.lists.news_lead_after}</p>
        </header>
    }
}

fn region_head(portal: &SiteContext, region: &Region, cities: &[Region], zones: &[ZoneGroup]) -> Markup {
    let words = portal.words;
    let count_at = |level| zones.iter().filter(|group| group.level == level).map(|group| group.zones.len()).sum();
    let count = words.lists.region_zones(&region.name, count_at(Level::National), count_at(Level::Provincial));
    let zone_link = |zone: &ZoneRef| {
        let href = portal.href(&Route::Zone(zone.id.clone(), None, None));
        view! { <li><a href=href title=zone.name.clone()>{zone.short_name.clone()}</a></li> }
    };
    let group = |group: &ZoneGroup| {
        let (level, zone_type) =
            (words.facts.level_name(group.level), words.facts.type_name(group.level, group.zone_type));
        let name = words.facts.level_and_type(text(level), text(zone_type));
        let links: Vec<_> = group.zones.iter().map(zone_link).collect();
        view! {
            <h2 class="minor">{words.lists.zones_of(&name, group.zones.len())}</h2>
            <ul class="zones">{links}</ul>
        }
    };
    let city_links: Vec<_> = cities
        .iter()
        .map(|city| view! { <li><a href=portal.href(&Route::Region(city.code, None))>{city.short_name.clone()}</a></li> })
        .collect();
    let cities = (!city_links.is_empty()).then(|| {
        view! { <h2 class="minor">{TEXT.lists.by_city}</h2><ul class="zones cities">{city_links}</ul> }
    });
    let zones = if zones.is_empty() {
        vec![view! { <p class="empty">{TEXT.lists.region_has_none}</p> }]
    } else {
        zones.iter().map(group).collect()
    };
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{words.names.region(&region.short_name)}</h1>
            <p>{count}</p>
            {zones}
            {cities}
        </header>
    }
}

fn kind_tabs(portal: &SiteContext, current: Option<Kind>, route: &dyn Fn(Option<Kind>) -> Route) -> Markup {
    let tab = |kind: Option<Kind>| {
        let here = (kind == current).then_some("page");
        view! { <li><a href=portal.href(&route(kind)) aria-current=here>{kind.map_or(TEXT.lists.all, |kind| TEXT.names.kind(kind))}</a></li> }
    };
    let tabs: Vec<_> = std::iter::once(tab(None)).chain(Kind::ALL.map(|kind| tab(Some(kind)))).collect();
    view! { <nav aria-label=TEXT.lists.kinds><ul class="kinds">{tabs}</ul></nav> }
}
