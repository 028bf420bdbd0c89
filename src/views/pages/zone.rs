//! A zone's name and facts, each with its sources. The zone's news is a list like any other.

use investchn_markup::{Markup, view};
use investchn_messages::ZH;
use investchn_model::{Citation, Fact, Zone};

use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// Renders name, type, level, place, approval, area, industries and status. Unknown facts are marked as unknown.
pub(crate) fn zone_head(portal: &SiteContext, zone: &Zone) -> Markup {
    let types: Vec<_> = zone.types.iter().map(|it| ZH.facts.type_name(*it)).collect();
    let mut places = vec![&zone.province];
    if zone.city != zone.province {
        places.push(&zone.city);
    }
    let places: Vec<_> = places
        .into_iter()
        .map(|region| view! { <a href=portal.href(&Route::Region(region.code, None))>{region.name.clone()}</a>" " })
        .collect();
    let aliases = (!zone.aliases.is_empty())
        .then(|| view! { <p class="aliases">{ZH.facts.also_called(&zone.aliases.join(ZH.facts.separator))}</p> });
    view! {
        <header class="page-head zone-head">
            <h1 tabindex="-1">{zone.name.value.clone()}</h1>
            <p class="zone-en" lang="en">{zone.name_en.clone()}</p>
            {aliases}
            <dl class="facts">
                <div><dt>{ZH.facts.zone_type}</dt><dd>{types.join(ZH.facts.separator)}</dd></div>
                <div><dt>{ZH.facts.level}</dt><dd>{ZH.facts.level_name(zone.level)}</dd></div>
                <div><dt>{ZH.facts.place}</dt><dd>{places}</dd></div>
                {fact(ZH.facts.approved, zone.approved.as_ref(), |period| ZH.facts.period(*period))}
                {fact(ZH.facts.area, zone.area_ha.as_ref(), |area| ZH.facts.hectares(area))}
                {fact(ZH.facts.industries, zone.industries.as_ref(), |industries| industries.join(ZH.facts.separator))}
                {fact(ZH.facts.status, Some(&zone.status), |status| ZH.facts.status_since(*status, zone.status_since))}
            </dl>
            <details class="sources">
                <summary>{ZH.facts.sources}</summary>
                <dl>
                    {sources(ZH.facts.name_and_place, Some(&zone.name))}
                    {sources(ZH.facts.approved, zone.approved.as_ref())}
                    {sources(ZH.facts.area, zone.area_ha.as_ref())}
                    {sources(ZH.facts.industries, zone.industries.as_ref())}
                    {sources(ZH.facts.status, Some(&zone.status))}
                </dl>
            </details>
        </header>
    }
}

fn fact<T>(label: &'static str, fact: Option<&Fact<T>>, worded: impl Fn(&T) -> String) -> Markup {
    let class = fact.is_none().then_some("unknown");
    let text = fact.map_or_else(|| ZH.facts.unknown.to_owned(), |fact| worded(&fact.value));
    view! { <div><dt>{label}</dt><dd class=class>{text}</dd></div> }
}

fn sources<T>(label: &'static str, fact: Option<&Fact<T>>) -> Option<Markup> {
    let source = |source: &Citation| match &source.url {
        Some(url) => view! { <li><a href=url.clone() rel="noopener">{source.label.clone()}</a></li> },
        None => view! { <li>{source.label.clone()}</li> },
    };
    fact.map(|fact| {
        let list: Vec<_> = fact.sources.iter().map(source).collect();
        view! { <div><dt>{label}</dt><dd><ul>{list}</ul></dd></div> }
    })
}
