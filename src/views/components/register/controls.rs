//! The controls of the filter: a field or a list of choices for each condition. Each reads and writes one parameter of the query.

use std::cell::Cell;

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::{Register, TypeGroup};
use investchn_navigation::site_context::SiteContext;
use investchn_navigation::zone_query::{Parameter, ZoneQuery};
use leptos::prelude::{RwSignal, With};

use super::selection::set;

/// The choice that sets no condition.
const ALL: (&str, &str) = ("", TEXT.lists.all);

/// The orders, with their values in the address.
const ORDERS: [(&str, &str); 7] = [
    ("", TEXT.register.by_province),
    ("name", TEXT.register.sort_by_name),
    ("level", TEXT.register.sort_by_level),
    ("type", TEXT.register.sort_by_type),
    ("year", TEXT.register.sort_by_year),
    ("-area", TEXT.register.sort_by_area),
    ("industry", TEXT.register.sort_by_industry),
];

/// Renders every control. Those that fewer readers need are in a part that opens.
pub(super) fn controls(portal: &SiteContext, query: RwSignal<ZoneQuery>, register: &Register) -> Markup {
    let levels = options(
        query,
        Parameter::Level,
        &[ALL, ("national", TEXT.facts.national), ("provincial", TEXT.facts.provincial)],
    );
    let groups = TypeGroup::ALL.map(|(group, value)| (value, TEXT.facts.group_name(group)));
    let mut types = options(query, Parameter::Type, &[ALL]);
    types.extend(options(query, Parameter::Type, &groups));
    let mut provinces = options(query, Parameter::Province, &[ALL]);
    provinces.extend(register.provinces.iter().map(|it| {
        let name = it.region.short_name.clone();
        option(query, Parameter::Province, it.region.code.to_string(), view! { {name} })
    }));
    let orders = options(query, Parameter::Sort, &ORDERS);
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
        {choice(query, Parameter::Type, TEXT.facts.zone_type, types)}
        {choice(query, Parameter::Province, TEXT.register.province, provinces)}
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

/// Renders a list of choices.
fn choice(query: RwSignal<ZoneQuery>, parameter: Parameter, label: &'static str, options: Vec<Markup>) -> Markup {
    view! {
        <label class="filter-field">
            <span>{label}</span>
            <select on:change=move |event| set(query, parameter, event.value())>{options}</select>
        </label>
    }
}

/// Renders choices whose values and labels are constants.
fn options(query: RwSignal<ZoneQuery>, parameter: Parameter, choices: &[(&'static str, &'static str)]) -> Vec<Markup> {
    choices.iter().map(|&(value, label)| option(query, parameter, value.to_owned(), view! { {label} })).collect()
}

fn option(query: RwSignal<ZoneQuery>, parameter: Parameter, value: String, label: Markup) -> Markup {
    let own = value.clone();
    let is_chosen = move || query.with(|query| query.get(parameter) == own);
    view! { <option value=value prop:selected=is_chosen>{label}</option> }
}

fn value_of(query: RwSignal<ZoneQuery>, parameter: Parameter) -> String {
    query.with(|query| query.get(parameter).to_owned())
}
