//! Runs programs whose output is too long to read: all of it goes to a log, errors and warnings also go to the terminal, and
//! the error names the log. `process` runs programs whose whole output is for people.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use console::strip_ansi_codes;
use indicatif::{ProgressBar, ProgressStyle};

use crate::process::{ended, shown};
use crate::told;

/// The folder of the logs.
const LOGS: &str = "target/log";

/// Number of last lines that are printed after a failure.
const TAIL: usize = 25;

/// The first words of the lines in which Cargo reports its progress.
const CARGO_STATUS: [&str; 18] = [
    "Adding",
    "Blocking",
    "Building",
    "Checking",
    "Compiling",
    "Documenting",
    "Downloaded",
    "Downloading",
    "Finished",
    "Fresh",
    "Ignored",
    "Installed",
    "Installing",
    "Locking",
    "Replaced",
    "Replacing",
    "Running",
    "Updating",
];

/// The lines that are printed on the terminal.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    /// None; after a failure, the last ones.
    Failure,
    /// All except progress: errors, warnings, reports.
    Messages,
}

/// Runs a program to its end. Its output goes to the log of this name; the last lines are printed if it fails.
pub fn to_log(command: &mut Command, log: &str) -> Result<()> {
    run(command, &path(log), Shown::Failure)
}

/// Runs a program to its end. Its output goes to the log of this name; errors, warnings and reports are printed too.
pub fn messages(command: &mut Command, log: &str) -> Result<()> {
    keep_colors(command);
    run(command, &path(log), Shown::Messages)
}

fn path(log: &str) -> PathBuf {
    Path::new(LOGS).join(format!("{log}.log"))
}

fn run(command: &mut Command, log: &Path, shows: Shown) -> Result<()> {
    let name = shown(command);
    let mut file = create(log)?;
    // A backtrace of a tool's own code is of no use to its users.
    command.env("RUST_BACKTRACE", "0").env_remove("RUST_LIB_BACKTRACE");
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| told!(zh "无法启动 `{name}`", en "`{name}` could not be started"))?;

    let (sender, lines) = mpsc::channel();
    forward(child.stdout.take(), sender.clone());
    forward(child.stderr.take(), sender);

    let spinner = Spinner::new()?;
    let mut tail = VecDeque::with_capacity(TAIL);
    let (mut has_printed, mut is_over) = (false, false);
    for line in lines {
        let plain = strip_ansi_codes(&line).trim_end().to_owned();
        writeln!(file, "{plain}").with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", log.display()))?;
        is_over |= is_trunk_error(&plain);
        if shows == Shown::Messages && !is_over && !is_status(&plain) {
            spinner.print_above(line.trim_end());
            has_printed = true;
        } else {
            spinner.show(plain.trim());
        }
        if tail.len() == TAIL {
            tail.pop_front();
        }
        tail.push_back(plain);
    }
    let status = child.wait().with_context(|| told!(zh "与 `{name}` 失去联系", en "`{name}` was lost"))?;
    spinner.end();
    if !status.success() {
        if !has_printed {
            tail.iter().for_each(|line| eprintln!("  {line}"));
        }
        let (status, log) = (ended(status), log.display());
        bail!(told!(
            zh "`{name}` {status}；它的全部输出在 {log}",
            en "`{name}` ended with {status}; all that it printed is in {log}"
        ));
    }
    Ok(())
}

fn create(log: &Path) -> Result<File> {
    let folder = log.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .with_context(|| told!(zh "无法新建文件夹 {}", en "{} cannot be made", folder.display()))?;
    File::create(log).with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", log.display()))
}

/// Cargo and the compiler use colours only on a terminal, and their output is a pipe.
fn keep_colors(command: &mut Command) {
    if console::colors_enabled_stderr() {
        command.env("CARGO_TERM_COLOR", "always");
    }
}

/// Returns true for a line in which Cargo or Trunk reports progress.
fn is_status(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let by_cargo = line.starts_with(' ') && CARGO_STATUS.contains(&word);
    // Trunk begins its lines with the time.
    let by_trunk = word.ends_with('Z') && line.split_whitespace().nth(1) == Some("INFO");
    by_cargo || by_trunk || line.is_empty()
}

/// Returns true for the first line of Trunk's own error report. The compiler or the publisher has printed the cause before.
fn is_trunk_error(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.next().is_some_and(|time| time.ends_with('Z')) && words.next() == Some("ERROR")
}

/// A line on the terminal that shows that the program is running; nothing if stderr is not a terminal.
struct Spinner(Option<ProgressBar>);

impl Spinner {
    fn new() -> Result<Self> {
        if !std::io::stderr().is_terminal() {
            return Ok(Spinner(None));
        }
        let style = ProgressStyle::with_template("  {spinner} {elapsed} {wide_msg}")
            .context(told!(zh "进度的模板", en "the spinner's template"))?;
        let bar = ProgressBar::new_spinner().with_style(style);
        bar.enable_steady_tick(Duration::from_millis(120));
        Ok(Spinner(Some(bar)))
    }

    fn show(&self, text: &str) {
        if let Some(bar) = &self.0 {
            bar.set_message(text.to_owned());
        }
    }

    fn print_above(&self, line: &str) {
        match &self.0 {
            Some(bar) => bar.suspend(|| println!("{line}")),
            None => println!("{line}"),
        }
    }

    fn end(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

/// Sends the lines of a stream from a thread. Both streams must be read at the same time, because a program blocks when the
/// pipe of the other one is full.
fn forward(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let Some(stream) = stream else { return };
    thread::spawn(move || {
        let lines = BufReader::new(stream).split(b'\n').map_while(Result::ok);
        for line in lines {
            // The receiver ends only after both streams have ended.
            if sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                break;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_distinguished_from_messages() {
        for status in [
            "   Compiling serde v1.0.229",
            "    Blocking waiting for file lock on package cache",
            "2026-11-26T20:41:15.120Z  INFO 🚀 Starting trunk 0.21.14",
            "",
        ] {
            assert!(is_status(status), "{status}");
        }
        for message in [
            "error[E0425]: cannot find value `x` in this scope",
            "  --> src/app.rs:3:5",
            "warning: unused variable: `x`",
            "  Running is healthy",
            "content/articles/a/2022-1.md:3:1: the title is missing",
        ] {
            let is_prose = message.starts_with("  Running");
            assert_eq!(is_status(message), is_prose, "{message}");
        }
    }

    #[test]
    fn trunks_own_report_is_distinguished_from_the_cause() {
        assert!(is_trunk_error("2026-11-26T20:41:15.120Z ERROR ❌ error"));
        assert!(!is_trunk_error("error[E0425]: cannot find value `x` in this scope"));
        assert!(!is_trunk_error("2026-11-26T20:41:15.120Z  INFO 🚀 Starting trunk 0.21.14"));
    }

    #[test]
    fn errors_name_the_log_which_has_every_line() {
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("fails.sh");
        fs::write(&script, "echo first; echo second >&2; exit 3").unwrap();
        let path = folder.path().join("log/fails.log");
        let error = run(Command::new("sh").arg(&script), &path, Shown::Failure).unwrap_err().to_string();
        assert!(error.contains("exit status 3") && error.contains("fails.log"), "{error}");
        let log = fs::read_to_string(path).unwrap();
        assert!(log.contains("first\n") && log.contains("second\n"), "{log}");
    }
}
