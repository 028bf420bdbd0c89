//! What differs from browser to browser: the driver's program, the wish list of a session, and where the console is read. All
//! else in the harness is plain W3C WebDriver.

use std::path::Path;

use serde_json::{Map, Value, json};

/// What Firefox's console service holds of pages and workers, errors only; it then forgets them. What a page itself writes there is
/// not in it. An unexpected error is what it calls a page that was left while its worker answered; where the worker itself is to
/// blame it has other words.
const FIREFOX_CONSOLE: &str = "const held = Services.console.getMessageArray()
    .filter(it => it instanceof Ci.nsIScriptError && it.sourceName.startsWith('http') && !(it.flags & it.warningFlag))
    .filter(it => !it.errorMessage.endsWith('intercepted the request and encountered an unexpected error.'))
    .map(it => ({ level: 'SEVERE', message: `${it.errorMessage} (${it.sourceName}:${it.lineNumber})` }));
    Services.console.reset();
    return held";

/// What WebKit's pages have noted; it is then forgotten.
const WEBKIT_CONSOLE: &str = "if (location.origin === 'null') return [];
    const noted = sessionStorage.getItem('console');
    sessionStorage.removeItem('console');
    return JSON.parse(noted ?? '[]')";

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// WebKitGTK's own small browser by WebKitWebDriver.
    WebKit,
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
            Engine::Firefox => "geckodriver",
            Engine::WebKit => "WebKitWebDriver",
        }
    }

    /// Whether the browser has no headless mode.
    pub(super) fn needs_screen(self) -> bool {
        self == Engine::WebKit
    }

    /// Whether the driver takes port 0 for a free one, and tells which it took.
    pub(super) fn chooses_port(self) -> bool {
        self != Engine::WebKit
    }

    /// The port, if this line of the driver tells it.
    pub(super) fn port(self, line: &str) -> Option<u16> {
        let rest = match self {
            Engine::Chromium => line.split_once("started successfully on port ")?.1.trim_end_matches('.'),
            Engine::Firefox => line.split_once("Listening on 127.0.0.1:")?.1,
            Engine::WebKit => return None,
        };
        rest.parse().ok()
    }

    /// Whether this line, which the driver passed on from its browser, is an error in the console.
    pub(super) fn complains(self, line: &str) -> bool {
        self == Engine::Firefox && line.starts_with("console.error:")
    }

    /// A part of what stands in the console where a host cannot be reached; none where nothing does.
    pub(super) fn unreachable(self) -> Option<&'static str> {
        match self {
            Engine::Chromium => Some("ERR_"),
            Engine::Firefox => Some("passed an Error Response to FetchEvent.respondWith()"),
            Engine::WebKit => None,
        }
    }

    /// Whether the driver's word for loading a page again means past the worker, which is not what a reader's does.
    pub(super) fn forces_refresh(self) -> bool {
        self == Engine::Firefox
    }

    /// What each question to a page begins with.
    pub(super) fn listener(self) -> &'static str {
        match self {
            Engine::Chromium | Engine::Firefox => "",
            Engine::WebKit => include_str!("engine/listen.js"),
        }
    }

    /// The commands that read the console: the part of a session's address, and what is sent there. The
    /// answer that is a list has the entries, each with its `level` and `message`.
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

    /// The part of a session's address under which the browser's own commands are taken, where it has any.
    pub(super) fn commands(self) -> Option<&'static str> {
        match self {
            Engine::Chromium => Some("goog/cdp/execute"),
            Engine::Firefox | Engine::WebKit => None,
        }
    }

    /// What a session asks for.
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

fn firefox(view: View, profile: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            // The console service is the system's, not a page's.
            "args": ["-headless", "-profile", profile, "-remote-allow-system-access"],
            "prefs": {
                "javascript.enabled": view.scripts,
                // What pages write into the console is printed, and nothing that the browser writes itself.
                "devtools.console.stdout.content": true,
                "devtools.console.stdout.chrome": false,
                // But for this, which asks for news of the browser's own.
                "messaging-system.log": "off",
            },
        },
    })
}

/// Its profile is in memory only.
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
