//! Showing that a program is still at work: a spinner with its last line on a terminal, its plain lines elsewhere.
//! Programs that show their own progress are run by `process` instead.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};

use crate::process::shown;

/// How much of a failed program's output is repeated.
const TAIL: usize = 25;

/// Runs a program to its end and shows that it moves; its output is repeated only when it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = shown(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{name}` could not be started"))?;

    let (sender, lines) = mpsc::channel();
    forward(child.stdout.take(), sender.clone());
    forward(child.stderr.take(), sender);

    let spinner = spinner()?;
    let mut tail = VecDeque::with_capacity(TAIL);
    for line in lines {
        match &spinner {
            Some(spinner) => spinner.set_message(line.trim().to_owned()),
            None => println!("  {}", line.trim_end()),
        }
        if tail.len() == TAIL {
            tail.pop_front();
        }
        tail.push_back(line);
    }
    let status = child.wait().with_context(|| format!("`{name}` was lost"))?;

    let was_hidden = spinner.is_some();
    if let Some(spinner) = spinner {
        spinner.finish_and_clear();
    }
    if !status.success() {
        if was_hidden {
            tail.iter().for_each(|line| eprintln!("  {line}"));
        }
        bail!("`{name}` ended with {status}");
    }
    Ok(())
}

/// A spinner where somebody can see it turn.
fn spinner() -> Result<Option<ProgressBar>> {
    if !std::io::stderr().is_terminal() {
        return Ok(None);
    }
    let style = ProgressStyle::with_template("  {spinner} {elapsed} {wide_msg}").context("the spinner's template")?;
    let spinner = ProgressBar::new_spinner().with_style(style);
    spinner.enable_steady_tick(Duration::from_millis(120));
    Ok(Some(spinner))
}

/// Both streams are read at once, or a program that fills the other one would wait for ever.
fn forward(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let Some(stream) = stream else { return };
    thread::spawn(move || {
        let lines = BufReader::new(stream).split(b'\n').map_while(Result::ok);
        for line in lines {
            // The reader on the other side ends only when both streams have ended.
            if sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                break;
            }
        }
    });
}
