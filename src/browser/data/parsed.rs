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

#[wasm_bindgen]
extern "C" {
    /// A value with fields: any but `undefined` and `null`. `Reflect::get` would make a text of JavaScript of each name, and catch errors.
    type Fields;

    #[wasm_bindgen(method, indexing_getter)]
    fn field(this: &Fields, name: &str) -> JsValue;
}

impl Json for Parsed {
    fn field(&self, name: &str) -> Self {
        // An absent value has no fields.
        Parsed(if self.is_absent() { JsValue::UNDEFINED } else { self.0.unchecked_ref::<Fields>().field(name) })
    }

    fn is_absent(&self) -> bool {
        self.0.is_null_or_undefined()
    }

    fn length(&self) -> Option<u32> {
        js_sys::Array::is_array(&self.0).then(|| self.0.unchecked_ref::<js_sys::Array>().length())
    }

    fn item(&self, place: u32) -> Self {
        Parsed(self.0.unchecked_ref::<js_sys::Array>().get(place))
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
