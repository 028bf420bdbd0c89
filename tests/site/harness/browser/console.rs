//! Errors in the browser's console, and panics of the app at any level. A flow that provokes an error allows it by a part of its
//! text. `engine` knows how to read the console of each browser.

use std::time::Duration;

use serde_json::Value;

use super::Browser;
use super::wait::Wait;
use crate::harness::http;

/// Time that the last process may take to end after its driver.
const END: Duration = Duration::from_secs(5);

impl Browser {
    /// Allows errors that contain this text from now on.
    pub(crate) fn allow_console(&self, part: &str) {
        self.allowed.lock().unwrap().push(part.to_owned());
    }

    /// Allows, from now on, the error of an unreachable host.
    pub(crate) fn allow_unreachable(&self) {
        if let Some(part) = self.engine.unreachable() {
            self.allow_console(part);
        }
    }

    /// Returns the entries since the last call that are not allowed. The browser forgets the entries that it has returned.
    pub(crate) async fn complaints(&self) -> Vec<String> {
        let mut entries = Vec::new();
        for (part, command) in self.engine.console() {
            match http::post(&format!("{}/{part}", self.session), &command).await {
                Ok(reply) if reply.status == 200 => {
                    entries.extend(reply.json()["value"].as_array().cloned().unwrap_or_default());
                }
                Ok(reply) => return vec![format!("(the console cannot be read: {})", reply.text())],
                Err(error) => return vec![format!("(the console cannot be read: {error})")],
            }
        }
        let told = entries.iter().filter(|entry| is_bad(entry)).map(|entry| text(entry, "message").to_owned());
        let printed: Vec<String> = self.output.lock().unwrap().try_iter().collect();
        self.not_allowed(told.chain(self.complaining(printed)))
    }

    /// Waits for an error in the console that contains this text.
    pub(crate) async fn wait_complaint(&self, part: &str) {
        let (mut wait, mut complaints) = (Wait::start(), Vec::new());
        while !complaints.iter().any(|it: &String| it.contains(part)) {
            wait.again(self, &format!("“{part}” in the console, which holds {complaints:?}"), None).await;
            complaints.extend(self.complaints().await);
        }
    }

    /// Returns the output until all processes have ended.
    pub(super) fn remaining_output(&self) -> Vec<String> {
        let output = self.output.lock().unwrap();
        let printed = std::iter::from_fn(|| output.recv_timeout(END).ok()).collect();
        self.not_allowed(self.complaining(printed))
    }

    fn complaining(&self, printed: Vec<String>) -> impl Iterator<Item = String> {
        printed.into_iter().filter(|line| self.engine.complains(line))
    }

    fn not_allowed(&self, messages: impl Iterator<Item = String>) -> Vec<String> {
        let allowed = self.allowed.lock().unwrap();
        messages.filter(|message| !allowed.iter().any(|part| message.contains(part))).collect()
    }
}

fn is_bad(entry: &Value) -> bool {
    text(entry, "level") == "SEVERE" || text(entry, "message").contains("panicked at")
}

fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key].as_str().unwrap_or_default()
}
