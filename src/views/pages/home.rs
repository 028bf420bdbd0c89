//! The home page: the zones on a map, the latest news, the kinds.

use investchn_markup::{Markup, view};
use investchn_model::{Home, Kind};

use crate::site_context::SiteContext;
use crate::views::components::{item_list, photo_cards, province_map};
use crate::wording;
use investchn_model::route::Route;

/// The portal's name with the number of zones, the map, then the news.
pub(crate) fn home_page(portal: &SiteContext, home: &Home) -> Markup {
    let sum = |count: fn(&investchn_model::ProvinceCount) -> u16| {
        home.provinces.iter().map(count).map(u32::from).sum::<u32>().to_string()
    };
    let kinds: Vec<_> = Kind::ALL
        .iter()
        .map(|kind| {
            let href = portal.href(&Route::News(Some(*kind), None));
            view! { <li><a href=href>{wording::kind(*kind)}</a></li> }
        })
        .collect();
    let photos = (!home.photos.is_empty()).then(|| {
        view! {
            <section class="home-photos" aria-labelledby="photos-heading">
                <h2 id="photos-heading">{wording::kind(Kind::Photo)}</h2>
                {photo_cards(portal, &home.photos, false)}
            </section>
        }
    });
    view! {
        <div class="hero">
            <div class="hero-text">
                <h1 tabindex="-1">{portal.site.name.clone()}</h1>
                <p class="hero-lead">"全国国家级开发区的新闻与名录：按省份看分布，按开发区读消息。"</p>
                <dl class="figures">
                    <div><dt>"国家级开发区"</dt><dd>{sum(|province| province.zones)}</dd></div>
                    <div><dt>"经开区"</dt><dd>{sum(|province| province.etdz)}</dd></div>
                    <div><dt>"高新区"</dt><dd>{sum(|province| province.htz)}</dd></div>
                </dl>
                <p class="hero-actions">
                    <a class="button" href=portal.href(&Route::Register)>"查开发区名录"</a>
                    <a class="button button-quiet" href=portal.href(&Route::News(None, None))>"看全部新闻"</a>
                </p>
            </div>
            <section class="hero-map" aria-labelledby="map-heading">
                <h2 id="map-heading">"各省份的国家级开发区"</h2>
                {province_map(portal, &home.provinces)}
                <p class="map-note">"示意排列，不表示疆界。数字为在国家级名单内的家数，兼有两类的一家在两类中各计一次；“–”为名录中暂无。"</p>
            </section>
        </div>
        <div class="home-news">
            <section class="home-latest" aria-labelledby="latest-heading">
                <div class="section-head">
                    <h2 id="latest-heading">"最新新闻"</h2>
                    <nav aria-label="新闻类型"><ul class="kinds">{kinds}</ul></nav>
                </div>
                {item_list(portal, &home.latest, true)}
                <p class="more"><a href=portal.href(&Route::News(None, None))>"全部开发区新闻"</a></p>
            </section>
            {photos}
        </div>
    }
}
