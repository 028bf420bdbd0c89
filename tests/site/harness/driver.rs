//! The driver's process: one for each flow, ended with it. One for all would have to outlive every test, and nothing
//! ends a static when the test program exits.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::engine::Engine;
use super::http;

/// How long a driver may take to start.
const START: Duration = Duration::from_secs(20);

/// A running driver.
pub(super) struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    /// Starts the driver on a port that it chooses.
    pub(super) fn start(engine: Engine) -> Self {
        let program = engine.driver();
        let mut process = Command::new(program)
            .args(engine.driver_arguments())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start ({error}): run `cargo xtask setup --browser`"));

        let output = process.stdout.take().expect("the output is piped");
        let (sender, port) = mpsc::channel();
        // Reads on after the port, or the driver would stop once the pipe is full.
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if let Some(port) = engine.port(&line) {
                    // A flow that has given up listens no more.
                    sender.send(port).ok();
                }
            }
        });
        let port = port.recv_timeout(START);
        let mut driver = Driver { process, address: String::new() };
        match port {
            Ok(port) => driver.address = format!("http://127.0.0.1:{port}"),
            Err(_) => panic!("{program} told no port within {START:?}: start it by hand to see why"),
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
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody left to tell.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
