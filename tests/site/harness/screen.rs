//! A screen that nobody sees, for a browser that cannot do without one: one for each driver, ended with it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running screen.
pub(super) struct Screen {
    process: Child,
    /// What `DISPLAY` is to say.
    pub(super) name: String,
}

impl Screen {
    /// Starts a screen with a number that it chooses, and waits until it is there.
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
        // It may have ended by itself; there is nobody left to tell.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
