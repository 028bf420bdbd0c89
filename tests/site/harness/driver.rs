//! The driver's process: one for each flow, ended with it. One for all would have to outlive every test, and nothing
//! ends a static when the test program exits.

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

/// How long a driver may take to start.
const START: Duration = Duration::from_secs(60);

/// What a driver, and the browser that it started, print.
pub(super) type Output = Arc<Mutex<Receiver<String>>>;

/// A running driver.
pub(super) struct Driver {
    process: Child,
    address: String,
    output: Output,
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts the driver on a free port.
    pub(super) fn start(engine: Engine) -> Self {
        let program = engine.driver();
        let screen = engine.needs_screen().then(Screen::start);
        let given = if engine.chooses_port() { 0 } else { free_port() };
        let mut process = Command::new(program)
            .arg(format!("--port={given}"))
            .envs(screen.iter().map(|screen| ("DISPLAY", &screen.name)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start ({error}): run `cargo xtask setup --browser`"));

        let (sender, lines) = mpsc::channel();
        forward(process.stdout.take(), sender.clone());
        forward(process.stderr.take(), sender);
        let port = if engine.chooses_port() { told_port(engine, &lines) } else { Some(given) };
        let mut driver =
            Driver { process, address: String::new(), output: Arc::new(Mutex::new(lines)), _screen: screen };
        match port {
            Some(port) => driver.address = format!("http://127.0.0.1:{port}"),
            None => panic!("{program} told no port within {START:?}: start it by hand to see why"),
        }
        driver
    }

    /// Waits until the driver takes sessions.
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

    /// The address of its interface.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// What it and its browser print.
    pub(super) fn output(&self) -> Output {
        self.output.clone()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody left to tell.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// Waits for the line that tells the port.
fn told_port(engine: Engine, lines: &Receiver<String>) -> Option<u16> {
    let start = Instant::now();
    loop {
        let line = lines.recv_timeout(START.saturating_sub(start.elapsed())).ok()?;
        if let Some(port) = engine.port(&line) {
            return Some(port);
        }
    }
}

/// Reads a stream to its end: the driver would stop once the pipe is full.
fn forward(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let stream = stream.expect("the output is piped");
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            // A flow that has given up listens no more.
            sender.send(String::from_utf8_lossy(&line).into_owned()).ok();
        }
    });
}
