//! Messages to and from the worker: sends it the requests of buttons, and writes its reports into the app's state. The start
//! script registers the worker, and the worker stores the pages.

use investchn_messages::{TEXT, text};
use investchn_model::OfflineStatus;
use investchn_model::json::FromJson;
use leptos::prelude::Set;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement, MessageEvent, ServiceWorkerContainer, Window};

use super::data::Parsed;
use crate::app_state::AppState;

/// Listens to the worker and to its buttons as long as the page lives. Without a worker (the browser has none, storage is
/// blocked, or the address is not secure) no report arrives, and the buttons stay hidden.
///
/// # Errors
/// If the browser refuses a listener.
pub(super) fn listen(window: &Window, document: &Document, state: AppState) -> Result<(), JsValue> {
    // Read by name: if storage is blocked, the typed getter throws.
    let workers = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("serviceWorker")).unwrap_or_default();
    if !workers.is_object() {
        return Ok(());
    }
    let workers: ServiceWorkerContainer = workers.unchecked_into();
    let shown = document.clone();
    let reported = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(status) = OfflineStatus::from_json(&Parsed::value(event.data())) {
            let focused = focused_button(&shown);
            state.offline_status.set(Some(status));
            let shown = shown.clone();
            wasm_bindgen_futures::spawn_local(async move {
                leptos::task::tick().await;
                give_focus_back(&shown, focused);
            });
        }
    });
    workers.add_event_listener_with_callback("message", reported.as_ref().unchecked_ref())?;
    reported.forget();

    send(&workers, "list", "");
    let page = window.clone();
    let click = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let button = event.target().and_then(|at| at.dyn_into::<Element>().ok()?.closest("[data-ask]").ok()?);
        if let Some((request, button)) = button.and_then(|button| Some((button.get_attribute("data-ask")?, button))) {
            let is_confirmed =
                request != "empty" || page.confirm_with_message(text(TEXT.saved.confirm_clear)).unwrap_or_default();
            if is_confirmed {
                send(&workers, &request, &button.get_attribute("value").unwrap_or_default());
            }
        }
    });
    window.add_event_listener_with_callback("click", click.as_ref().unchecked_ref())?;
    click.forget();
    Ok(())
}

fn send(workers: &ServiceWorkerContainer, request: &str, path: &str) {
    let message = js_sys::Object::new();
    for (name, value) in [("ask", request), ("path", path)] {
        let _ = js_sys::Reflect::set(&message, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    // A worker that is not active yet reports by itself once it is.
    if let Some(worker) = workers.controller() {
        let _ = worker.post_message(&message);
    }
}

/// Returns a selector of the focused button, to find it again after its row has been rendered again.
fn focused_button(document: &Document) -> Option<String> {
    let button = document.active_element()?;
    let (ask, path) = (button.get_attribute("data-ask")?, button.get_attribute("value").unwrap_or_default());
    Some(["[data-ask=", &ask, "][value='", &path, "']"].concat())
}

/// Restores the focus to the button, or to the page's heading if the button is gone or hidden.
fn give_focus_back(document: &Document, button: Option<String>) {
    let is_shown = |at: &Element| at.closest("body [hidden]").is_ok_and(|hidden| hidden.is_none());
    let lost = document.active_element().is_none_or(|at| at.local_name() == "body" || !is_shown(&at));
    let Some(button) = button.filter(|_| lost) else { return };
    let find = |selector: &str| document.query_selector(selector).ok().flatten().filter(is_shown);
    if let Some(element) = find(&button).or_else(|| find("main h1")) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}
