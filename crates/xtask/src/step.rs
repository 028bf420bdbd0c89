//! A named step of a command: announced, timed, and named again when it fails. What a step does is the caller's.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The steps of one command, in the order in which they ran.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<Done>,
}

struct Done {
    name: String,
    took: Duration,
    failed: bool,
}

impl Steps {
    /// Runs a step; its failure carries the step's name and what to do.
    pub(crate) fn run<T>(&mut self, name: &str, advice: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("▸ step {name}");
        let start = Instant::now();
        let result = work();
        self.done.push(Done { name: name.to_owned(), took: start.elapsed(), failed: result.is_err() });
        result.with_context(|| format!("step “{name}” failed. {advice}\n  because"))
    }

    /// Runs a step and goes on where it fails, so that one run shows all that is wrong; `finish` fails in its place.
    pub(crate) fn run_all(&mut self, name: &str, advice: &str, work: impl FnOnce() -> Result<()>) {
        if let Err(error) = self.run(name, advice, work) {
            eprintln!("error: {error:#}\n");
        }
    }

    /// Prints how long each step took.
    pub(crate) fn print_times(&self) {
        println!("\nTimes");
        for done in &self.done {
            let mark = if done.failed { " (failed)" } else { "" };
            println!("  {:>7.1} s  {}{mark}", done.took.as_secs_f64(), done.name);
        }
        let total: Duration = self.done.iter().map(|done| done.took).sum();
        println!("  {:>7.1} s  together", total.as_secs_f64());
    }

    /// Fails if a step that was let pass has failed.
    pub(crate) fn finish(&self) -> Result<()> {
        let failed: Vec<_> = self.done.iter().filter(|done| done.failed).map(|done| done.name.as_str()).collect();
        if !failed.is_empty() {
            bail!("failed: {}", failed.join(", "));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_step_and_what_to_do() {
        let mut steps = Steps::default();
        let error = steps.run("brew", "Fill the kettle.", || -> Result<()> { bail!("no water") }).unwrap_err();
        let text = format!("{error:#}");
        assert!(text.contains("brew") && text.contains("Fill the kettle.") && text.contains("no water"), "{text}");
    }

    #[test]
    fn every_step_runs_and_the_end_fails() {
        let mut steps = Steps::default();
        steps.run_all("one", "", || bail!("no"));
        steps.run_all("two", "", || Ok(()));
        assert_eq!(steps.done.len(), 2);
        assert_eq!(steps.finish().unwrap_err().to_string(), "failed: one");
    }
}
