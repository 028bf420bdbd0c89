//! The steps of a command: announces and times each, estimates the remaining time, and names the step that failed.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, bail};

use crate::language::worded;
use crate::told;

/// The shortest estimate that is printed.
const MIN_PRINTED: Duration = Duration::from_secs(20);

/// The steps of a command, in order.
#[derive(Default)]
pub struct Steps<'a> {
    planned: VecDeque<Step<'a>>,
    done: Vec<Done>,
}

struct Step<'a> {
    name: String,
    /// Estimated duration on two cores.
    guess: Duration,
    /// Advice that is printed if the step fails.
    help: String,
    work: Box<dyn FnOnce() -> Result<()> + 'a>,
}

struct Done {
    name: String,
    guess: Duration,
    took: Duration,
    failed: bool,
}

impl<'a> Steps<'a> {
    /// Adds a step.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        guess: Duration,
        help: impl Into<String>,
        work: impl FnOnce() -> Result<()> + 'a,
    ) {
        self.planned.push_back(Step { name: name.into(), guess, help: help.into(), work: Box::new(work) });
    }

    /// Runs the steps in order. Stops at the first failure; the error has the name of the step and its advice.
    pub fn run(&mut self) -> Result<()> {
        while let Some(step) = self.planned.pop_front() {
            self.run_one(step)?;
        }
        Ok(())
    }

    /// Runs every step, even after a failure, so that one run shows all problems. Fails at the end if a step has failed.
    pub fn run_all(&mut self) -> Result<()> {
        while let Some(step) = self.planned.pop_front() {
            if let Err(error) = self.run_one(step) {
                let error = worded(&error);
                eprintln!("{}\n", told!(zh "错误：{error}", en "error: {error}"));
            }
        }
        let failed: Vec<_> = self.done.iter().filter(|done| done.failed).map(|done| done.name.as_str()).collect();
        if !failed.is_empty() {
            bail!(told!(zh "失败：{}", en "failed: {}", failed.join(", ")));
        }
        Ok(())
    }

    fn run_one(&mut self, step: Step<'a>) -> Result<()> {
        let Step { name, guess, help, work } = step;
        println!("▸ {name}{}", left(self.left() + self.at_this_pace(guess)));
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        let mark = if result.is_ok() { '✓' } else { '✗' };
        println!("{mark} {}", told!(zh "{name}：{:.1} 秒", en "{name}: {:.1} s", took.as_secs_f64()));
        self.done.push(Done { name: name.clone(), guess, took, failed: result.is_err() });
        result.map_err(|error| {
            let error = worded(&error);
            anyhow!(told!(zh "{name}：{error}。{help}", en "{name}: {error}. {help}"))
        })
    }

    /// Estimates the duration of the remaining steps.
    fn left(&self) -> Duration {
        self.at_this_pace(self.planned.iter().map(|step| step.guess).sum())
    }

    /// Corrects an estimate by the ratio of actual to estimated durations so far.
    fn at_this_pace(&self, guess: Duration) -> Duration {
        // Short steps say nothing about the speed of a machine.
        let long = || self.done.iter().filter(|done| done.guess >= MIN_PRINTED);
        let guessed: Duration = long().map(|done| done.guess).sum();
        if guessed.is_zero() {
            return guess;
        }
        let took: Duration = long().map(|done| done.took).sum();
        guess.mul_f64(took.as_secs_f64() / guessed.as_secs_f64())
    }

    /// Prints the duration of each step.
    pub fn print_times(&self) {
        println!("\n{}", told!(zh "用时", en "Times"));
        for done in &self.done {
            let mark = if done.failed { told!(zh "（失败）", en " (failed)") } else { String::new() };
            let seconds = done.took.as_secs_f64();
            println!("  {}", told!(zh "{seconds:>7.1} 秒  {}{mark}", en "{seconds:>7.1} s  {}{mark}", done.name));
        }
        let total: Duration = self.done.iter().map(|done| done.took).sum();
        println!("  {}", told!(zh "{:>7.1} 秒  共计", en "{:>7.1} s  together", total.as_secs_f64()));
    }
}

/// Formats an estimate as a suffix of a step's name; empty if it is short.
fn left(guess: Duration) -> String {
    match guess.as_secs() {
        _ if guess < MIN_PRINTED => String::new(),
        seconds @ ..90 => told!(zh "（约剩 {seconds} 秒）", en " (about {seconds} s left)"),
        seconds => told!(zh "（约剩 {} 分钟）", en " (about {} min left)", (seconds + 30) / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn errors_name_the_step_and_its_advice() {
        let mut steps = Steps::default();
        steps.add("brew", SECOND, "Fill the kettle.", || bail!("no water"));
        steps.add("drink", SECOND, "", || panic!("nothing to drink"));
        let text = format!("{:#}", steps.run().unwrap_err());
        assert!(text.contains("brew") && text.contains("Fill the kettle.") && text.contains("no water"), "{text}");
    }

    #[test]
    fn run_all_runs_every_step_and_fails_at_the_end() {
        let mut steps = Steps::default();
        steps.add("one", SECOND, "", || bail!("no"));
        steps.add("two", SECOND, "", || Ok(()));
        assert_eq!(steps.run_all().unwrap_err().to_string(), "failed: one");
        assert_eq!(steps.done.len(), 2);
    }

    #[test]
    fn estimates_follow_the_speed_of_the_machine() {
        let mut steps = Steps::default();
        steps.add("tool", SECOND * 100, "", || Ok(()));
        assert_eq!(left(steps.left()), " (about 2 min left)");
        // This machine takes twice as long as estimated.
        steps.done.push(Done { name: "before".to_owned(), guess: SECOND * 60, took: SECOND * 120, failed: false });
        assert_eq!(steps.left(), SECOND * 200);
        assert_eq!(left(SECOND * 19), "");
        assert_eq!(left(SECOND * 60), " (about 60 s left)");
    }
}
