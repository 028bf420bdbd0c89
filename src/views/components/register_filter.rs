//! The register with its filter: a search field, the types, and the zones by province. The rows follow the filter while the
//! reader types.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use investchn_markup::{Markup, view};
use investchn_messages::ZH;
use investchn_model::route::Route;
use investchn_model::{Register, RegisterZone, Status, ZoneType};
use leptos::prelude::{RwSignal, Update, With, use_context};

use investchn_navigation::site_context::SiteContext;
use investchn_navigation::zone_filter::{ZoneFilter, ZoneQuery};

/// The shown rows. All rows follow the query through this cache, so that a query is matched once.
///
/// Leptos's `Memo` does the same, but this would be its only use in the app, and it adds 900 bytes (brotli).
struct ShownRows {
    query: RwSignal<ZoneQuery>,
    filter: ZoneFilter,
    /// No row is shown for an empty query.
    only_found: bool,
    /// The query that was matched last; for each row, true if it matched.
    last: RefCell<Option<(ZoneQuery, Vec<bool>)>>,
}

impl ShownRows {
    /// Returns true before the reader enters a query, if no row is shown then.
    fn is_idle(&self) -> bool {
        self.only_found && self.query.with(ZoneQuery::is_empty)
    }

    /// Returns the number of shown rows in this range.
    fn count(&self, rows: Range<usize>) -> usize {
        if self.is_idle() {
            return 0;
        }
        self.query.with(|query| {
            let mut last = self.last.borrow_mut();
            if last.as_ref().is_none_or(|(of, _)| of != query) {
                *last = Some((query.clone(), self.filter.matches(query)));
            }
            let shown = last.as_ref().and_then(|(_, shown)| shown.get(rows)).unwrap_or_default();
            shown.iter().filter(|shown| **shown).count()
        })
    }
}

/// Renders the filter and the rows. With `only_found` no row is shown before the reader enters a query (the not-found page). The
/// query is part of the app's state, so that it is still there when the reader comes back.
pub(crate) fn register_filter(portal: &SiteContext, register: &Register, only_found: bool) -> Markup {
    let filter = ZoneFilter::new(register);
    let query = use_context::<RwSignal<ZoneQuery>>().unwrap_or_else(|| RwSignal::new(ZoneQuery::default()));
    let rows = register.zones.len();
    let shown = Rc::new(ShownRows { query, filter, only_found, last: RefCell::default() });
    let (counted, idle, found) = (shown.clone(), shown.clone(), shown.clone());

    let choice = |label: &'static str, value: Option<ZoneType>| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="zone-type"
                    prop:checked=move || query.with(|query| query.zone_type == value)
                    on:change=move |_| query.update(|query| query.zone_type = value)
                />
                <span>{label}</span>
            </label>
        }
    };
    let choices = std::iter::once(choice(ZH.lists.all, None))
        .chain(ZoneType::ALL.map(|it| choice(ZH.facts.type_short(it), Some(it))))
        .collect::<Vec<_>>();

    view! {
        <search class="filter">
            <label class="filter-field">
                <span>{ZH.register.find}</span>
                <input
                    type="search"
                    placeholder=ZH.register.find_by
                    autocomplete="off"
                    prop:value=move || query.with(|query| query.text.clone())
                    on:input=move |event| query.update(|query| query.text = event.value())
                />
            </label>
            <fieldset class="choices"><legend class="visually-hidden">{ZH.register.zone_type}</legend>{choices}</fieldset>
            <p class="filter-count" role="status" hidden=move || idle.is_idle()>
                {move || ZH.register.found(counted.count(0..rows))}
            </p>
        </search>
        <p class="empty" hidden=move || found.is_idle() || found.count(0..rows) != 0>
            {ZH.register.none_found}
        </p>
        {provinces(portal, register, &shown)}
    }
}

fn provinces(portal: &SiteContext, register: &Register, shown: &Rc<ShownRows>) -> Vec<Markup> {
    let mut groups = Vec::new();
    let mut start = 0;
    while let Some(first) = register.zones.get(start) {
        let code = first.city.province();
        let length = register.zones[start..].iter().take_while(|zone| zone.city.province() == code).count();
        let rows = start..start + length;
        let name = register.regions.iter().find(|region| region.code == code).map(|region| region.name.clone());
        let (of_province, within) = (shown.clone(), rows.clone());
        let is_empty = move || of_province.count(within.clone()) == 0;
        let zones: Vec<_> = rows.map(|place| row(portal, &register.zones[place], place, shown.clone())).collect();
        groups.push(view! {
            <section class="province" hidden=is_empty>
                <h2><a href=portal.href(&Route::Region(code, None))>{name}</a></h2>
                <ul class="zones">{zones}</ul>
            </section>
        });
        start += length;
    }
    groups
}

fn row(portal: &SiteContext, zone: &RegisterZone, place: usize, shown: Rc<ShownRows>) -> Markup {
    // The name 北京经开区 contains the type; 中关村科技园 does not.
    let unsaid = zone.types.iter().map(|it| ZH.facts.type_short(*it)).filter(|it| !zone.short_name.ends_with(it));
    let types: Vec<_> = unsaid.map(|it| view! { <span class="zone-type">{it}</span> }).collect();
    let status = match zone.status {
        Status::Listed => None,
        Status::Uncertain => Some(ZH.register.uncertain),
        Status::Exited => Some(ZH.register.exited),
    };
    view! {
        <li hidden=move || shown.count(place..place + 1) == 0>
            <a href=portal.href(&Route::Zone(zone.id.clone(), None, None)) title=zone.name.clone()>{zone.short_name.clone()}</a>
            {types}
            {status.map(|status| view! { <span class="zone-status">{status}</span> })}
        </li>
    }
}
