//! Reading the page. Each method sends a single script, so that an element cannot vanish between being found and being read.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};

use super::Browser;

impl Browser {
    /// Returns the visible text of the first match; waits for the element.
    pub(crate) async fn text(&self, css: &str) -> String {
        let script = "const found = document.querySelector(arguments[0]); return found && found.innerText.trim()";
        let text = self.poll(script, vec![json!(css)], &format!("an element {css} to read")).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Returns the visible texts of all matches; does not wait.
    pub(crate) async fn texts(&self, css: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(found => found.innerText.trim())";
        strings(&self.execute(script, vec![json!(css)]).await)
    }

    /// Returns the number of matches; does not wait.
    pub(crate) async fn count(&self, css: &str) -> usize {
        let count = self.execute("return document.querySelectorAll(arguments[0]).length", vec![json!(css)]).await;
        count.as_u64().and_then(|count| usize::try_from(count).ok()).expect("a length is a number")
    }

    /// Returns an attribute of the first match as written; waits for the element, but not for the attribute.
    pub(crate) async fn attr(&self, css: &str, name: &str) -> Option<String> {
        let script = "const found = document.querySelector(arguments[0]);
            return found && [found.getAttribute(arguments[1])]";
        let value = self.poll(script, vec![json!(css), json!(name)], &format!("an element {css} to read")).await;
        value[0].as_str().map(str::to_owned)
    }

    /// Returns an attribute of all matches that have it; does not wait.
    pub(crate) async fn attrs(&self, css: &str, name: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .map(found => found.getAttribute(arguments[1])).filter(value => value !== null)";
        strings(&self.execute(script, vec![json!(css), json!(name)]).await)
    }

    /// Runs the body of a function in the page, and returns its result as JSON.
    pub(crate) async fn execute(&self, script: &str, arguments: Vec<Value>) -> Value {
        let step = format!("run `{}`", script.lines().next().unwrap_or_default());
        self.done(&step, self.client.execute(&self.script(script), arguments).await)
    }

    /// Runs JavaScript in a frame of the page, of any origin.
    pub(crate) async fn execute_in_frame(&self, number: u16, script: &str) -> Value {
        self.done("go into a frame", self.client.clone().enter_frame(number).await);
        let answer = self.execute(script, Vec::new()).await;
        self.done("come out of it", self.client.clone().enter_parent_frame().await);
        answer
    }

    /// Returns the vertical scroll position, in CSS pixels.
    pub(crate) async fn scroll_y(&self) -> f64 {
        self.execute("return window.scrollY", Vec::new()).await.as_f64().expect("a position is a number")
    }

    /// Saves a screenshot of the window as PNG.
    pub(crate) async fn screenshot(&self, path: &Path) {
        let bytes = self.done("take a picture", self.client.screenshot().await);
        write_picture(path, &bytes).unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
    }
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Writes a picture and the folders above it.
pub(super) fn write_picture(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}
