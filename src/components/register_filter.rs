//! The register with its filter: a field, the types, and the zones by province, which answer as one types.

use investchn_content::{Register, RegisterZone, Status, ZoneType};
use leptos::prelude::{Memo, RwSignal, Update, With, use_context};

use crate::filter::{Asked, ZoneFilter};
use crate::markup::{Markup, view};
use crate::portal::Portal;
use crate::route::Route;
use crate::wording;

/// The filter and the rows. With `only_found` no row shows before something is asked for (the not-found page). What is asked
/// for is the app's to keep, so that it is there again when a reader comes back.
pub(crate) fn register_filter(portal: &Portal, register: &Register, only_found: bool) -> Markup {
    let filter = ZoneFilter::new(register);
    let asked = use_context::<RwSignal<Asked>>().unwrap_or_else(|| RwSignal::new(Asked::default()));
    let rows = register.zones.len();
    let unasked = move || only_found && asked.with(Asked::is_nothing);
    let shown =
        Memo::new(move |_| if unasked() { vec![false; rows] } else { asked.with(|asked| filter.matches(asked)) });
    let none = move || shown.with(|shown| !shown.contains(&true));
    let count = move || shown.with(|shown| shown.iter().filter(|shown| **shown).count());

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
    let choices = std::iter::once(choice("全部", None))
        .chain(ZoneType::ALL.map(|it| choice(wording::zone_type_short(it), Some(it))))
        .collect::<Vec<_>>();

    view! {
        <search class="filter">
            <label class="filter-field">
                <span>"查找开发区"</span>
                <input
                    type="search"
                    placeholder="名称、省市或拼音"
                    autocomplete="off"
                    prop:value=move || asked.with(|asked| asked.text.clone())
                    on:input=move |text: String| asked.update(|asked| asked.text = text)
                />
            </label>
            <fieldset class="choices"><legend class="visually-hidden">"类型"</legend>{choices}</fieldset>
            <p class="filter-count" role="status" hidden=unasked>
                {move || ["共 ", &count().to_string(), " 家"].concat()}
            </p>
        </search>
        <p class="empty" hidden=move || unasked() || !none()>
            "没有符合条件的开发区，请换一个说法再试。"
        </p>
        {provinces(portal, register, shown)}
    }
}

fn provinces(portal: &Portal, register: &Register, shown: Memo<Vec<bool>>) -> Vec<Markup> {
    let mut groups = Vec::new();
    let mut start = 0;
    while let Some(first) = register.zones.get(start) {
        let code = first.city.province();
        let length = register.zones[start..].iter().take_while(|zone| zone.city.province() == code).count();
        let places = start..start + length;
        let name = register.regions.iter().find(|region| region.code == code).map(|region| region.name.clone());
        let none = {
            let places = places.clone();
            move || shown.with(|shown| !shown[places.clone()].contains(&true))
        };
        let zones: Vec<_> = places.map(|place| row(portal, &register.zones[place], place, shown)).collect();
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

fn row(portal: &Portal, zone: &RegisterZone, place: usize, shown: Memo<Vec<bool>>) -> Markup {
    // 北京经开区 says its type itself; 中关村科技园 does not.
    let unsaid = zone.types.iter().map(|it| wording::zone_type_short(*it)).filter(|it| !zone.short.ends_with(it));
    let types: Vec<_> = unsaid.map(|it| view! { <span class="zone-type">{it}</span> }).collect();
    let status = match zone.status {
        Status::Listed => None,
        Status::Uncertain => Some("待核实"),
        Status::Exited => Some("已退出"),
    };
    view! {
        <li hidden=move || shown.with(|shown| !shown[place])>
            <a href=portal.href(&Route::Zone(zone.id.clone(), None, None)) title=zone.name.clone()>{zone.short.clone()}</a>
            {types}
            {status.map(|status| view! { <span class="zone-status">{status}</span> })}
        </li>
    }
}
