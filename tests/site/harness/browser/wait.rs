//! Waiting: a question is repeated until the answer is yes or the time is up. No other module waits. The questions never change
//! the page.

use std::time::{Duration, Instant};

use fantoccini::error::CmdError;
use serde_json::{Value, json};

use super::Browser;

/// Time limit of a wait.
const PATIENCE: Duration = Duration::from_secs(30);
/// Pause between two tries.
const INTERVAL: Duration = Duration::from_millis(30);

/// A wait: its start, and the error of the last try.
pub(super) struct Wait {
    start: Instant,
    last_error: Option<CmdError>,
}

impl Wait {
    pub(super) fn start() -> Self {
        Wait { start: Instant::now(), last_error: None }
    }

    /// Pauses before the next try; ends the flow if the time is up.
    pub(super) async fn again(&mut self, browser: &Browser, what: &str, error: Option<CmdError>) {
        self.last_error = error.or(self.last_error.take());
        if self.start.elapsed() > PATIENCE {
            let reason = self.last_error.as_ref().map(|error| format!("\n  last error: {error}")).unwrap_or_default();
            panic!("waited {PATIENCE:?} for {what}{reason}\n{}", browser.situation().await);
        }
        tokio::time::sleep(INTERVAL).await;
    }
}

impl Browser {
    /// Waits until an element matches.
    pub(crate) async fn wait_for(&self, css: &str) {
        let script = "return document.querySelector(arguments[0]) && true";
        self.poll(script, vec![json!(css)], &format!("an element {css}")).await;
    }

    /// Waits until no element matches.
    pub(crate) async fn wait_gone(&self, css: &str) {
        let script = "return document.querySelector(arguments[0]) ? null : true";
        self.poll(script, vec![json!(css)], &format!("no element {css}")).await;
    }

    /// Waits until the text of a match contains this text.
    pub(crate) async fn wait_text(&self, css: &str, text: &str) {
        let script = "const found = [...document.querySelectorAll(arguments[0])];
            return found.some(element => element.innerText.includes(arguments[1])) || null";
        self.poll(script, vec![json!(css), json!(text)], &format!("“{text}” in {css}")).await;
    }

    /// Waits until the visible texts of all matches equal these.
    pub(crate) async fn wait_texts(&self, css: &str, texts: &[&str]) {
        let script = "const found = [...document.querySelectorAll(arguments[0])].map(found => found.innerText.trim());
            return JSON.stringify(found) === JSON.stringify(arguments[1]) || null";
        self.poll(script, vec![json!(css), json!(texts)], &format!("{texts:?} in {css}")).await;
    }

    /// Waits until the page has this path inside the portal, with query and fragment.
    pub(crate) async fn wait_path(&self, path: &str) {
        let address = self.place.url(path);
        self.poll("return location.href === arguments[0] || null", vec![json!(address)], &format!("the path {path}"))
            .await;
    }

    /// Waits until a JavaScript expression is true; `what` describes the condition in words.
    pub(crate) async fn wait_until(&self, condition: &str, what: &str) {
        self.poll(&format!("return ({condition}) ? true : null"), Vec::new(), what).await;
    }

    /// Waits until the title in the app equals the title of the page that the host has at the current address.
    pub(crate) async fn wait_settled(&self) {
        let ask = "const of = location.href; window.settled = null;
            fetch(of).then(it => it.text()).then(text => { window.settled = [of, text.match(/<title>(.*?)<\\/title>/)[1]] })";
        self.execute(ask, Vec::new()).await;
        let same = "window.settled && window.settled[0] === location.href && window.settled[1] === document.title \
            && !document.querySelector('main[aria-busy]')";
        self.wait_until(same, "the page of the address").await;
    }

    /// Repeats a script until its result is not null. Errors are tolerated, because a page that is being left returns one.
    pub(super) async fn poll(&self, script: &str, arguments: Vec<Value>, what: &str) -> Value {
        self.note(&format!("wait for {what}"));
        let mut wait = Wait::start();
        let script = self.script(script);
        loop {
            match self.client.execute(&script, arguments.clone()).await {
                Ok(Value::Null) => wait.again(self, what, None).await,
                Ok(answer) => return answer,
                Err(error) => wait.again(self, what, Some(error)).await,
            }
        }
    }

    /// Describes the state of the browser for a failure message.
    pub(super) async fn situation(&self) -> String {
        let address = self.client.current_url().await.map(|url| url.to_string()).unwrap_or_default();
        let script = "return document.body ? document.body.innerText.slice(0, 300) : '(no body)'";
        let text = match self.client.execute(script, Vec::new()).await {
            Ok(Value::String(text)) => text,
            other => format!("{other:?}"),
        };
        format!("  at: {address}\n  page begins: {}", text.replace('\n', " / "))
    }
}
