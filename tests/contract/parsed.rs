//! JSON as the app reads it in a browser, but parsed by serde.

use investchn_model::json::Json;
use serde_json::Value;

pub(crate) struct Parsed(pub(crate) Value);

impl Json for Parsed {
    fn field(&self, name: &str) -> Option<Self> {
        self.0.get(name).filter(|value| !value.is_null()).map(|value| Parsed(value.clone()))
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.0.as_array().map(|items| items.iter().map(|item| Parsed(item.clone())).collect())
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
