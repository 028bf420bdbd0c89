//! Lifetimes: effects of a failed hydration, and listeners of removed elements.

use std::cell::Cell;
use std::rc::Rc;

use investchn_markup::{DomEvent, LivePart, Slot, hydrate, view};
use leptos::prelude::{Get, Owner, RwSignal, Set, Track};

use crate::page;

/// Runs the checks and returns the failures.
pub(crate) async fn check() -> Vec<String> {
    let mut wrong = Vec::new();
    wrong.extend(of_the_view().await);
    wrong.extend(of_a_slot().await);
    wrong.extend(of_listeners());
    wrong.extend(of_published_content().await);
    wrong.extend(of_published_content_on_a_changed_page("<p>still</p><b>a</b>", true, "<p>still</p><b>b</b>").await);
    wrong.extend(of_published_content_on_a_changed_page("", false, "").await);
    wrong
}

/// The page has a wrong element after one with a closure: the view is built again, and its effect runs once per change.
async fn of_the_view() -> Option<String> {
    let (owner, runs) = (Owner::new(), Rc::new(Cell::new(0)));
    let text = owner.with(|| RwSignal::new("a"));
    let root = page::root("<p>a</p><ol></ol>");
    let counted = runs.clone();
    let handle = owner.with(|| {
        hydrate(
            &root,
            move || {
                let counted = counted.clone();
                let value = move || {
                    counted.set(counted.get() + 1);
                    text.get()
                };
                view! { <p>{value}</p><ul></ul> }
            },
            "main",
            |_| (),
        )
    });
    let before = runs.get();
    text.set("b");
    page::effects().await;
    let (html, more) = (root.inner_html(), runs.get() - before);
    drop(handle);
    text.set("c");
    page::effects().await;
    let after = runs.get() - before - more;
    let right = html == "<p>b</p><ul></ul>" && before == 2 && more == 1 && after == 0;
    (!right).then(|| format!("a failed hydration: {html}, {before} runs, then {more}, then {after}"))
}

/// The same inside a closure's content, which alone is built again.
async fn of_a_slot() -> Option<String> {
    let (owner, runs) = (Owner::new(), Rc::new(Cell::new(0)));
    let text = owner.with(|| RwSignal::new("a"));
    let root = page::root("<main><h1></h1><div><p>a</p><i></i></div></main>");
    let heading = root.query_selector("h1").ok().flatten();
    let counted = runs.clone();
    let handle = owner.with(|| {
        hydrate(
            &root,
            move || {
                let counted = counted.clone();
                let content = move || {
                    let counted = counted.clone();
                    let value = move || {
                        counted.set(counted.get() + 1);
                        text.get()
                    };
                    view! { <p>{value}</p><b></b> }
                };
                view! { <main><h1></h1><div>{content}</div></main> }
            },
            "main",
            |_| (),
        )
    });
    let before = runs.get();
    text.set("b");
    page::effects().await;
    let (html, more) = (root.inner_html(), runs.get() - before);
    let same = heading.is_some_and(|it| it.is_same_node(root.query_selector("h1").ok().flatten().as_deref()));
    drop(handle);
    let right = html == "<main><h1></h1><div><p>b</p><b></b></div></main>" && before == 2 && more == 1 && same;
    (!right).then(|| format!("a failed hydration of a slot: {html}, {before} runs, then {more}; same heading: {same}"))
}

/// Published content gives way to another value, and comes back with its own nodes, whose live part follows its signals again.
async fn of_published_content() -> Option<String> {
    let owner = Owner::new();
    let (is_away, text) = owner.with(|| (RwSignal::new(false), RwSignal::new("a")));
    let root = page::root("<main><p>still</p><b>a</b></main>");
    let content = move || {
        if is_away.get() {
            return Slot::Markup(view! { <i></i> });
        }
        let markup = view! { <b>{move || text.get()}</b> };
        Slot::Published(Some(LivePart { selector: "b", markup }))
    };
    let still = || root.query_selector("p").ok().flatten();
    let (before, handle) =
        (still(), owner.with(|| hydrate(&root, move || view! { <main>{content}</main> }, "main", |_| ())));
    let mut shown = Vec::new();
    for (away, letter) in [(false, "b"), (true, "b"), (false, "c"), (false, "d")] {
        is_away.set(away);
        text.set(letter);
        page::effects().await;
        shown.push(root.inner_html());
    }
    let same = before.is_some_and(|it| it.is_same_node(still().as_deref()));
    drop(handle);
    let page = |letter: &str| format!("<main><p>still</p><b>{letter}</b></main>");
    let expected = [page("b"), "<main><i></i></main>".to_owned(), page("c"), page("d")];
    (shown != expected || !same).then(|| format!("published content: {shown:?}, same nodes: {same}"))
}

/// The page has another element beside published content: the view is built again around the content, whose live part follows its signals.
async fn of_published_content_on_a_changed_page(content: &str, is_kept: bool, expected: &str) -> Option<String> {
    let (owner, told) = (Owner::new(), Rc::new(Cell::new(None)));
    let text = owner.with(|| RwSignal::new("a"));
    let root = page::root(&format!("<p>added</p><ul></ul><main>{content}</main>"));
    let slot = move || {
        text.track();
        Slot::Published(Some(LivePart { selector: "b", markup: view! { <b>{move || text.get()}</b> } }))
    };
    let (still, tell) = (root.query_selector("main p").ok().flatten(), told.clone());
    let view = move || view! { <ul></ul><main>{slot}</main> };
    let handle = owner.with(|| hydrate(&root, view, "main", move |kept| tell.set(Some(kept))));
    text.set("b");
    page::effects().await;
    let (html, same) = (root.inner_html(), root.query_selector("main p").ok().flatten() == still);
    drop(handle);
    let right = html == format!("<ul></ul><main>{expected}</main>") && same && told.get() == Some(is_kept);
    (!right).then(|| format!("published content on a changed page: {html}, same nodes: {same}, {:?}", told.get()))
}

/// A listener gets the event of any element, and an event of a hydrated element arrives once.
fn of_listeners() -> Vec<String> {
    let heard: Rc<Cell<Vec<String>>> = Rc::default();
    let owner = Owner::new();
    let note = heard.clone();
    let view = move || {
        let note = |of: &'static str| {
            let heard = note.clone();
            move |event: DomEvent| {
                let mut all = heard.take();
                all.push(format!("{of} {} {}", event.as_web_sys().type_(), event.value()));
                heard.set(all);
            }
        };
        let option = view! { <option value="chosen">"Chosen"</option> };
        view! {
            <input value="typed" on:input=note("field") />
            <select on:change=note("select")>{option}</select>
            <button on:click=note("button")><span>"a"</span></button>
        }
    };
    let root = page::root(&page::html(&owner, &view));
    let handle = owner.with(|| hydrate(&root, view, "main", |_| ()));
    for (selector, event) in [("input", "input"), ("select", "change"), ("span", "click")] {
        page::dispatch(&root, selector, event);
    }
    drop(handle);
    let (heard, expected) = (heard.take(), ["field input typed", "select change chosen", "button click "]);
    if heard == expected { Vec::new() } else { vec![format!("listeners heard {heard:?}")] }
}
