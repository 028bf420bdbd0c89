//! The table of zones. On narrow screens the style sheet shows each row as a card.

use std::rc::Rc;

use investchn_markup::{Markup, view};
use investchn_messages::{AppMessages, TEXT, text};
use investchn_model::route::Route;
use investchn_model::{Level, Register, RegisterRow, Status, ZoneType};
use investchn_navigation::site_context::SiteContext;
use investchn_navigation::zone_query::{Column, Parameter};
use leptos::prelude::{With, WithUntracked};

use super::selection::{Selection, set};

/// Renders the table of the selected rows. Its headings sort it.
pub(super) fn table(portal: &SiteContext, register: &Register, selection: &Rc<Selection>) -> Markup {
    let query = selection.query;
    // In the order of `Column::ALL`.
    let headings = [
        TEXT.facts.name,
        TEXT.facts.level,
        TEXT.facts.zone_type,
        TEXT.register.province,
        TEXT.facts.approved,
        TEXT.register.hectares,
        TEXT.facts.industries,
    ];
    let heading = |((_, name), label): (&(Column, &'static str), &'static str)| {
        let name = *name;
        let direction = move || {
            query.with(|query| match query.get(Parameter::Sort) {
                sort if sort == name => Some("ascending"),
                sort if sort.strip_prefix('-') == Some(name) => Some("descending"),
                _ => None,
            })
        };
        let sort = move |_| set(query, Parameter::Sort, query.with_untracked(|query| query.sorted_by(name)));
        view! { <th scope="col" role="columnheader" aria-sort=direction><button type="button" on:click=sort>{label}</button></th> }
    };
    let headings: Vec<_> = Column::ALL.iter().zip(headings).map(heading).collect();
    let (portal, selection) = (portal.clone(), selection.clone());
    let provinces: Vec<_> =
        register.provinces.iter().map(|it| (it.region.code, it.region.short_name.clone())).collect();
    let row = Rc::new(move |zone: &RegisterRow| {
        let province = provinces.iter().find(|(code, _)| *code == zone.city.province());
        row(&portal, zone, province.map(|(_, name)| name.clone()))
    });
    let (row_below, below) = (row.clone(), selection.clone());
    let rows = move || selection.each_on_first_screen(&*row);
    let rows_below = move || below.each_below(&*row_below);
    view! {
        <table class="register" role="table">
            <caption class="visually-hidden">{TEXT.register.table}</caption>
            <thead role="rowgroup"><tr role="row">{headings}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
            <tbody role="rowgroup">{rows_below}</tbody>
        </table>
    }
}

// The roles are stated, because the cards of narrow screens are no table to a browser any more.
fn row(portal: &SiteContext, zone: &RegisterRow, province: Option<String>) -> Markup {
    let words = portal.words;
    let types: Vec<&str> = zone.types.iter().map(|it| text(type_in_table(words, zone.level, *it))).collect();
    let area = zone.area_ha.map(|area| words.facts.number(&area.to_string()));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{name(portal, zone, zone.name.clone())}</th>
            <td role="cell" data-label=TEXT.facts.level>{TEXT.facts.level_name(zone.level)}</td>
            <td role="cell" data-label=TEXT.facts.zone_type>{types.join(text(words.facts.separator))}</td>
            <td role="cell" data-label=TEXT.register.province>{province}</td>
            <td role="cell" data-label=TEXT.facts.approved>{zone.approved.clone()}</td>
            <td role="cell" data-label=TEXT.register.hectares>{area}</td>
            <td role="cell" data-label=TEXT.facts.industries lang=portal.foreign_lang(&zone.industries)>{zone.industries.clone()}</td>
        </tr>
    }
}

/// Renders a zone as an item of a plain list.
pub(super) fn item(portal: &SiteContext, zone: &RegisterRow) -> Markup {
    view! { <li>{name(portal, zone, zone.name.clone())}</li> }
}

fn name(portal: &SiteContext, zone: &RegisterRow, name: String) -> Markup {
    let status = match zone.status {
        Status::Listed => None,
        Status::Uncertain => Some(TEXT.register.uncertain),
        Status::Exited => Some(TEXT.register.exited),
    };
    view! {
        <a href=portal.href(&Route::Zone(zone.id.clone(), None, None))>{name}</a>
        {status.map(|status| view! { <span class="zone-status">{status}</span> })}
    }
}

fn type_in_table(words: &AppMessages, level: Level, zone_type: ZoneType) -> &'static str {
    match zone_type {
        ZoneType::Etdz | ZoneType::Htz => words.facts.group_name(zone_type.group()),
        _ => words.facts.type_name(level, zone_type),
    }
}
