//! The home page: the zones on a map, the latest news, the kinds.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::{Home, Kind, ZoneCounts};

use crate::views::components::{item_list, originals, photo_cards, province_map};
use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// Renders the portal's name with the number of zones, the map, then the news.
pub(crate) fn home_page(portal: &SiteContext, home: &Home) -> Markup {
    let words = portal.words;
    let sum = |count: fn(&ZoneCounts) -> u16| {
        let sum = home.provinces.iter().map(|it| u32::from(count(&it.counts))).sum::<u32>();
        words.facts.number(&sum.to_string())
    };
    let kinds: Vec<_> = Kind::ALL
        .iter()
        .map(|kind| {
            let href = portal.href(&Route::News(Some(*kind), None));
            view! { <li><a href=href>{TEXT.names.kind(*kind)}</a></li> }
        })
        .collect();
    let photos = (!home.photos.is_empty()).then(|| {
        view! {
            <section class="home-photos" aria-labelledby="photos-heading">
                <h2 id="photos-heading">{TEXT.names.photo_news}</h2>
                {photo_cards(portal, &home.photos, false)}
            </section>
        }
    });
    view! {
        <div class="hero">
            <div class="hero-text">
                <h1 tabindex="-1">{portal.site.name.clone()}</h1>
                <p class="hero-lead">{TEXT.home.lead}</p>
                <dl class="figures">
                    <div><dt>{TEXT.home.zones}</dt><dd>{sum(|counts| counts.zones)}</dd></div>
                    <div><dt>{TEXT.facts.national}</dt><dd>{sum(|counts| counts.national)}</dd></div>
                    <div><dt>{TEXT.facts.provincial}</dt><dd>{sum(ZoneCounts::provincial)}</dd></div>
                </dl>
                <dl class="figures figures-minor">
                    <div><dt>{TEXT.home.national_etdz}</dt><dd>{sum(|counts| counts.etdz)}</dd></div>
                    <div><dt>{TEXT.home.national_htz}</dt><dd>{sum(|counts| counts.htz)}</dd></div>
                    <div><dt>{TEXT.facts.customs}</dt><dd>{sum(|counts| counts.customs)}</dd></div>
                    <div><dt>{TEXT.facts.border}</dt><dd>{sum(|counts| counts.border)}</dd></div>
                    <div><dt>{TEXT.home.national_other}</dt><dd>{sum(|counts| counts.other)}</dd></div>
                </dl>
                <p class="hero-actions">
                    <a class="button" href=portal.href(&Route::Register)>{TEXT.actions.find_zones}</a>
                    <a class="button button-quiet" href=portal.href(&Route::News(None, None))>{TEXT.actions.all_news}</a>
                </p>
            </div>
            <section class="hero-map" aria-labelledby="map-heading">
                <h2 id="map-heading">{TEXT.home.map}</h2>
                {province_map(portal, &home.provinces)}
                <p class="map-note">{TEXT.home.map_note}</p>
            </section>
        </div>
        <div class="home-news">
            <section class="home-latest" aria-labelledby="latest-heading">
                <div class="section-head">
                    <h2 id="latest-heading">{TEXT.home.latest}</h2>
                    <nav aria-label=TEXT.lists.kinds><ul class="kinds">{kinds}</ul></nav>
                </div>
                {item_list(portal, &home.latest, true)}
                <p class="more"><a href=portal.href(&Route::News(None, None))>{TEXT.home.all_news}</a></p>
                {originals(portal, home.originals.as_ref(), &Route::News(None, None), true)}
            </section>
            {photos}
        </div>
    }
}
