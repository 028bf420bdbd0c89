//! A zone's name and facts, each with its sources. The zone's news is a list like any other.

use investchn_markup::{Markup, view};
use investchn_model::{Fact, Source, Zone};

use crate::site_context::SiteContext;
use crate::wording;
use investchn_model::route::Route;

/// Name, type, level, place, approval, area, industries and status. Unknown facts say so.
pub(crate) fn zone_head(portal: &SiteContext, zone: &Zone) -> Markup {
    let types: Vec<_> = zone.types.iter().map(|it| wording::zone_type(*it)).collect();
    let mut places = vec![&zone.province];
    if zone.city != zone.province {
        places.push(&zone.city);
    }
    let places: Vec<_> = places
        .into_iter()
        .map(|region| view! { <a href=portal.href(&Route::Region(region.code, None))>{region.name.clone()}</a>" " })
        .collect();
    let aliases = (!zone.aliases.is_empty())
        .then(|| view! { <p class="aliases">{["又称：", &zone.aliases.join("、")].concat()}</p> });
    view! {
        <header class="page-head zone-head">
            <h1 tabindex="-1">{zone.name.value.clone()}</h1>
            <p class="zone-en" lang="en">{zone.name_en.clone()}</p>
            {aliases}
            <dl class="facts">
                <div><dt>"类型"</dt><dd>{types.join("、")}</dd></div>
                <div><dt>"级别"</dt><dd>{wording::level(zone.level)}</dd></div>
                <div><dt>"所在地"</dt><dd>{places}</dd></div>
                {fact("批准时间", zone.approved.as_ref(), |period| wording::period(*period))}
                {fact("核准面积", zone.area_ha.as_ref(), |area| [area, " 公顷"].concat())}
                {fact("主导产业", zone.industries.as_ref(), |industries| industries.join("、"))}
                {fact("状态", Some(&zone.status), |status| wording::status(*status, zone.status_since))}
            </dl>
            <details class="sources">
                <summary>"资料出处"</summary>
                <dl>
                    {sources("名称与所在地", Some(&zone.name))}
                    {sources("批准时间", zone.approved.as_ref())}
                    {sources("核准面积", zone.area_ha.as_ref())}
                    {sources("主导产业", zone.industries.as_ref())}
                    {sources("状态", Some(&zone.status))}
                </dl>
            </details>
        </header>
    }
}

fn fact<T>(label: &'static str, fact: Option<&Fact<T>>, worded: impl Fn(&T) -> String) -> Markup {
    let class = fact.is_none().then_some("unknown");
    let text = fact.map_or_else(|| wording::UNKNOWN.to_owned(), |fact| worded(&fact.value));
    view! { <div><dt>{label}</dt><dd class=class>{text}</dd></div> }
}

fn sources<T>(label: &'static str, fact: Option<&Fact<T>>) -> Option<Markup> {
    let source = |source: &Source| match &source.url {
        Some(url) => view! { <li><a href=url.clone() rel="noopener">{source.label.clone()}</a></li> },
        None => view! { <li>{source.label.clone()}</li> },
    };
    fact.map(|fact| {
        let list: Vec<_> = fact.sources.iter().map(source).collect();
        view! { <div><dt>{label}</dt><dd><ul>{list}</ul></dd></div> }
    })
}
