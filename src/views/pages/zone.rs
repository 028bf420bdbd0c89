//! A zone's name and facts, each with its sources. The zone's news is a list like any other.

use investchn_markup::{Markup, view};
use investchn_messages::{TEXT, text};
use investchn_model::{Citation, Fact, FormerZone, Zone};

use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// Renders name, type, level, place, approval, area, industries, history and status. Unknown facts are marked as unknown, and
/// doubtful ones as doubtful.
pub(crate) fn zone_head(portal: &SiteContext, zone: &Zone) -> Markup {
    let words = portal.words;
    let lang = |text: &str| portal.foreign_lang(text);
    let types: Vec<_> = zone.types.iter().map(|it| text(words.facts.type_name(zone.level, *it))).collect();
    let mut places = vec![&zone.province];
    if zone.city != zone.province {
        places.push(&zone.city);
    }
    let places: Vec<_> = places
        .into_iter()
        .map(|region| view! { <a href=portal.href(&Route::Region(region.code, None))>{region.name.clone()}</a>" " })
        .collect();
    let aliases = (!zone.aliases.is_empty())
        .then(|| view! {
            <p class="aliases">
                {TEXT.facts.also_called}<span lang=lang(&zone.aliases.concat())>{zone.aliases.join(text(words.facts.name_separator))}</span>
            </p>
        });
    let code = zone.code.as_ref().map(|code| fact(portal, TEXT.facts.code, Some(code), String::clone));
    let name_en = if zone.name_en_sources.is_empty() {
        vec![view! { <li>{TEXT.facts.name_en_derived}</li> }]
    } else {
        zone.name_en_sources.iter().map(|it| citation(portal, it)).collect()
    };
    // The first edition shows the English name, the others the original one.
    let other_name = match &zone.original_name {
        None => view! { <p class="zone-en" lang="en">{zone.name_en.clone()}</p> },
        Some(name) => view! { <p class="zone-en" lang=lang(name)>{name.clone()}</p> },
    };
    view! {
        <header class="page-head zone-head">
            <h1 tabindex="-1">{zone.name.value.clone()}</h1>
            {other_name}
            {aliases}
            <dl class="facts">
                <div><dt>{TEXT.facts.zone_type}</dt><dd>{types.join(text(words.facts.separator))}</dd></div>
                <div><dt>{TEXT.facts.level}</dt><dd>{TEXT.facts.level_name(zone.level)}</dd></div>
                <div><dt>{TEXT.facts.place}</dt><dd>{places}</dd></div>
                {fact(portal, TEXT.facts.approved, zone.approved.as_ref(), |period| words.facts.period(*period))}
                {fact(portal, TEXT.facts.area, zone.area_ha.as_ref(), |area| words.facts.hectares(&area.to_string()))}
                {fact(portal, TEXT.facts.industries, zone.industries.as_ref(), |industries| industries.join(text(words.facts.name_separator)))}
                {code}
                {fact(portal, TEXT.facts.status, Some(&zone.status), |status| words.facts.status_at(zone.level, *status, zone.status_since))}
                {(!zone.history.is_empty()).then(|| history(portal, &zone.history))}
            </dl>
            <details class="sources">
                <summary>{TEXT.facts.sources}</summary>
                <dl>
                    {sources(portal, TEXT.facts.name_and_place, Some(&zone.name))}
                    {sources(portal, TEXT.facts.approved, zone.approved.as_ref())}
                    {sources(portal, TEXT.facts.area, zone.area_ha.as_ref())}
                    {sources(portal, TEXT.facts.industries, zone.industries.as_ref())}
                    {sources(portal, TEXT.facts.code, zone.code.as_ref())}
                    {sources(portal, TEXT.facts.status, Some(&zone.status))}
                    <div><dt>{TEXT.facts.name_en}</dt><dd><ul>{name_en}</ul></dd></div>
                </dl>
            </details>
        </header>
    }
}

fn fact<T>(portal: &SiteContext, label: &'static str, fact: Option<&Fact<T>>, worded: impl Fn(&T) -> String) -> Markup {
    let words = portal.words;
    let class = fact.is_none().then_some("unknown");
    let value = fact.map_or_else(|| text(words.facts.unknown).to_owned(), |fact| worded(&fact.value));
    let doubtful = fact.filter(|fact| fact.doubtful).map(|_| TEXT.facts.doubtful);
    let others: Vec<_> = fact
        .into_iter()
        .flat_map(|fact| &fact.others)
        .map(|other| {
            let other_value = [text(words.facts.otherwise), &worded(&other.value)].concat();
            let lang = portal.foreign_lang(&other_value);
            view! { <span class="other-value" lang=lang>{other_value}" "<small>{cited(portal, &other.source)}</small></span> }
        })
        .collect();
    let lang = portal.foreign_lang(&value);
    view! { <div><dt>{label}</dt><dd class=class lang=lang>{value}{doubtful}{others}</dd></div> }
}

/// Renders what the zone was before, with the approval and the area that it had then.
fn history(portal: &SiteContext, history: &[FormerZone]) -> Markup {
    let words = portal.words;
    let step = |former: &FormerZone| {
        let approved =
            former.approved.map(|period| [text(words.facts.approved), " ", &words.facts.period(period)].concat());
        let area = former.area_ha.map(|area| words.facts.hectares(&area.to_string()));
        let parts: Vec<String> = approved.into_iter().chain(area).chain(former.code.clone()).collect();
        let lang = portal.foreign_lang(&former.name);
        view! { <li><span lang=lang>{former.name.clone()}</span>" "{parts.join(text(words.facts.separator))}" "<small>{cited(portal, &former.source)}</small></li> }
    };
    let steps: Vec<_> = history.iter().map(step).collect();
    view! { <div class="zone-history"><dt>{TEXT.facts.history}</dt><dd><ol>{steps}</ol></dd></div> }
}

fn sources<T>(portal: &SiteContext, label: &'static str, fact: Option<&Fact<T>>) -> Option<Markup> {
    fact.map(|fact| {
        let list: Vec<_> = fact.sources.iter().map(|it| citation(portal, it)).collect();
        view! { <div><dt>{label}</dt><dd><ul>{list}</ul></dd></div> }
    })
}

fn citation(portal: &SiteContext, source: &Citation) -> Markup {
    view! { <li>{cited(portal, source)}</li> }
}

fn cited(portal: &SiteContext, source: &Citation) -> Markup {
    let lang = portal.foreign_lang(&source.label);
    match &source.url {
        Some(url) => view! { <a href=url.clone() rel="noopener" lang=lang>{source.label.clone()}</a> },
        None if lang.is_some() => view! { <span lang=lang>{source.label.clone()}</span> },
        None => view! { {source.label.clone()} },
    }
}
