//! Differences between browsers: the driver's program, the capabilities of a session, and how the console is read. Everything
//! else in the harness is plain W3C WebDriver.

use std::path::Path;

use serde_json::{Map, Value, json};

/// Returns the errors that Firefox's console service has collected from pages and workers, and clears them. Messages that a page
/// itself logs are not among them. "Unexpected error" is Firefox's message for a page that was left while its worker answered;
/// errors of the worker itself have other messages.
const FIREFOX_CONSOLE: &str = "const held = Services.console.getMessageArray()
    .filter(it => it instanceof Ci.nsIScriptError && it.sourceName.startsWith('http') && !(it.flags & it.warningFlag))
    .filter(it => !it.errorMessage.endsWith('intercepted the request and encountered an unexpected error.'))
    .map(it => ({ level: 'SEVERE', message: `${it.errorMessage} (${it.sourceName}:${it.lineNumber})` }));
    Services.console.reset();
    return held";

/// Returns the errors that WebKit's pages have recorded, and clears them.
const WEBKIT_CONSOLE: &str = "if (location.origin === 'null') return [];
    const noted = sessionStorage.getItem('console');
    sessionStorage.removeItem('console');
    return JSON.parse(noted ?? '[]')";

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium, driven by chromedriver.
    Chromium,
    /// Firefox, driven by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, driven by WebKitWebDriver.
    WebKit,
}

/// Settings of a session.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// Width of the page in CSS pixels.
    pub(crate) width: u32,
    /// Height of the page in CSS pixels.
    pub(crate) height: u32,
    /// True if pages may run scripts.
    pub(crate) scripts: bool,
    /// True if a navigation waits for everything that the page loads.
    pub(crate) waits_for_load: bool,
    /// The reader's language, as a BCP 47 tag. WebKit takes that of the driver's process.
    pub(crate) lang: &'static str,
}

impl Engine {
    /// Returns the driver's program.
    pub(super) fn driver(self) -> &'static str {
        match self {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
            Engine::WebKit => "WebKitWebDriver",
        }
    }

    /// Returns true if the browser has no headless mode.
    pub(super) fn needs_screen(self) -> bool {
        self == Engine::WebKit
    }

    /// Returns true if the driver accepts port 0, chooses a free port and prints it.
    pub(super) fn chooses_port(self) -> bool {
        self != Engine::WebKit
    }

    /// Parses the port from a line of the driver's output.
    pub(super) fn port(self, line: &str) -> Option<u16> {
        let rest = match self {
            Engine::Chromium => line.split_once("started successfully on port ")?.1.trim_end_matches('.'),
            Engine::Firefox => line.split_once("Listening on 127.0.0.1:")?.1,
            Engine::WebKit => return None,
        };
        rest.parse().ok()
    }

    /// Returns true if this line of the driver's output is a console error of its browser.
    pub(super) fn complains(self, line: &str) -> bool {
        self == Engine::Firefox && line.starts_with("console.error:")
    }

    /// Returns a part of the console error for an unreachable host; `None` if the browser logs none.
    pub(super) fn unreachable(self) -> Option<&'static str> {
        match self {
            Engine::Chromium => Some("ERR_"),
            Engine::Firefox => Some("passed an Error Response to FetchEvent.respondWith()"),
            Engine::WebKit => None,
        }
    }

    /// Returns true if the driver's reload bypasses the worker, which a reader's reload does not.
    pub(super) fn forces_refresh(self) -> bool {
        self == Engine::Firefox
    }

    /// Returns the script that must precede every script in a page.
    pub(super) fn listener(self) -> &'static str {
        match self {
            Engine::Chromium | Engine::Firefox => "",
            Engine::WebKit => include_str!("engine/listen.js"),
        }
    }

    /// Returns the commands that read the console: the last part of the session's URL, and the request body. An answer that is a
    /// list contains the entries, each with `level` and `message`.
    pub(super) fn console(self) -> Vec<(&'static str, Value)> {
        match self {
            Engine::Chromium => vec![("se/log", json!({ "type": "browser" }))],
            Engine::Firefox => vec![
                ("moz/context", json!({ "context": "chrome" })),
                ("execute/sync", json!({ "script": FIREFOX_CONSOLE, "args": [] })),
                ("moz/context", json!({ "context": "content" })),
            ],
            Engine::WebKit => vec![("execute/sync", json!({ "script": WEBKIT_CONSOLE, "args": [] }))],
        }
    }

    /// Returns the last part of the session's URL for the browser's own commands, if it has any.
    pub(super) fn commands(self) -> Option<&'static str> {
        match self {
            Engine::Chromium => Some("goog/cdp/execute"),
            Engine::Firefox | Engine::WebKit => None,
        }
    }

    /// Returns the capabilities of a session.
    pub(super) fn capabilities(self, view: View, profile: &Path) -> Map<String, Value> {
        let wishes = match self {
            Engine::Chromium => chromium(view, profile),
            Engine::Firefox => firefox(view, profile),
            Engine::WebKit => webkit(view),
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
                // Chromium has no sandbox if the tests run as root. The pages are our own.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                // The browser's own traffic would count as the portal's.
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                format!("--window-size={},{}", view.width, view.height),
                format!("--user-data-dir={}", profile.display()),
            ],
            "prefs": {
                "profile.managed_default_content_settings.javascript": scripts,
                "intl.accept_languages": view.lang,
            },
        },
    })
}

fn firefox(view: View, profile: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            // The console service needs system access.
            "args": ["-headless", "-profile", profile, "-remote-allow-system-access"],
            "prefs": {
                "javascript.enabled": view.scripts,
                "intl.accept_languages": view.lang,
                // Print messages that pages log, but not the browser's own.
                "devtools.console.stdout.content": true,
                "devtools.console.stdout.chrome": false,
                // Except this module, which looks for messages from the browser's vendor.
                "messaging-system.log": "off",
            },
        },
    })
}

/// Returns WebKit's capabilities. Its profile is in memory.
fn webkit(view: View) -> Value {
    json!({
        "webkitgtk:browserOptions": {
            "args": [
                "--automation",
                format!("--enable-javascript-markup={}", view.scripts),
            ],
        },
    })
}
