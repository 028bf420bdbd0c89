//! A zone's name and facts, each with its sources. The zone's news is a list like any other.

use investchn_markup::{Markup, view};
use investchn_messages::ZH;
use investchn_model::{Citation, Fact, FormerZone, Zone};

use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// Renders name, type, level, place, approval, area, industries, history and status. Unknown facts are marked as unknown, and
/// doubtful ones as doubtful.
pub(crate) fn zone_head(portal: &SiteContext, zone: &Zone) -> Markup {
    let types: Vec<_> = zone.types.iter().map(|it| ZH.facts.type_name(zone.level, *it)).collect();
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
    let code = zone.code.as_ref().map(|code| fact(ZH.facts.code, Some(code), String::clone));
    let name_en = if zone.name_en_sources.is_empty() {
        vec![view! { <li>{ZH.facts.name_en_derived}</li> }]
    } else {
        zone.name_en_sources.iter().map(citation).collect()
    };
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
                {fact(ZH.facts.area, zone.area_ha.as_ref(), |area| ZH.facts.hectares(&area.to_string()))}
                {fact(ZH.facts.industries, zone.industries.as_ref(), |industries| industries.join(ZH.facts.separator))}
                {code}
                {fact(ZH.facts.status, Some(&zone.status), |status| ZH.facts.status_at(zone.level, *status, zone.status_since))}
                {(!zone.history.is_empty()).then(|| history(&zone.history))}
            </dl>
            <details class="sources">
                <summary>{ZH.facts.sources}</summary>
                <dl>
                    {sources(ZH.facts.name_and_place, Some(&zone.name))}
                    {sources(ZH.facts.approved, zone.approved.as_ref())}
                    {sources(ZH.facts.area, zone.area_ha.as_ref())}
                    {sources(ZH.facts.industries, zone.industries.as_ref())}
                    {sources(ZH.facts.code, zone.code.as_ref())}
                    {sources(ZH.facts.status, Some(&zone.status))}
                    <div><dt>{ZH.facts.name_en}</dt><dd><ul>{name_en}</ul></dd></div>
                </dl>
            </details>
        </header>
    }
}

fn fact<T>(label: &'static str, fact: Option<&Fact<T>>, worded: impl Fn(&T) -> String) -> Markup {
    let class = fact.is_none().then_some("unknown");
    let text = fact.map_or_else(|| ZH.facts.unknown.to_owned(), |fact| worded(&fact.value));
    let doubtful = fact.filter(|fact| fact.doubtful).map(|_| ZH.facts.doubtful);
    let others: Vec<_> = fact
        .into_iter()
        .flat_map(|fact| &fact.others)
        .map(|other| {
            let text = [ZH.facts.otherwise, &worded(&other.value)].concat();
            view! { <span class="other-value">{text}" "<small>{cited(&other.source)}</small></span> }
        })
        .collect();
    view! { <div><dt>{label}</dt><dd class=class>{text}{doubtful}{others}</dd></div> }
}

/// Renders what the zone was before, with the approval and the area that it had then.
fn history(history: &[FormerZone]) -> Markup {
    let step = |former: &FormerZone| {
        let approved = former.approved.map(|period| [ZH.facts.approved, " ", &ZH.facts.period(period)].concat());
        let area = former.area_ha.map(|area| ZH.facts.hectares(&area.to_string()));
        let parts: Vec<String> = approved.into_iter().chain(area).chain(former.code.clone()).collect();
        let what = [former.name.as_str(), " ", &parts.join(ZH.facts.separator)].concat();
        view! { <li>{what}" "<small>{cited(&former.source)}</small></li> }
    };
    let steps: Vec<_> = history.iter().map(step).collect();
    view! { <div class="zone-history"><dt>{ZH.facts.history}</dt><dd><ol>{steps}</ol></dd></div> }
}

fn sources<T>(label: &'static str, fact: Option<&Fact<T>>) -> Option<Markup> {
    fact.map(|fact| {
        let list: Vec<_> = fact.sources.iter().map(citation).collect();
        view! { <div><dt>{label}</dt><dd><ul>{list}</ul></dd></div> }
    })
}

fn citation(source: &Citation) -> Markup {
    view! { <li>{cited(source)}</li> }
}

fn cited(source: &Citation) -> Markup {
    match &source.url {
        Some(url) => view! { <a href=url.clone() rel="noopener">{source.label.clone()}</a> },
        None => view! { {source.label.clone()} },
    }
}
