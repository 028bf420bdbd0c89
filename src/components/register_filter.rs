//! The register with its filter: a field, the types, and the zones by province, which answer as one types.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use investchn_messages::ZH;
use investchn_model::{Register, RegisterZone, Status, ZoneType};
use leptos::prelude::{RwSignal, Update, With, use_context};

use crate::filter::{Asked, ZoneFilter};
use crate::markup::{Markup, view};
use crate::portal::Portal;
use investchn_model::route::Route;

/// Which rows show. They follow what is asked for, and all ask here, so that it is worked out once for all of them.
struct Shown {
    asked: RwSignal<Asked>,
    filter: ZoneFilter,
    /// No row shows before something is asked for.
    only_found: bool,
    last: RefCell<Option<(Asked, Vec<bool>)>>,
}

impl Shown {
    fn unasked(&self) -> bool {
        self.only_found && self.asked.with(Asked::is_nothing)
    }

    /// How many of these rows show.
    fn among(&self, places: Range<usize>) -> usize {
        if self.unasked() {
            return 0;
        }
        self.asked.with(|asked| {
            let mut last = self.last.borrow_mut();
            if last.as_ref().is_none_or(|(of, _)| of != asked) {
                *last = Some((asked.clone(), self.filter.matches(asked)));
            }
            let rows = last.as_ref().and_then(|(_, shown)| shown.get(places)).unwrap_or_default();
            rows.iter().filter(|shown| **shown).count()
        })
    }
}

/// The filter and the rows. With `only_found` no row shows before something is asked for (the not-found page). What is asked
/// for is the app's to keep, so that it is there again when a reader comes back.
pub(crate) fn register_filter(portal: &Portal, register: &Register, only_found: bool) -> Markup {
    let filter = ZoneFilter::new(register);
    let asked = use_context::<RwSignal<Asked>>().unwrap_or_else(|| RwSignal::new(Asked::default()));
    let rows = register.zones.len();
    let shown = Rc::new(Shown { asked, filter, only_found, last: RefCell::default() });
    let (counted, found, sought) = (shown.clone(), shown.clone(), shown.clone());

    let choice = |label: &'static str, value: Option<ZoneType>| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="zone-type"
                    prop:checked=move || asked.with(|asked| asked.zone_type == value)
                    on:change=move |_: String| asked.update(|asked| asked.zone_type = value)
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
                    prop:value=move || asked.with(|asked| asked.text.clone())
                    on:input=move |text: String| asked.update(|asked| asked.text = text)
                />
            </label>
            <fieldset class="choices"><legend class="visually-hidden">{ZH.register.zone_type}</legend>{choices}</fieldset>
            <p class="filter-count" role="status" hidden=move || sought.unasked()>
                {move || ZH.register.found(counted.among(0..rows))}
            </p>
        </search>
        <p class="empty" hidden=move || found.unasked() || found.among(0..rows) != 0>
            {ZH.register.none_found}
        </p>
        {provinces(portal, register, &shown)}
    }
}

fn provinces(portal: &Portal, register: &Register, shown: &Rc<Shown>) -> Vec<Markup> {
    let mut groups = Vec::new();
    let mut start = 0;
    while let Some(first) = register.zones.get(start) {
        let code = first.city.province();
        let length = register.zones[start..].iter().take_while(|zone| zone.city.province() == code).count();
        let places = start..start + length;
        let name = register.regions.iter().find(|region| region.code == code).map(|region| region.name.clone());
        let (of_province, within) = (shown.clone(), places.clone());
        let none = move || of_province.among(within.clone()) == 0;
        let zones: Vec<_> = places.map(|place| row(portal, &register.zones[place], place, shown.clone())).collect();
        groups.push(view! {
            <section class="province" hidden=none>
                <h2><a href=portal.href(&Route::Region(code, None))>{name}</a></h2>
                <ul class="zones">{zones}</ul>
            </section>
        });
        start += length;
    }
    groups
}

fn row(portal: &Portal, zone: &RegisterZone, place: usize, shown: Rc<Shown>) -> Markup {
    // 北京经开区 says its type itself; 中关村科技园 does not.
    let unsaid = zone.types.iter().map(|it| ZH.facts.type_short(*it)).filter(|it| !zone.short.ends_with(it));
    let types: Vec<_> = unsaid.map(|it| view! { <span class="zone-type">{it}</span> }).collect();
    let status = match zone.status {
        Status::Listed => None,
        Status::Uncertain => Some(ZH.register.uncertain),
        Status::Exited => Some(ZH.register.exited),
    };
    view! {
        <li hidden=move || shown.among(place..place + 1) == 0>
            <a href=portal.href(&Route::Zone(zone.id.clone(), None, None)) title=zone.name.clone()>{zone.short.clone()}</a>
            {types}
            {status.map(|status| view! { <span class="zone-status">{status}</span> })}
        </li>
    }
}
