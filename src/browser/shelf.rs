//! The talk with the worker: hands it what a button asks, and puts what it tells on the stage. Storing is the worker's, which
//! the start script registers.

use investchn_messages::ZH;
use investchn_model::Shelf;
use investchn_model::json::FromJson;
use leptos::prelude::Set;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement, MessageEvent, ServiceWorkerContainer, Window};

use crate::app::Stage;
use crate::data::Parsed;

/// Listens to the worker and to the buttons that ask it, as long as the page lives. Where a browser has no workers or lets none be
/// asked for, or the address is not one that it trusts, nothing is ever told, and the buttons stay hidden.
pub(super) fn listen(window: &Window, document: &Document, stage: Stage) -> Result<(), JsValue> {
    // By its name: where storage is blocked, asking throws.
    let workers = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("serviceWorker")).unwrap_or_default();
    if !workers.is_object() {
        return Ok(());
    }
    let workers: ServiceWorkerContainer = workers.unchecked_into();
    let shown = document.clone();
    let told = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(shelf) = Shelf::from_json(&Parsed::value(event.data())) {
            let focused = focused_ask(&shown);
            stage.shelf.set(Some(shelf));
            let shown = shown.clone();
            wasm_bindgen_futures::spawn_local(async move {
                leptos::task::tick().await;
                give_focus_back(&shown, focused);
            });
        }
    });
    workers.add_event_listener_with_callback("message", told.as_ref().unchecked_ref())?;
    told.forget();

    ask(&workers, "list", "");
    let page = window.clone();
    let click = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let button = event.target().and_then(|at| at.dyn_into::<Element>().ok()?.closest("[data-ask]").ok()?);
        if let Some((wish, button)) = button.and_then(|button| Some((button.get_attribute("data-ask")?, button))) {
            let is_meant = wish != "empty" || page.confirm_with_message(ZH.saved.confirm_clear).unwrap_or_default();
            if is_meant {
                ask(&workers, &wish, &button.get_attribute("value").unwrap_or_default());
            }
        }
    });
    window.add_event_listener_with_callback("click", click.as_ref().unchecked_ref())?;
    click.forget();
    Ok(())
}

fn ask(workers: &ServiceWorkerContainer, wish: &str, path: &str) {
    let question = js_sys::Object::new();
    for (name, value) in [("ask", wish), ("path", path)] {
        let _ = js_sys::Reflect::set(&question, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    // Before the worker is there it tells by itself.
    if let Some(worker) = workers.controller() {
        let _ = worker.post_message(&question);
    }
}

/// The button that has the focus, by what finds it again once its row is made anew.
fn focused_ask(document: &Document) -> Option<String> {
    let button = document.active_element()?;
    let (ask, path) = (button.get_attribute("data-ask")?, button.get_attribute("value").unwrap_or_default());
    Some(["[data-ask=", &ask, "][value='", &path, "']"].concat())
}

/// A button that is gone, or hidden, leaves the focus to the page's heading.
fn give_focus_back(document: &Document, button: Option<String>) {
    let is_shown = |at: &Element| at.closest("body [hidden]").is_ok_and(|hidden| hidden.is_none());
    let lost = document.active_element().is_none_or(|at| at.local_name() == "body" || !is_shown(&at));
    let Some(button) = button.filter(|_| lost) else { return };
    let find = |selector: &str| document.query_selector(selector).ok().flatten().filter(is_shown);
    if let Some(element) = find(&button).or_else(|| find("main h1")) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}
