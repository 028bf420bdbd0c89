//! Document helpers for the checks: new elements, comparisons, and waiting for effects.

use investchn_markup::Markup;
use leptos::prelude::Owner;
use leptos::reactive::diagnostics::SpecialNonReactiveZone;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, EventInit, HtmlInputElement, Node};

/// Returns the document.
pub(crate) fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a document")
}

/// Appends a new element with this HTML to the page.
pub(crate) fn root(html: &str) -> Element {
    let root = document().create_element("div").expect("an element");
    root.set_inner_html(html);
    document().document_element().and_then(|page| page.append_child(&root).ok()).expect("a page");
    root
}

/// Returns the current HTML of a view. Suppresses Leptos's warning about signals that are read without an effect.
pub(crate) fn html(owner: &Owner, view: impl FnOnce() -> Markup) -> String {
    let _quiet = SpecialNonReactiveZone::enter();
    owner.with(|| view().into_html())
}

/// Lists the elements within an element.
pub(crate) fn elements(root: &Element) -> Vec<Node> {
    let found = root.query_selector_all("*").expect("a selector");
    (0..found.length()).filter_map(|place| found.item(place)).collect()
}

/// Compares two trees and describes the difference, if any. Adjacent texts count as one, as a parser makes them.
pub(crate) fn difference(one: &Element, other: &Element) -> Option<String> {
    let copies = [one, other].map(|root| root.clone_node_with_deep(true).expect("a copy"));
    copies.iter().for_each(Node::normalize);
    let fields = |root: &Element| -> Vec<(String, bool)> {
        let inputs = elements(root).into_iter().filter_map(|node| node.dyn_into::<HtmlInputElement>().ok());
        inputs.map(|input| (input.value(), input.checked())).collect()
    };
    let same = copies[0].is_equal_node(Some(&copies[1])) && fields(one) == fields(other);
    (!same).then(|| format!("{} {:?} is not {} {:?}", one.inner_html(), fields(one), other.inner_html(), fields(other)))
}

/// Waits for the effects of a changed signal.
pub(crate) async fn effects() {
    for _ in 0..3 {
        leptos::task::tick().await;
    }
}

/// Dispatches an event on the first match of a selector.
pub(crate) fn dispatch(root: &Element, selector: &str, event: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict(event, &init).expect("an event");
    let target = root.query_selector(selector).ok().flatten().expect("an element");
    target.dispatch_event(&event).expect("a listener that does not throw");
}
