//! What is stored on this device: the button that keeps a page, and the lists of what is kept and of what was read. What a
//! button asks stands on it; the browser's half hands it to the worker. Where there is no worker all of it is hidden.

use investchn_content::{DevicePage, Shelf, Stored};
use leptos::prelude::{Memo, RwSignal, With, use_context};

use crate::markup::{Markup, Slot, view};
use crate::portal::Portal;
use crate::route::Route;

fn shelf() -> RwSignal<Option<Shelf>> {
    use_context().unwrap_or_default()
}

/// One value of what is stored, followed only where it changes: what is not made anew keeps the focus.
fn part<T: Default + PartialEq + Send + Sync + 'static>(of: impl Fn(&Shelf) -> T + Send + Sync + 'static) -> Memo<T> {
    let shelf = shelf();
    Memo::new(move |_| shelf.with(|shelf| shelf.as_ref().map(&of).unwrap_or_default()))
}

/// Keeps a zone or a region on this device, or lets it go.
pub(crate) fn keep_button(portal: &Portal, route: &Route) -> Markup {
    let path = route.path();
    let (none, value) = (part(|_| true), path.clone());
    let kept = part(move |shelf| shelf.kept.iter().any(|kept| kept.path == path));
    let busy = part(|shelf| shelf.busy);
    let is_kept = move || kept.with(|kept| *kept);
    view! {
        <div class="keep" hidden=move || none.with(|there| !there)>
            <button
                class="button button-quiet"
                type="button"
                value=value
                data-ask=move || if is_kept() { "drop" } else { "keep" }
                aria-disabled=move || busy.with(|busy| busy.then_some("true"))
            >
                {move || if is_kept() { "移出公文包" } else { "存入公文包，离线可读" }}
            </button>
            <a href=portal.href(&Route::Device(DevicePage::Saved)) hidden=move || !is_kept()>"看公文包"</a>
            {outcome()}
        </div>
    }
}

/// What the last wish came to, spoken too.
fn outcome() -> Markup {
    let said = part(|shelf| shelf.said.clone());
    view! { <p class="outcome" role="status">{move || said.with(String::clone)}</p> }
}

/// What the reader keeps, each with its age and size, and how to renew it and to let it go.
pub(crate) fn kept_list(portal: &Portal) -> Markup {
    let (there, busy) = (part(|_| true), part(|shelf| shelf.busy));
    let kept = part(|shelf| shelf.kept.clone());
    let none = move || kept.with(Vec::is_empty);
    let busy = move || busy.with(|busy| busy.then_some("true"));
    let portal = portal.clone();
    let row = move |stored: &Stored| {
        let button = |ask: &'static str, label: &'static str| {
            let name = [label, "：", &stored.name].concat();
            let value = stored.path.clone();
            view! {
                <button class="button button-quiet" type="button" data-ask=ask value=value aria-label=name aria-disabled=busy>
                    {label}
                </button>
            }
        };
        view! {
            <li>
                <div><a href=portal.link(&stored.path)>{stored.name.clone()}</a><p>{stored.note.clone()}</p></div>
                <div class="kept-actions">{button("keep", "更新")}{button("drop", "移出")}</div>
            </li>
        }
    };
    view! {
        <p class="empty" hidden=move || there.with(|there| *there)>
            "这里要在允许离线保存的浏览器里、打开脚本后才能使用。"
        </p>
        <p class="empty" hidden=move || there.with(|there| !there) || !none()>"公文包还是空的。"</p>
        <ul class="kept" hidden=none>{move || kept.with(|kept| kept.iter().map(&row).collect::<Vec<_>>())}</ul>
        <p hidden=none>
            <button class="button button-quiet" type="button" data-ask="empty" aria-disabled=busy>"全部清空"</button>
        </p>
        {outcome()}
    }
}

/// What was read and is kept, to be read again without a network.
pub(crate) fn read_list(portal: &Portal) -> Markup {
    let there = part(|shelf| shelf.kept.iter().chain(&shelf.read).cloned().collect::<Vec<_>>());
    let none = move || there.with(Vec::is_empty);
    let portal = portal.clone();
    let row = move |stored: &Stored| {
        Slot::Markup(view! { <li><a href=portal.link(&stored.path)>{stored.name.clone()}</a></li> })
    };
    view! {
        <section class="readable" hidden=none aria-labelledby="readable-heading">
            <h2 id="readable-heading">"没有网络也能读"</h2>
            <ul>{move || there.with(|there| there.iter().map(&row).collect::<Vec<_>>())}</ul>
        </section>
    }
}
