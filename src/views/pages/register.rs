//! The register: counts, the tool, every province, and the charts.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::route::{REGISTER_CSV_PATH, REGISTER_JSON_PATH, Route};
use investchn_model::{ProvinceCount, Register};

use crate::app_state::AppState;
use crate::views::components::{charts, register_tool};
use investchn_navigation::site_context::SiteContext;

/// Renders the page. Without scripts it leads to every zone through the provinces.
pub(crate) fn register_page(portal: &SiteContext, state: AppState, register: &Register) -> Markup {
    let words = portal.words;
    let sum = |count: fn(&ProvinceCount) -> u16| register.provinces.iter().map(|it| usize::from(count(it))).sum();
    let counts = words.register.counts(
        sum(|province| province.counts.zones),
        sum(|province| province.counts.national),
        sum(|province| province.counts.provincial()),
    );
    let more = words.register.more_counts(register.exited.into(), register.uncertain.into());
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{TEXT.names.register}</h1>
            <p>{TEXT.register.lead}{counts}{more}</p>
        </header>
        {register_tool(portal, state, register)}
        {provinces(portal, &register.provinces)}
        {charts(portal, &register.charts)}
        <p class="downloads">
            {TEXT.register.download}
            <a href=portal.root.join(REGISTER_CSV_PATH) download=true>{TEXT.register.download_csv}</a>" "
            <a href=portal.root.join(REGISTER_JSON_PATH) download=true>{TEXT.register.download_json}</a>
        </p>
    }
}

fn provinces(portal: &SiteContext, provinces: &[ProvinceCount]) -> Markup {
    let words = portal.words;
    let province = |ProvinceCount { region, counts, .. }: &ProvinceCount| {
        let figures = words.register.province_counts(counts.zones.into(), counts.national.into());
        view! {
            <li>
                <a href=portal.href(&Route::Region(region.code, None))>{region.short_name.clone()}</a>
                <span class="province-figures">{figures}</span>
            </li>
        }
    };
    let provinces: Vec<_> = provinces.iter().map(province).collect();
    view! {
        <section class="provinces" aria-labelledby="provinces-heading">
            <h2 id="provinces-heading">{TEXT.register.provinces}</h2>
            <p>{TEXT.register.provinces_note}</p>
            <ul class="zones">{provinces}</ul>
        </section>
    }
}
