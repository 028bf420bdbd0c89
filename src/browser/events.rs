//! Turns browser events into events of `navigation`.

use std::rc::Rc;

use investchn_model::route::Route;
use leptos::prelude::{RenderEffect, With};
use wasm_bindgen::prelude::*;
use web_sys::{EventTarget, MouseEvent, Window};

use super::effects::Runner;
use super::observer::LinkObserver;
use super::{address, links, panic_hook, zone_query};
use investchn_navigation::Event;

/// Adds the listeners, which stay as long as the page.
///
/// # Errors
/// If the browser refuses a listener.
pub(super) fn listen(runner: &Rc<Runner>) -> Result<(), JsValue> {
    let this = runner.clone();
    on(&runner.window, &["click"], move |event| {
        if panic_hook::has_panicked() {
            return;
        }
        let click: &MouseEvent = event.unchecked_ref();
        if let Some(route) = links::route_of_click(click, &this.window, &this.portal.base) {
            event.prevent_default();
            this.dispatch(Event::LinkFollowed(route));
        }
    })?;

    let this = runner.clone();
    on(&runner.window, &["pointerover", "pointerdown", "focusin"], move |event| {
        if let Some(route) = prefetchable(&this, event.target()) {
            this.dispatch(Event::LinkPointedAt(route));
        }
    })?;
    let this = runner.clone();
    let observer = LinkObserver::new(move |link| {
        if let Some(route) = prefetchable(&this, Some(link)) {
            this.dispatch(Event::LinkInView(route));
        }
    });
    let _ = runner.observer.set(observer);

    let this = runner.clone();
    on(&runner.window, &["popstate"], move |_| {
        if panic_hook::has_panicked() {
            // The address has changed, and the app cannot show the page that belongs to it.
            let _ = this.window.location().reload();
            return;
        }
        let scrolled = this.history.follow();
        let address = address::current(&this.window, &this.portal.base);
        this.dispatch(Event::Traversed { address, scrolled });
    })?;

    let this = runner.clone();
    on(&runner.window, &["online"], move |_| this.dispatch(Event::NetworkReturned))?;
    let this = runner.clone();
    on(&runner.window, &["pagehide"], move |_| this.history.keep_position())?;

    let this = runner.clone();
    let filter = RenderEffect::new(move |before: Option<()>| {
        let query = this.app.zone_query.with(zone_query::to_query);
        // The first run is not a change.
        if before.is_some() {
            this.dispatch(Event::FilterChanged(query));
        }
    });
    std::mem::forget(filter);
    Ok(())
}

fn on(window: &Window, events: &[&str], listener: impl Fn(web_sys::Event) + 'static) -> Result<(), JsValue> {
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(listener);
    for event in events {
        window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())?;
    }
    listener.forget();
    Ok(())
}

/// Returns the route of a link that may be prefetched; none if the reader asked sites to send less data.
fn prefetchable(runner: &Runner, link: Option<EventTarget>) -> Option<Route> {
    links::route_of_link(link, &runner.window, &runner.portal.base).filter(|_| !saves_data(&runner.window))
}

/// Returns the setting Save-Data; false in browsers that do not report it.
fn saves_data(window: &Window) -> bool {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name));
    let connection = get(&window.navigator(), "connection").unwrap_or(JsValue::UNDEFINED);
    get(&connection, "saveData").is_ok_and(|value| value.is_truthy())
}
