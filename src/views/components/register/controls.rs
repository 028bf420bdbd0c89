//! The controls of the filter: a field or a list of choices for each condition. Each reads and writes one parameter of the query.

use std::cell::Cell;

use investchn_markup::{Markup, view};
use investchn_messages::{TEXT, text};
use investchn_model::{Register, TypeGroup};
use investchn_navigation::site_context::SiteContext;
use investchn_navigation::zone_query::{Parameter, ZoneQuery};
use leptos::prelude::{RwSignal, With};

use super::selection::set;

/// Renders every control. Those that fewer readers need are in a part that opens.
pub(super) fn controls(portal: &SiteContext, query: RwSignal<ZoneQuery>, register: &Register) -> Markup {
    let words = portal.words;
    let all = || (String::new(), text(words.lists.all).to_owned());
    let levels = [
        all(),
        ("national".to_owned(), text(words.facts.national).to_owned()),
        ("provincial".to_owned(), text(words.facts.provincial).to_owned()),
    ];
    let types = TypeGroup::ALL
        .iter()
        .map(|(group, word)| ((*word).to_owned(), text(words.facts.group_name(*group)).to_owned()));
    let provinces = register.provinces.iter().map(|it| (it.region.code.to_string(), it.region.short_name.clone()));
    // The orders, with their values in the address.
    let orders = [
        ("", words.register.by_province),
        ("name", words.register.sort_by_name),
        ("level", words.register.sort_by_level),
        ("type", words.register.sort_by_type),
        ("year", words.register.sort_by_year),
        ("-area", words.register.sort_by_area),
        ("industry", words.register.sort_by_industry),
    ]
    .map(|(value, label)| (value.to_owned(), text(label).to_owned()));
    let term = |term: &String| view! { <option value=term.clone() lang=portal.foreign_lang(term)></option> };
    let terms: Vec<_> = register.industries.iter().map(term).collect();
    // Once open it stays so, even if the reader empties its fields.
    let was_open = Cell::new(false);
    let is_open = move || {
        was_open.set(was_open.get() || query.with(ZoneQuery::has_more_conditions));
        was_open.get()
    };
    view! {
        {search_field(query)}
        {choice(query, Parameter::Level, TEXT.facts.level, levels)}
        {choice(query, Parameter::Type, TEXT.facts.zone_type, std::iter::once(all()).chain(types))}
        {choice(query, Parameter::Province, TEXT.register.province, std::iter::once(all()).chain(provinces))}
        {choice(query, Parameter::Sort, TEXT.register.sort, orders)}
        <details class="conditions" open=is_open>
            <summary>{TEXT.register.conditions}</summary>
            <div class="condition-fields">
                <label class="filter-field">
                    <span>{TEXT.facts.industries}</span>
                    <input
                        list="industry-terms"
                        placeholder=TEXT.register.industry_hint
                        autocomplete="off"
                        prop:value=move || value_of(query, Parameter::Industry)
                        on:input=move |event| set(query, Parameter::Industry, event.value())
                    />
                </label>
                <datalist id="industry-terms">{terms}</datalist>
                {number(query, Parameter::YearFrom, TEXT.register.year_from)}
                {number(query, Parameter::YearTo, TEXT.register.year_to)}
                {number(query, Parameter::AreaFrom, TEXT.register.area_from)}
                {number(query, Parameter::AreaTo, TEXT.register.area_to)}
            </div>
        </details>
    }
}

/// Renders the search field.
pub(super) fn search_field(query: RwSignal<ZoneQuery>) -> Markup {
    view! {
        <label class="filter-field filter-text">
            <span>{TEXT.register.find}</span>
            <input
                type="search"
                placeholder=TEXT.register.find_by
                autocomplete="off"
                prop:value=move || value_of(query, Parameter::Text)
                on:input=move |event| set(query, Parameter::Text, event.value())
            />
        </label>
    }
}

fn number(query: RwSignal<ZoneQuery>, parameter: Parameter, label: &'static str) -> Markup {
    view! {
        <label class="filter-field">
            <span>{label}</span>
            <input
                type="number"
                min="0"
                inputmode="numeric"
                prop:value=move || value_of(query, parameter)
                on:input=move |event| set(query, parameter, event.value())
            />
        </label>
    }
}

/// Renders a list of choices, each a value and its label.
fn choice(
    query: RwSignal<ZoneQuery>,
    parameter: Parameter,
    label: &'static str,
    choices: impl IntoIterator<Item = (String, String)>,
) -> Markup {
    let options: Vec<_> = choices
        .into_iter()
        .map(|(value, label)| {
            let own = value.clone();
            let is_chosen = move || query.with(|query| query.get(parameter) == own);
            view! { <option value=value prop:selected=is_chosen>{label}</option> }
        })
        .collect();
    view! {
        <label class="filter-field">
            <span>{label}</span>
            <select on:change=move |event| set(query, parameter, event.value())>{options}</select>
        </label>
    }
}

fn value_of(query: RwSignal<ZoneQuery>, parameter: Parameter) -> String {
    query.with(|query| query.get(parameter).to_owned())
}
