//! The register as a tool: the filter and the table that follows it. Both follow the reader's query, which is part of the app's
//! state, so that it is still there when the reader comes back.

mod controls;
mod selection;
mod table;

use std::rc::Rc;

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::Register;
use investchn_model::register::MORE_ROWS;
use investchn_navigation::site_context::SiteContext;
use investchn_navigation::zone_query::{Parameter, ZoneQuery};
use leptos::prelude::{Set, With};

use crate::app_state::AppState;
use selection::Selection;

/// Renders the filter, and the first rows that it selects.
pub(crate) fn register_tool(portal: &SiteContext, state: AppState, register: &Register) -> Markup {
    let words = portal.words;
    let selection = Rc::new(Selection::new(words, state, register));
    let query = selection.query;
    let is_empty = move || query.with(ZoneQuery::is_empty);
    let (said, missing, remaining, more) = (selection.clone(), selection.clone(), selection.clone(), selection.clone());
    let wanting = selection.clone();
    view! {
        <search class="filter" on:focusin=move |_| wanting.want_rows()>
            {controls::controls(portal, query, register)}
            <p class="filter-state">
                <span class="filter-count" role="status">{move || said.said()}</span>
                <button class="button button-quiet" type="button" hidden=is_empty on:click=move |_| query.set(ZoneQuery::default())>
                    {TEXT.register.clear}
                </button>
            </p>
        </search>
        <p class="empty" hidden=move || !missing.is_empty()>{TEXT.register.none_found}</p>
        {table::table(portal, register, &selection)}
        <p class="more">
            <button
                class="button button-quiet"
                type="button"
                hidden=move || remaining.remaining() == 0
                on:click=move |_| more.show_more()
            >{words.register.more(MORE_ROWS)}</button>
        </p>
    }
}

/// Renders a search field, and the zones that it finds. No zone is shown before the reader types.
pub(crate) fn zone_search(portal: &SiteContext, state: AppState, register: &Register) -> Markup {
    let words = portal.words;
    let selection = Rc::new(Selection::new(words, state, register));
    let query = selection.query;
    let portal = portal.clone();
    let has_text = move || query.with(|query| !query.get(Parameter::Text).is_empty());
    let (said, found) = (selection.clone(), selection);
    view! {
        <search class="filter">
            {controls::search_field(query)}
            <p class="filter-count" role="status" hidden=move || !has_text()>{move || said.said()}</p>
        </search>
        <ul class="zones">{move || if has_text() { found.each(&|row| table::item(&portal, row)) } else { Vec::new() }}</ul>
    }
}
