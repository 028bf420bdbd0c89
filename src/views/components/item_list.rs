//! Articles in a list, and photo items as cards.

use investchn_markup::{Markup, view};
use investchn_messages::ZH;
use investchn_model::{Item, Kind};

use crate::views::components::picture;
use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// Renders a list of articles. `with_zone` adds each article's zone, for a list of several zones.
pub(crate) fn item_list(portal: &SiteContext, items: &[Item], with_zone: bool) -> Markup {
    let entry = |item: &Item| {
        let kind = (item.kind != Kind::Text).then(|| view! { <span class="badge">{ZH.names.kind(item.kind)}</span> });
        let image = item.picture.as_ref().map(|it| {
            view! { <span class="item-picture" aria-hidden="true">{picture(portal, it, "8rem", false)}</span> }
        });
        view! {
            <li class="item">
                <div class="item-text">
                    <h3><a href=portal.href(&Route::Article(item.id.clone()))>{item.title.clone()}</a></h3>
                    <p class="item-summary">{item.summary.clone()}</p>
                    <p class="item-meta">{date_and_source(item)}{with_zone.then(|| zone(portal, item))}{kind}</p>
                </div>
                {image}
            </li>
        }
    };
    let entries: Vec<_> = items.iter().map(entry).collect();
    view! { <ul class="items">{entries}</ul> }
}

/// Renders photo items as cards, each picture above its headline. `with_meta` adds date and zone.
pub(crate) fn photo_cards(portal: &SiteContext, items: &[Item], with_meta: bool) -> Markup {
    let card = |item: &Item| {
        let image = item.picture.as_ref().map(|it| {
            let image = picture(portal, it, "(min-width: 48rem) 18rem, 90vw", false);
            view! { <span class="card-picture" aria-hidden="true">{image}</span> }
        });
        let meta = with_meta.then(|| view! { <p class="item-meta">{date_and_source(item)}{zone(portal, item)}</p> });
        view! {
            <li class="card">
                <a href=portal.href(&Route::Article(item.id.clone()))>
                    {image}
                    <span class="card-title">{item.title.clone()}</span>
                </a>
                {meta}
            </li>
        }
    };
    let cards: Vec<_> = items.iter().map(card).collect();
    view! { <ul class="cards">{cards}</ul> }
}

fn date_and_source(item: &Item) -> Markup {
    view! {
        <time datetime=item.published.to_string()>{item.published.to_string()}</time>
        <span class="item-source">{item.source.clone()}</span>
    }
}

fn zone(portal: &SiteContext, item: &Item) -> Markup {
    let href = portal.href(&Route::Zone(item.zone.id.clone(), None, None));
    view! { <a class="item-zone" href=href>{item.zone.short_name.clone()}</a> }
}
