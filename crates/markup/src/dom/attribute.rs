//! Attributes, properties (`prop:`) and listeners (`on:`) of an element.

use std::borrow::Cow;

use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::reactive::{effect, keep};
use crate::{DomEvent, Slot};

/// Sets an attribute, property or listener by its name. `set` is false if a published page has the attribute already.
pub(super) fn attribute(element: &Element, name: &'static str, value: Slot, set: bool) {
    match value {
        Slot::Dynamic(value) => {
            let (element, mut set) = (element.clone(), set || name.contains(':'));
            let mut last = None;
            effect(move || {
                let value = value();
                // Many attributes may depend on one signal, and few of them change, as in the rows of a filtered list.
                let now = Some(value.text().map(Cow::into_owned));
                let changes = last != now;
                last = now;
                if std::mem::replace(&mut set, true) && changes {
                    assign(&element, name, &value);
                }
            });
        }
        Slot::Listener(listener) => {
            let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event| listener(DomEvent::new(event)));
            let event = name.strip_prefix("on:").unwrap_or(name);
            let _ = element.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
            keep(Box::new(listener));
        }
        // No published page has a property.
        value if set || name.contains(':') => assign(element, name, &value),
        _ => {}
    }
}

fn assign(element: &Element, name: &str, value: &Slot) {
    let text = value.text();
    if let Some(property) = name.strip_prefix("prop:") {
        let flag = || JsValue::from_bool(matches!(value, Slot::Flag));
        let value = text.filter(|_| !matches!(value, Slot::Flag)).map_or_else(flag, |text| JsValue::from_str(&text));
        let _ = js_sys::Reflect::set(element, &JsValue::from_str(property), &value);
        return;
    }
    let _ = match text {
        Some(text) => element.set_attribute(name, &text),
        None => element.remove_attribute(name),
    };
}
