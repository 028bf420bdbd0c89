//! Runs the commands that are programs of their own crates, so that xtask compiles without a web server and without the libraries that
//! only measuring needs.

use std::ffi::OsString;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;
use investchn_tooling::step::Steps;
use investchn_tooling::{build, output, process};

const BENCH: &str = "investchn-bench";
const DEV_SERVER: &str = "investchn-devserver";

/// A measured guess for a first build on two cores.
const FIRST: Duration = Duration::from_secs(45);

/// Becomes the program that serves the portal.
pub(crate) fn serve(arguments: &[OsString]) -> Result<()> {
    let mut steps = Steps::default();
    let guess = build::guess("target/debug/investchn-devserver", FIRST);
    let help = "Mend the first error above; `cargo build -p investchn-devserver` shows it again.";
    steps.add("server", guess, help, || {
        output::messages(&mut process::command("cargo", ["build", "-p", DEV_SERVER])?, "server")
    });
    steps.run()?;
    become_program(run(DEV_SERVER)?.args(arguments))
}

/// Becomes the program that measures.
pub(crate) fn bench(arguments: &[OsString]) -> Result<()> {
    become_program(run(BENCH)?.args(arguments))
}

/// Holds the app that is built to its budget.
pub(crate) fn size_of_built_app() -> Result<()> {
    process::run(run(BENCH)?.args(["size", "--built"]))
}

/// Guesses how long `size_of_built_app` takes.
pub(crate) fn guess() -> Duration {
    build::guess("target/debug/investchn-bench", FIRST)
}

fn run(package: &str) -> Result<Command> {
    process::command("cargo", ["run", "-q", "-p", package, "--"])
}

/// Replaces this process, so that signals reach the program and its exit code reaches the caller.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(anyhow::Error::new(error).context(format!("`{}` could not be started", process::shown(command))))
}

/// Elsewhere the console sends Ctrl-C to both processes.
#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    std::process::exit(status.code().unwrap_or(1));
}
