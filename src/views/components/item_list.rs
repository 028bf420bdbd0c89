//! Articles in a list, and photo items as cards.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::{Edition, Item, Kind, Originals};

use crate::views::components::picture;
use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// Renders a list of articles. `with_zone` adds each article's zone, for a list of several zones.
pub(crate) fn item_list(portal: &SiteContext, items: &[Item], with_zone: bool) -> Markup {
    entries(portal, items, with_zone, None)
}

/// Renders the articles that this edition does not have, each marked as a text in the first edition's language and leading there.
/// `route` is the list of all of them.
pub(crate) fn originals(portal: &SiteContext, originals: &Originals, route: &Route, with_zone: bool) -> Option<Markup> {
    let first = portal.site.editions.first().filter(|_| !originals.items.is_empty())?;
    Some(view! {
        <section class="list" aria-labelledby="originals-heading">
            <div class="section-head"><h2 id="originals-heading">{TEXT.lists.originals}</h2></div>
            <p class="more">{portal.words.lists.translated_of(originals.translated, originals.all)}</p>
            {entries(portal, &originals.items, with_zone, Some(first))}
            <p class="more"><a href=route.href(&portal.root) hreflang=first.tag.clone()>{TEXT.lists.all_originals}</a></p>
        </section>
    })
}

/// Renders articles. `original` is the edition that has them, if this one does not.
fn entries(portal: &SiteContext, items: &[Item], with_zone: bool, original: Option<&Edition>) -> Markup {
    let entries: Vec<_> = items.iter().map(|item| entry(portal, item, with_zone, original)).collect();
    view! { <ul class="items">{entries}</ul> }
}

fn entry(portal: &SiteContext, item: &Item, with_zone: bool, original: Option<&Edition>) -> Markup {
    let href = Route::Article(item.id.clone()).href(original.map_or(&portal.base, |_| &portal.root));
    let kind = (item.kind != Kind::Text).then(|| view! { <span class="badge">{TEXT.names.kind(item.kind)}</span> });
    let lang = original.map(|edition| edition.tag.clone());
    let mark = original.map(|it| view! { <span class="badge" lang=it.tag.clone()>{it.name.clone()}</span> });
    let image = item.picture.as_ref().map(|it| {
        view! { <span class="item-picture" aria-hidden="true">{picture(portal, it, "8rem", false)}</span> }
    });
    view! {
        <li class="item">
            <div class="item-text">
                <h3><a href=href hreflang=lang.clone() lang=lang.clone()>{item.title.clone()}</a></h3>
                <p class="item-summary" lang=lang>{item.summary.clone()}</p>
                <p class="item-meta">{date_and_source(portal, item)}{with_zone.then(|| zone(portal, item))}{kind}{mark}</p>
            </div>
            {image}
        </li>
    }
}

/// Renders photo items as cards, each picture above its headline. `with_meta` adds date and zone.
pub(crate) fn photo_cards(portal: &SiteContext, items: &[Item], with_meta: bool) -> Markup {
    let card = |item: &Item| {
        let image = item.picture.as_ref().map(|it| {
            let image = picture(portal, it, "(min-width: 48rem) 18rem, 90vw", false);
            view! { <span class="card-picture" aria-hidden="true">{image}</span> }
        });
        let meta =
            with_meta.then(|| view! { <p class="item-meta">{date_and_source(portal, item)}{zone(portal, item)}</p> });
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

fn date_and_source(portal: &SiteContext, item: &Item) -> Markup {
    let lang = portal.foreign_lang(&item.source);
    view! {
        <time datetime=item.published.to_string()>{portal.date(item.published)}</time>
        <span class="item-source" lang=lang>{item.source.clone()}</span>
    }
}

fn zone(portal: &SiteContext, item: &Item) -> Markup {
    let href = portal.href(&Route::Zone(item.zone.id.clone(), None, None));
    view! { <a class="item-zone" href=href>{item.zone.short_name.clone()}</a> }
}
