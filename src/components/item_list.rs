//! Articles in a list, and photo items as cards.

use investchn_content::{Item, Kind};
use leptos::prelude::*;

use crate::components::picture;
use crate::portal::Portal;
use crate::route::Route;
use crate::wording;

/// A list of articles; `with_zone` where the list is not of one zone alone.
pub(crate) fn item_list(portal: &Portal, items: &[Item], with_zone: bool) -> AnyView {
    if items.is_empty() {
        return view! { <p class="empty">"这里暂时还没有新闻。"</p> }.into_any();
    }
    let entry = |item: &Item| {
        let zone = with_zone.then(|| {
            let href = portal.href(&Route::Zone(item.zone.id.clone(), None, None));
            view! { <a class="item-zone" href=href>{item.zone.short.clone()}</a> }
        });
        let kind = (item.kind != Kind::Text).then(|| view! { <span class="badge">{wording::kind(item.kind)}</span> });
        let image = item.picture.as_ref().map(|it| {
            view! { <span class="item-picture" aria-hidden="true">{picture(portal, it, "8rem", false)}</span> }
        });
        view! {
            <li class="item">
                <div class="item-text">
                    <h3><a href=portal.href(&Route::Article(item.id.clone()))>{item.title.clone()}</a></h3>
                    <p class="item-summary">{item.summary.clone()}</p>
                    <p class="item-meta">
                        <time datetime=item.published.to_string()>{item.published.to_string()}</time>
                        <span class="item-source">{item.source.clone()}</span>
                        {zone}
                        {kind}
                    </p>
                </div>
                {image}
            </li>
        }
    };
    let entries: Vec<_> = items.iter().map(entry).collect();
    view! { <ul class="items">{entries}</ul> }.into_any()
}

/// Photo items as cards, each picture above its headline.
pub(crate) fn photo_cards(portal: &Portal, items: &[Item]) -> impl IntoView + use<> {
    let card = |item: &Item| {
        let image = item.picture.as_ref().map(|it| {
            view! { <span class="card-picture" aria-hidden="true">{picture(portal, it, "(min-width: 48rem) 18rem, 90vw", false)}</span> }
        });
        view! {
            <li class="card">
                <a href=portal.href(&Route::Article(item.id.clone()))>
                    {image}
                    <span class="card-title">{item.title.clone()}</span>
                </a>
            </li>
        }
    };
    let cards: Vec<_> = items.iter().map(card).collect();
    view! { <ul class="cards">{cards}</ul> }
}
