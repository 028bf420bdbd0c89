//! JSON parsed by the browser, as a source of the published shapes.

use investchn_model::json::Json;
use wasm_bindgen::prelude::*;

/// A JavaScript value.
pub(crate) struct Parsed(pub(super) JsValue);

impl Parsed {
    /// Wraps a value.
    pub(crate) fn value(value: JsValue) -> Self {
        Parsed(value)
    }

    /// Parses a text; none if it is not JSON.
    pub(crate) fn text(text: &str) -> Option<Self> {
        js_sys::JSON::parse(text).ok().map(Parsed)
    }
}

impl Json for Parsed {
    fn field(&self, name: &str) -> Option<Self> {
        let value = js_sys::Reflect::get(&self.0, &JsValue::from_str(name)).ok()?;
        (!value.is_undefined() && !value.is_null()).then_some(Parsed(value))
    }

    fn items(&self) -> Option<Vec<Self>> {
        let array = self.0.dyn_ref::<js_sys::Array>()?;
        Some((0..array.length()).map(|place| Parsed(array.get(place))).collect())
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn as_bool(&self) -> Option<bool> {
        self.0.as_bool()
    }
}
