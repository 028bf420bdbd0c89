//! A browser as a reader uses it: addresses, history, and what a failed flow tells. Waiting, reading, input, windows and
//! the console are in the modules below. Every word panics when it cannot do what it says; none sleeps.

mod console;
mod input;
mod read;
mod wait;
mod windows;

use std::path::Path;
use std::sync::Mutex;

use fantoccini::error::CmdError;
pub(crate) use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use tempfile::TempDir;

use super::driver::{Driver, Output};
use super::engine::{Engine, View};
use super::http;
use super::place::Place;

/// How much of what a flow did is told when it fails.
const STEPS: usize = 20;

/// A session in a browser of its own, with a fresh profile.
pub(crate) struct Browser {
    client: Client,
    engine: Engine,
    /// The address of this session at the driver.
    session: String,
    /// What the driver and the browser print.
    output: Output,
    place: Place,
    steps: Mutex<Vec<String>>,
    allowed: Mutex<Vec<String>>,
    /// Deleted once the browser is gone.
    _profile: TempDir,
}

impl Browser {
    /// Opens a browser; addresses are those of the place.
    pub(super) async fn open(driver: &Driver, engine: Engine, view: View, place: Place) -> Self {
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(view, profile.path()))
            .connect(driver.address())
            .await
            .unwrap_or_else(|error| panic!("{engine:?} does not start: {error}"));
        let session = client.session_id().await.ok().flatten().expect("a session has a name");
        let browser = Browser {
            client,
            engine,
            session: format!("{}/session/{session}", driver.address()),
            output: driver.output(),
            place,
            steps: Mutex::default(),
            allowed: Mutex::default(),
            _profile: profile,
        };
        browser.fit_page(view.width, view.height).await;
        browser.steps.lock().unwrap().clear();
        browser
    }

    /// Opens a path of the portal as if it were typed, and waits until it is loaded.
    pub(crate) async fn goto(&self, path: &str) {
        let address = self.place.url(path);
        self.done(&format!("goto {path}"), self.client.goto(&address).await);
    }

    /// Opens an address elsewhere: another origin's, or a file's.
    pub(crate) async fn open_address(&self, address: &str) {
        self.done(&format!("open {address}"), self.client.goto(address).await);
    }

    /// One step back in history.
    pub(crate) async fn back(&self) {
        self.done("back", self.client.back().await);
    }

    /// One step forward in history.
    pub(crate) async fn forward(&self) {
        self.done("forward", self.client.forward().await);
    }

    /// Loads the page again.
    pub(crate) async fn refresh(&self) {
        if self.engine.forces_refresh() {
            self.execute("window.isLeft = true; location.reload()", Vec::new()).await;
            self.wait_until("!window.isLeft && document.readyState === 'complete'", "the page to be loaded again")
                .await;
        } else {
            self.done("refresh", self.client.refresh().await);
        }
    }

    /// The title of the page.
    pub(crate) async fn title(&self) -> String {
        self.done("read the title", self.client.title().await)
    }

    /// The full address of the page.
    pub(crate) async fn url(&self) -> String {
        self.done("read the address", self.client.current_url().await).to_string()
    }

    /// The path of the page inside the portal, with query and fragment.
    pub(crate) async fn path(&self) -> String {
        self.place.path(&self.url().await)
    }

    /// Gives a command of the engine's own, for what WebDriver has no word.
    pub(crate) async fn command(&self, name: &str, parameters: &serde_json::Value) {
        let commands = self.engine.commands().expect("this engine has commands");
        let command = serde_json::json!({ "cmd": name, "params": parameters });
        let reply = http::post(&format!("{}/{commands}", self.session), &command)
            .await
            .unwrap_or_else(|error| panic!("could not {name}: {error}"));
        assert_eq!(reply.status, 200, "could not {name}: {}", reply.text());
    }

    /// Ends the session and its driver, and tells what the console held against the page; nothing else may be asked after it.
    pub(super) async fn finish(&self, driver: Driver) -> Vec<String> {
        let mut complaints = self.complaints().await;
        self.client.clone().close().await.ok();
        drop(driver);
        complaints.extend(self.last_words());
        complaints
    }

    /// Prints what the flow did and leaves a picture of where it ended.
    pub(super) async fn tell_failure(&self, picture: &Path) {
        let steps = self.steps.lock().unwrap().clone();
        let from = steps.len().saturating_sub(STEPS);
        eprintln!("The flow did: {}", steps[from..].join(" · "));
        let taken = match self.client.screenshot().await {
            Ok(bytes) => read::write_picture(picture, &bytes).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        match taken {
            Ok(()) => eprintln!("It ended at: {}", picture.display()),
            Err(error) => eprintln!("No picture of it could be taken: {error}"),
        }
        for complaint in self.complaints().await {
            eprintln!("The browser's console says: {complaint}");
        }
    }

    /// A script as this engine's pages are given it.
    fn script(&self, script: &str) -> String {
        [self.engine.listener(), script].concat()
    }

    /// Notes a step.
    fn note(&self, step: &str) {
        self.steps.lock().unwrap().push(step.to_owned());
    }

    /// Notes a step and gives its result, or ends the flow.
    fn done<T>(&self, step: &str, result: Result<T, CmdError>) -> T {
        self.note(step);
        result.unwrap_or_else(|error| panic!("could not {step}: {error}"))
    }
}
