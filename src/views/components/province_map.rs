//! The zones by province as a map of tiles: each province is a tile near its position on the map, darker with more zones. The
//! style sheet positions the tiles.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::ProvinceCount;

use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// Renders the tiles, each a link to its province.
pub(crate) fn province_map(portal: &SiteContext, provinces: &[ProvinceCount]) -> Markup {
    let words = portal.words;
    let tile = |province: &ProvinceCount| {
        let ProvinceCount { region, counts, letter_code } = province;
        let class = ["tile province-", &region.code.to_string(), " ", shade(counts.zones)].concat();
        let name = region.short_name.clone();
        let title = letter_code.as_ref().map(|_| name.clone());
        let name = match letter_code.clone() {
            None => view! { <span class="tile-name">{name}</span> },
            Some(code) => view! {
                <span class="tile-name" aria-hidden="true">{code}</span><span class="visually-hidden">{name}</span>
            },
        };
        let inside = if counts.zones == 0 {
            view! { <span class="tile-inside" title=TEXT.home.no_zones>{name}<span class="tile-count">"–"</span></span> }
        } else {
            let national = words.home.zones_national(counts.national.into());
            let count = view! {
                <span class="tile-count">{counts.zones.to_string()}<span class="visually-hidden">{national}</span></span>
            };
            view! { <a class="tile-inside" title=title href=portal.href(&Route::Region(region.code, None))>{name}{count}</a> }
        };
        view! { <li class=class>{inside}</li> }
    };
    let tiles: Vec<_> = provinces.iter().map(tile).collect();
    view! { <ul class="province-map">{tiles}</ul> }
}

/// Returns the class of the shade: five by the number of zones, and one for none.
fn shade(zones: u16) -> &'static str {
    match zones {
        0 => "shade-0",
        1..=40 => "shade-1",
        41..=80 => "shade-2",
        81..=120 => "shade-3",
        121..=160 => "shade-4",
        _ => "shade-5",
    }
}
