//! A browser as a reader uses it: addresses, history, and the report of a failed flow. Waiting, reading, input, windows and the
//! console are in the modules below. Every method panics if it fails; none sleeps.

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

/// Number of steps of a failed flow that the report shows.
const STEPS: usize = 20;

/// A session in its own browser, with a fresh profile.
pub(crate) struct Browser {
    client: Client,
    engine: Engine,
    /// The address of this session at the driver.
    session: String,
    /// Output of the driver and the browser.
    output: Output,
    place: Place,
    steps: Mutex<Vec<String>>,
    allowed: Mutex<Vec<String>>,
    /// Deleted after the browser has ended.
    _profile: TempDir,
}

impl Browser {
    /// Opens a browser. Paths are relative to `place`.
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

    /// Opens a path of the portal, as if typed into the address bar, and waits until it is loaded.
    pub(crate) async fn goto(&self, path: &str) {
        let address = self.place.url(path);
        self.done(&format!("goto {path}"), self.client.goto(&address).await);
    }

    /// Opens an address outside the portal: of another origin, or of a file.
    pub(crate) async fn open_address(&self, address: &str) {
        self.done(&format!("open {address}"), self.client.goto(address).await);
    }

    /// Goes one step back in history.
    pub(crate) async fn back(&self) {
        self.done("back", self.client.back().await);
    }

    /// Goes one step forward in history.
    pub(crate) async fn forward(&self) {
        self.done("forward", self.client.forward().await);
    }

    /// Reloads the page.
    pub(crate) async fn refresh(&self) {
        if self.engine.forces_refresh() {
            self.execute("window.isLeft = true; location.reload()", Vec::new()).await;
            self.wait_until("!window.isLeft && document.readyState === 'complete'", "the page to be loaded again")
                .await;
        } else {
            self.done("refresh", self.client.refresh().await);
        }
    }

    /// Returns the title of the page.
    pub(crate) async fn title(&self) -> String {
        self.done("read the title", self.client.title().await)
    }

    /// Returns the full address of the page.
    pub(crate) async fn url(&self) -> String {
        self.done("read the address", self.client.current_url().await).to_string()
    }

    /// Returns the path of the page inside the portal, with query and fragment.
    pub(crate) async fn path(&self) -> String {
        self.place.path(&self.url().await)
    }

    /// Sends a command of the browser's own protocol, for what WebDriver cannot do.
    pub(crate) async fn command(&self, name: &str, parameters: &serde_json::Value) {
        let commands = self.engine.commands().expect("this engine has commands");
        let command = serde_json::json!({ "cmd": name, "params": parameters });
        let reply = http::post(&format!("{}/{commands}", self.session), &command)
            .await
            .unwrap_or_else(|error| panic!("could not {name}: {error}"));
        assert_eq!(reply.status, 200, "could not {name}: {}", reply.text());
    }

    /// Ends the session and its driver, and returns the errors from the console. The session cannot be used afterwards.
    pub(super) async fn finish(&self, driver: Driver) -> Vec<String> {
        let mut complaints = self.complaints().await;
        self.client.clone().close().await.ok();
        drop(driver);
        complaints.extend(self.remaining_output());
        complaints
    }

    /// Prints the steps of the flow and saves a screenshot of its end.
    pub(super) async fn report_failure(&self, picture: &Path) {
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

    /// Prepends the engine's listener to a script.
    fn script(&self, script: &str) -> String {
        [self.engine.listener(), script].concat()
    }

    /// Records a step.
    fn note(&self, step: &str) {
        self.steps.lock().unwrap().push(step.to_owned());
    }

    /// Records a step and returns its result; a failure ends the flow.
    fn done<T>(&self, step: &str, result: Result<T, CmdError>) -> T {
        self.note(step);
        result.unwrap_or_else(|error| panic!("could not {step}: {error}"))
    }
}
