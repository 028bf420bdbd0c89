//! Python's plain server, the host with the fewest features.

use std::path::Path;
use std::process::{Command, Stdio};

pub(super) fn command(root: &Path, port: u16) -> Command {
    let mut command = Command::new("python3");
    command.args(["-m", "http.server", "--bind", "127.0.0.1", "--directory"]).arg(root).arg(port.to_string());
    // It prints a line for each request.
    command.stderr(Stdio::null());
    command
}
