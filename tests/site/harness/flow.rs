//! Runs a flow: starts a host and a browser, and always ends both. After a failure it saves a screenshot; after a success it
//! checks the browser's console.

use std::env;
use std::future::Future;
use std::panic::{self, Location};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::browser::Browser;
use super::driver::Driver;
use super::engine::{Engine, View};
use super::place::Place;
use super::server::{Fault, Server};
use super::slots::Slot;

/// Every wait has its own limit; this one is for a browser that does not answer at all.
const LIMIT: Duration = Duration::from_secs(300);

/// Path of the worker.
pub(crate) const WORKER: &str = "/sw.js";

/// The portal on a host, and a browser that opens it.
#[derive(Clone)]
pub(crate) struct Site {
    /// The host.
    pub(crate) server: Arc<Server>,
    /// The browser.
    pub(crate) browser: Arc<Browser>,
}

/// Runs a flow at a host's root, in a window of 1280 × 900.
#[track_caller]
pub(crate) fn flow<F: Future<Output = ()> + Send + 'static>(run: impl FnOnce(Site) -> F) {
    Flow::new().run(run);
}

/// A flow and its settings.
pub(crate) struct Flow {
    engine: Engine,
    prefix: &'static str,
    view: View,
    limit: Duration,
    worker: bool,
    is_alone: bool,
}

impl Flow {
    /// Returns the default settings.
    pub(crate) fn new() -> Self {
        let view = View { width: 1280, height: 900, scripts: true, waits_for_load: true, lang: "zh-CN" };
        Flow { engine: Engine::Chromium, prefix: "/", view, limit: LIMIT, worker: false, is_alone: false }
    }

    /// Runs the flow in another browser than Chromium.
    pub(crate) fn in_engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// Serves the portal in a folder of the host, such as `/portal/news/`.
    pub(crate) fn at(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    /// Sets the size of the page in CSS pixels.
    pub(crate) fn window(mut self, width: u32, height: u32) -> Self {
        (self.view.width, self.view.height) = (width, height);
        self
    }

    /// Disables scripts.
    pub(crate) fn without_scripts(mut self) -> Self {
        self.view.scripts = false;
        self
    }

    /// Sets the reader's language, which is Chinese otherwise.
    pub(crate) fn reader_of(mut self, lang: &'static str) -> Self {
        self.view.lang = lang;
        self
    }

    /// Makes `goto`, `back` and `refresh` return at once, for pages that wait for a held request.
    pub(crate) fn without_load_wait(mut self) -> Self {
        self.view.waits_for_load = false;
        self
    }

    /// Serves the worker that stores pages offline. Without it, all requests and faults are those of the page.
    pub(crate) fn with_worker(mut self) -> Self {
        self.worker = true;
        self
    }

    /// Runs the flow while no other one runs, because it measures time.
    pub(crate) fn alone(mut self) -> Self {
        self.is_alone = true;
        self
    }

    /// Sets the time limit of the whole flow.
    pub(crate) fn within(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// Runs the flow. Fails if the flow fails or the browser's console has errors.
    #[track_caller]
    pub(crate) fn run<F: Future<Output = ()> + Send + 'static>(self, run: impl FnOnce(Site) -> F) {
        let (folder, prefix, worker) = (folder(), self.prefix, self.worker);
        let host = async move {
            let server = Arc::new(Server::start(&folder, prefix).await);
            if !worker {
                server.fault(WORKER, Fault::Status(404));
            }
            (server.place().clone(), server)
        };
        self.run_on(host, move |server, browser| {
            if !worker {
                // The portal always has this file; only these flows hide it.
                browser.allow_console("when fetching the script");
            }
            run(Site { server, browser })
        });
    }

    /// Runs the flow on another host, which `start` starts; the host ends with the flow.
    #[track_caller]
    pub(crate) fn run_on<H, F: Future<Output = ()> + Send + 'static>(
        self,
        host: impl Future<Output = (Place, Arc<H>)>,
        run: impl FnOnce(Arc<H>, Arc<Browser>) -> F,
    ) {
        let name = name(Location::caller());
        let _slot = if self.is_alone { Slot::take_all() } else { Slot::take() };
        let driver = Driver::start(self.engine);
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("threads");
        runtime.block_on(async {
            driver.ready().await;
            let (place, host) = host.await;
            let browser = Arc::new(Browser::open(&driver, self.engine, self.view, place).await);
            // A separate task catches a panic.
            let mut task = tokio::spawn(run(host.clone(), browser.clone()));
            let outcome = tokio::time::timeout(self.limit, &mut task).await;
            if !matches!(outcome, Ok(Ok(()))) {
                let picture = pictures().join(format!("{name}.png"));
                browser.report_failure(&picture).await;
            }
            let console = browser.finish(driver).await;
            match outcome {
                Err(_) => {
                    task.abort();
                    panic!("the flow did not end within {:?}", self.limit);
                }
                Ok(Err(failure)) => panic::resume_unwind(failure.into_panic()),
                Ok(Ok(())) => assert!(console.is_empty(), "the browser's console says:\n{}", console.join("\n")),
            }
        });
    }
}

/// Returns the test's name for its screenshot. With a single test thread only the source location is known.
fn name(caller: &Location<'_>) -> String {
    match std::thread::current().name() {
        Some(name) if name != "main" => name.replace("::", "-"),
        _ => {
            let file = Path::new(caller.file()).file_stem().unwrap_or_default();
            format!("{}-{}", file.to_string_lossy(), caller.line())
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn pictures() -> PathBuf {
    root().join("target/site-failures")
}

/// Returns the folder of the built portal.
pub(crate) fn folder() -> PathBuf {
    let folder = env::var_os("INVESTCHN_SITE").map_or_else(|| root().join("target/site"), PathBuf::from);
    let built = folder.join("index.html").is_file();
    assert!(built, "there is no built portal in {}: run `cargo xtask test`", folder.display());
    folder
}
