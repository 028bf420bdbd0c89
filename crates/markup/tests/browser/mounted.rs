//! Markup as a Leptos view: it is mounted among others, built again if a closure returns other markup, and removed on unmount.

use investchn_markup::{Markup, component, view};
use leptos::mount::mount_to_renderer;
use leptos::prelude::{ElementChild, Get, OnAttribute, Owner, RwSignal, Set, Update};

use crate::page;

/// Runs the checks and returns the failures.
pub(crate) async fn check() -> Vec<String> {
    let mut wrong = Vec::new();
    wrong.extend(a_closure_returns_other_markup().await);
    wrong.extend(a_component_lives_in_a_slot().await);
    wrong
}

async fn a_closure_returns_other_markup() -> Option<String> {
    let owner = Owner::new();
    let text = owner.with(|| RwSignal::new("a"));
    let root = page::root("");
    let markup = move || match text.get() {
        "" => Markup::default(),
        text => view! { <b>{text}</b><i></i> },
    };
    let handle = owner.with(|| mount_to_renderer(&root, move || ("before", markup, "after")));
    let mut seen = vec![root.inner_html()];
    for now in ["b", "", "c"] {
        text.set(now);
        page::effects().await;
        seen.push(root.inner_html());
    }
    drop(handle);
    seen.push(root.inner_html());
    let expected =
        ["before<b>a</b><i></i>after", "before<b>b</b><i></i>after", "beforeafter", "before<b>c</b><i></i>after", ""];
    (seen != expected).then(|| format!("markup within a Leptos view: {seen:?}"))
}

async fn a_component_lives_in_a_slot() -> Option<String> {
    let owner = Owner::new();
    let (count, shown) = owner.with(|| (RwSignal::new(0), RwSignal::new(true)));
    let root = page::root("");
    let counter = move || {
        let button = leptos::html::button().child(move || count.get());
        component(button.on(leptos::ev::click, move |_| count.update(|count| *count += 1)))
    };
    let handle = owner.with(|| {
        mount_to_renderer(&root, move || {
            view! { <p>"before"</p><div>{move || shown.get().then(counter)}</div><p>"after"</p> }
        })
    });
    page::dispatch(&root, "button", "click");
    page::dispatch(&root, "button", "click");
    page::effects().await;
    let counted = root.inner_html();
    shown.set(false);
    page::effects().await;
    let hidden = root.inner_html();
    drop(handle);
    let right = counted == "<p>before</p><div><button>2</button></div><p>after</p>"
        && hidden == "<p>before</p><div></div><p>after</p>";
    (!right).then(|| format!("a component in a slot: {counted}, then {hidden}"))
}
