//! Runs a program to its end and measures its wall time and peak memory.

use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::told;
use anyhow::{Context, Result, bail};

use crate::process::shown;

use super::memory::bytes_of;

/// Interval at which the memory is read. The kernel keeps the peak itself, so only a rise in the last interval of a run
/// can be missed.
const EVERY: Duration = Duration::from_millis(10);

/// The measurements of one run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Wall time.
    pub seconds: f64,
    /// Peak memory in bytes; none if the system does not report it.
    pub memory: Option<u64>,
}

/// Runs a program. Prints its output only if it fails.
pub fn measure(command: &mut Command) -> Result<Measured> {
    let name = shown(command);
    let start = Instant::now();
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| told!(zh "无法启动 `{name}`", en "`{name}` could not be started"))?;
    let (status, over) = (format!("/proc/{}/status", child.id()), AtomicBool::new(false));
    let (output, seconds, memory) = thread::scope(|scope| {
        let watcher = scope.spawn(|| watch(&status, &over));
        let output = child.wait_with_output();
        let seconds = start.elapsed().as_secs_f64();
        over.store(true, Ordering::Relaxed);
        (output, seconds, watcher.join().ok().flatten())
    });
    let output = output.with_context(|| told!(zh "与 `{name}` 失去联系", en "`{name}` was lost"))?;
    if !output.status.success() {
        eprintln!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        let status = crate::process::ended(output.status);
        bail!(told!(zh "`{name}` {status}", en "`{name}` ended with {status}"));
    }
    Ok(Measured { seconds, memory })
}

fn watch(status: &str, over: &AtomicBool) -> Option<u64> {
    let mut most = None;
    while !over.load(Ordering::Relaxed) {
        // A program that has just exited has a status without this line.
        most = most.max(std::fs::read_to_string(status).ok().and_then(|status| peak_memory(&status)));
        thread::sleep(EVERY);
    }
    most
}

/// Returns the bytes of the line `VmHWM: 12345 kB`.
fn peak_memory(status: &str) -> Option<u64> {
    bytes_of(status, "VmHWM:")
}

/// Returns the median run by time; of an even number, the faster of the two in the middle.
pub fn median(runs: &[Measured]) -> Option<Measured> {
    let mut runs = runs.to_vec();
    runs.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
    runs.get(runs.len().saturating_sub(1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peak_memory_is_parsed() {
        assert_eq!(peak_memory("Name:\thugo\nVmHWM:\t    2048 kB\nVmRSS:\t  1 kB\n"), Some(2 * 1024 * 1024));
        assert_eq!(peak_memory("Name:\thugo\nState:\tZ (zombie)\n"), None);
    }

    #[test]
    fn the_median_run_counts() {
        let run = |seconds| Measured { seconds, memory: None };
        assert_eq!(median(&[run(3.0), run(1.0), run(2.0)]), Some(run(2.0)));
        assert_eq!(median(&[run(3.0), run(1.0)]), Some(run(1.0)));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn errors_name_the_command() {
        let error = measure(Command::new("cargo").arg("no-such-verb")).unwrap_err();
        assert!(error.to_string().contains("`cargo no-such-verb` ended with"), "{error}");
        let run = measure(Command::new("cargo").arg("--version")).unwrap();
        assert!(run.seconds > 0.0);
    }
}
