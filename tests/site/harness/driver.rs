//! The driver's process: one for each flow, ended with it. A shared driver would have to be a static, and nothing drops a static
//! when the test program exits.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::engine::Engine;
use super::host::free_port;
use super::http;
use super::screen::Screen;

/// Number of tries to start a driver.
const TRIES: usize = 3;

/// Time that a driver may take to start.
const START: Duration = Duration::from_secs(60);

/// Output lines of a driver and of the browser that it started.
pub(super) type Output = Arc<Mutex<Receiver<String>>>;

/// A running driver.
pub(super) struct Driver {
    process: Child,
    address: String,
    output: Output,
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts the driver on a free port. A driver that cannot choose a port itself listens at two addresses, and ends if the port
    /// is taken at one of them; it is then started again.
    pub(super) fn start(engine: Engine) -> Self {
        let mut printed = Vec::new();
        for _ in 0..TRIES {
            match Driver::try_start(engine) {
                Ok(driver) => return driver,
                Err(told) => printed = told,
            }
        }
        panic!("{} told no port at any of {TRIES} starts; it printed {printed:#?}", engine.driver());
    }

    /// Starts a driver; returns its output if it prints no port.
    fn try_start(engine: Engine) -> Result<Self, Vec<String>> {
        let program = engine.driver();
        let screen = engine.needs_screen().then(Screen::start);
        let given = if engine.chooses_port() { 0 } else { free_port() };
        let mut process = Command::new(program)
            .arg(format!("--port={given}"))
            .envs(screen.iter().map(|screen| ("DISPLAY", &screen.name)))
            // WebKit's pages are told this language.
            .envs([("LANG", "zh_CN.UTF-8"), ("LANGUAGE", "zh_CN")])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start ({error}): run `cargo xtask setup --browser`"));

        let (sender, lines) = mpsc::channel();
        forward(process.stdout.take(), sender.clone());
        forward(process.stderr.take(), sender);
        let port = if engine.chooses_port() { read_port(engine, &lines) } else { Ok(given) };
        // Dropping it ends the process, even if it printed no port.
        let mut driver =
            Driver { process, address: String::new(), output: Arc::new(Mutex::new(lines)), _screen: screen };
        driver.address = format!("http://127.0.0.1:{}", port?);
        Ok(driver)
    }

    /// Waits until the driver accepts sessions.
    pub(super) async fn ready(&self) {
        let start = Instant::now();
        loop {
            let status = http::get(&format!("{}/status", self.address)).await;
            if status.as_ref().is_ok_and(|reply| reply.json()["value"]["ready"] == true) {
                return;
            }
            assert!(start.elapsed() < START, "the driver is not ready: {status:?}");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Returns the address of the driver's interface.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Returns the output of the driver and its browser.
    pub(super) fn output(&self) -> Output {
        self.output.clone()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Fails if it has ended already, which is no error here.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// Waits for the line with the port. Returns the output instead if the driver ends or the time is up.
fn read_port(engine: Engine, lines: &Receiver<String>) -> Result<u16, Vec<String>> {
    let (start, mut printed) = (Instant::now(), Vec::new());
    while let Ok(line) = lines.recv_timeout(START.saturating_sub(start.elapsed())) {
        if let Some(port) = engine.port(&line) {
            return Ok(port);
        }
        printed.push(line);
    }
    Err(printed)
}

/// Reads a stream to its end; otherwise the driver would block on a full pipe.
fn forward(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let stream = stream.expect("the output is piped");
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            // Nobody receives the lines of a flow that has given up.
            sender.send(String::from_utf8_lossy(&line).into_owned()).ok();
        }
    });
}
