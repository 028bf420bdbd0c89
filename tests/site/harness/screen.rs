//! A virtual screen for a browser without a headless mode: one for each driver, ended with it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running virtual screen.
pub(super) struct Screen {
    process: Child,
    /// Value of `DISPLAY`.
    pub(super) name: String,
}

impl Screen {
    /// Starts a screen with a number of its own choice, and waits until it is ready.
    pub(super) fn start() -> Self {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb does not start ({error}): run `cargo xtask setup --browser`"));
        let mut number = String::new();
        let output = process.stdout.take().expect("the output is piped");
        BufReader::new(output).read_line(&mut number).expect("Xvfb tells its number");
        assert!(!number.is_empty(), "Xvfb ended by itself: start it by hand to see why");
        Screen { process, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Fails if it has ended already, which is no error here.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
