//! What the browser's console holds against the pages: every error, and every panic of the app at any level. A flow that
//! provokes an error allows it by a part of its text.

use serde_json::{Value, json};

use super::Browser;
use crate::harness::http;

impl Browser {
    /// From now on errors that contain this text are no failure.
    pub(crate) fn allow_console(&self, part: &str) {
        self.allowed.lock().unwrap().push(part.to_owned());
    }

    /// The entries since the last call that are not allowed. The browser forgets what it has told.
    pub(crate) async fn complaints(&self) -> Vec<String> {
        let Some(address) = &self.console else {
            return Vec::new();
        };
        let entries = match http::post(address, &json!({ "type": "browser" })).await {
            Ok(reply) if reply.status == 200 => reply.json()["value"].as_array().cloned().unwrap_or_default(),
            Ok(reply) => return vec![format!("(the console cannot be read: {})", reply.text())],
            Err(error) => return vec![format!("(the console cannot be read: {error})")],
        };
        let allowed = self.allowed.lock().unwrap();
        let is_allowed = |message: &&str| allowed.iter().any(|part| message.contains(part));
        let messages = entries.iter().filter(|entry| is_bad(entry)).map(|entry| text(entry, "message"));
        messages.filter(|message| !is_allowed(message)).map(str::to_owned).collect()
    }
}

fn is_bad(entry: &Value) -> bool {
    text(entry, "level") == "SEVERE" || text(entry, "message").contains("panicked at")
}

fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key].as_str().unwrap_or_default()
}
