//! What differs from browser to browser: the driver's program, the wish list of a session, and whether the console can be
//! read. All else in the harness is plain W3C WebDriver.

use std::path::Path;

use serde_json::{Map, Value, json};

/// A browser engine. Firefox and WebKit get a variant when they are tested.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Engine {
    /// Chromium by chromedriver.
    Chromium,
}

/// How the browser looks at the page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// The width of the page in CSS pixels.
    pub(crate) width: u32,
    /// The height of the page in CSS pixels.
    pub(crate) height: u32,
    /// Whether pages may run scripts.
    pub(crate) scripts: bool,
    /// Whether a navigation waits for everything that the page loads.
    pub(crate) waits_for_load: bool,
}

impl Engine {
    /// The driver's program.
    pub(super) fn driver(self) -> &'static str {
        match self {
            Engine::Chromium => "chromedriver",
        }
    }

    /// Arguments that make the driver choose a free port.
    pub(super) fn driver_arguments(self) -> &'static [&'static str] {
        match self {
            Engine::Chromium => &["--port=0"],
        }
    }

    /// The port, if this line of the driver tells it.
    pub(super) fn port(self, line: &str) -> Option<u16> {
        match self {
            Engine::Chromium => line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok(),
        }
    }

    /// The part of a session's address under which the console is read, where it can be.
    pub(super) fn console(self) -> Option<&'static str> {
        match self {
            Engine::Chromium => Some("se/log"),
        }
    }

    /// The part of a session's address under which the browser's own commands are taken, where it has any.
    pub(super) fn commands(self) -> Option<&'static str> {
        match self {
            Engine::Chromium => Some("goog/cdp/execute"),
        }
    }

    /// What a session asks for.
    pub(super) fn capabilities(self, view: View, profile: &Path) -> Map<String, Value> {
        let wishes = match self {
            Engine::Chromium => chromium(view, profile),
        };
        let Value::Object(mut wishes) = wishes else { unreachable!("the wishes above are an object") };
        let strategy = if view.waits_for_load { "normal" } else { "none" };
        wishes.insert("pageLoadStrategy".to_owned(), json!(strategy));
        wishes
    }
}

fn chromium(view: View, profile: &Path) -> Value {
    // A content setting: 1 allows, 2 blocks.
    let scripts = if view.scripts { 1 } else { 2 };
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "args": [
                "--headless=new",
                // Where tests run as root, there is no sandbox to be had; the pages are our own.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                // The browser's own traffic would be counted as the portal's.
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                format!("--window-size={},{}", view.width, view.height),
                format!("--user-data-dir={}", profile.display()),
            ],
            "prefs": { "profile.managed_default_content_settings.javascript": scripts },
        },
    })
}
