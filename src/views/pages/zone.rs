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
    let all_aliases: String = zone.aliases.iter().map(String::as_str).collect();
    let aliases = (!zone.aliases.is_empty())
        .then(|| view! {
            <p class="aliases">
                {TEXT.facts.also_called}<span lang=lang(&all_aliases)>{joined(&zone.aliases, words.facts.name_separator)}</span>
            </p>
        });
    let code = zone.code.as_ref().map(|code| fact(portal, TEXT.facts.code, Some(code), String::clone));
    let name_en = if zone.name_en_sources.is_empty() {
        vec![view! { <li>{TEXT.facts.name_en_derived}</li> }]
    } else {
        citations(portal, &zone.name_en_sources)
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
                {fact(portal, TEXT.facts.industries, zone.industries.as_ref(), |industries| joined(industries, words.facts.name_separator))}
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
                    {labelled(TEXT.facts.name_en, name_en)}
                </dl>
            </details>
        </header>
    }
}

/// Joins texts by a message. The slices are joined as `&str`, as elsewhere: the library's function is in the wasm once for each type.
fn joined(texts: &[String], separator: &'static str) -> String {
    texts.iter().map(String::as_str).collect::<Vec<_>>().join(text(separator))
}

/// Renders a fact of any type, whose values `worded` words.
fn fact<T>(portal: &SiteContext, label: &'static str, fact: Option<&Fact<T>>, worded: impl Fn(&T) -> String) -> Markup {
    let Some(fact) = fact else {
        return view! { <div><dt>{label}</dt><dd class="unknown">{TEXT.facts.unknown}</dd></div> };
    };
    let others = fact.others.iter().map(|other| (worded(&other.value), &other.source)).collect();
    known_fact(portal, label, worded(&fact.value), fact.doubtful, others)
}

/// Renders a fact whose values are worded: its own, and those of other sources. It is not generic, so the wasm has it once.
fn known_fact(
    portal: &SiteContext,
    label: &'static str,
    value: String,
    doubtful: bool,
    others: Vec<(String, &Citation)>,
) -> Markup {
    let other = |(value, source): (String, &Citation)| {
        let lang = portal.foreign_lang(&value);
        view! { <span class="other-value" lang=lang>{TEXT.facts.otherwise}{value}" "<small>{cited(portal, source)}</small></span> }
    };
    let others: Vec<_> = others.into_iter().map(other).collect();
    let doubtful = doubtful.then_some(TEXT.facts.doubtful);
    let lang = portal.foreign_lang(&value);
    view! { <div><dt>{label}</dt><dd lang=lang>{value}{doubtful}{others}</dd></div> }
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
        view! { <li><span lang=lang>{former.name.clone()}</span>" "{joined(&parts, words.facts.separator)}" "<small>{cited(portal, &former.source)}</small></li> }
    };
    let steps: Vec<_> = history.iter().map(step).collect();
    view! { <div class="zone-history"><dt>{TEXT.facts.history}</dt><dd><ol>{steps}</ol></dd></div> }
}

fn sources<T>(portal: &SiteContext, label: &'static str, fact: Option<&Fact<T>>) -> Option<Markup> {
    fact.map(|fact| labelled(label, citations(portal, &fact.sources)))
}

fn labelled(label: &'static str, list: Vec<Markup>) -> Markup {
    view! { <div><dt>{label}</dt><dd><ul>{list}</ul></dd></div> }
}

fn citations(portal: &SiteContext, citations: &[Citation]) -> Vec<Markup> {
    citations.iter().map(|it| view! { <li>{cited(portal, it)}</li> }).collect()
}

fn cited(portal: &SiteContext, source: &Citation) -> Markup {
    let lang = portal.foreign_lang(&source.label);
    match &source.url {
        Some(url) => view! { <a href=url.clone() rel="noopener" lang=lang>{source.label.clone()}</a> },
        None if lang.is_some() => view! { <span lang=lang>{source.label.clone()}</span> },
        None => view! { {source.label.clone()} },
    }
}
