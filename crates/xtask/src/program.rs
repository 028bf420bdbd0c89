//! Runs the commands that are programs in other crates, so that xtask compiles without a web server and without the libraries
//! that only measuring needs.

use std::ffi::OsString;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;
use investchn_tooling::step::Steps;
use investchn_tooling::{build, language, output, process, told};

const BENCH: &str = "investchn-bench";
const BENCH_PUBLISH: &str = "investchn-bench-publish";
const BENCH_SEARCH: &str = "investchn-bench-search";
const DEV_SERVER: &str = "investchn-devserver";

/// Estimate of a first build, measured on two cores.
const FIRST: Duration = Duration::from_secs(45);

/// Builds the development server and replaces this process with it.
pub(crate) fn serve(arguments: &[OsString]) -> Result<()> {
    let mut steps = Steps::default();
    let guess = build::guess("target/debug/investchn-devserver", FIRST);
    let help = told!(
        zh "改正上面第一处错误；运行 `cargo build -p investchn-devserver` 可再看一遍。",
        en "Mend the first error above; `cargo build -p investchn-devserver` shows it again."
    );
    steps.add(told!(zh "服务器", en "server"), guess, help, || {
        output::messages(&mut process::command("cargo", ["build", "-p", DEV_SERVER])?, "server")
    });
    steps.run()?;
    become_program(run(DEV_SERVER)?.args(arguments))
}

/// Replaces this process with the program of the benchmarks. `subject` is a verb of its own here. The benchmarks of the publisher and
/// of the search are programs of their own.
pub(crate) fn bench(subject: Option<&str>, arguments: &[OsString]) -> Result<()> {
    match arguments.split_first() {
        Some((first, rest)) if subject.is_none() && first == "publish" => {
            become_program(run(BENCH_PUBLISH)?.args(rest))
        }
        Some((first, rest)) if subject.is_none() && first == "search" => become_program(
            process::command("cargo", ["run", "-q", "--release", "-p", BENCH_SEARCH, "--"])?
                .args(language::option())
                .args(rest),
        ),
        _ => become_program(run(BENCH)?.args(subject).args(arguments)),
    }
}

/// Checks the built app against its budget.
pub(crate) fn size_of_built_app() -> Result<()> {
    process::run(run(BENCH)?.args(["size", "--built"]))
}

/// Estimates the duration of `size_of_built_app`.
pub(crate) fn guess() -> Duration {
    build::guess("target/debug/investchn-bench", FIRST)
}

fn run(package: &str) -> Result<Command> {
    let mut command = process::command("cargo", ["run", "-q", "-p", package, "--"])?;
    command.args(language::option());
    Ok(command)
}

/// Replaces this process, so that the program receives signals and its exit code is that of the command.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(anyhow::Error::new(error).context(told!(
        zh "无法启动 `{}`",
        en "`{}` could not be started",
        process::shown(command)
    )))
}

/// Without `exec`, runs the program as a child: the console sends Ctrl-C to both processes.
#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    std::process::exit(status.code().unwrap_or(1));
}
