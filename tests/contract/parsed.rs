//! JSON as the app reads it in a browser, but parsed by serde.

use investchn_model::json::Json;
use serde_json::Value;

pub(crate) struct Parsed(pub(crate) Value);

impl Json for Parsed {
    fn field(&self, name: &str) -> Self {
        Parsed(self.0.get(name).cloned().unwrap_or_default())
    }

    fn is_absent(&self) -> bool {
        self.0.is_null()
    }

    fn length(&self) -> Option<u32> {
        self.0.as_array()?.len().try_into().ok()
    }

    fn item(&self, place: u32) -> Self {
        Parsed(self.0[place as usize].clone())
    }

    fn text(&self) -> Option<String> {
        self.0.as_str().map(ToOwned::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn as_bool(&self) -> Option<bool> {
        self.0.as_bool()
    }
}
