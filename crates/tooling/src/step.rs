//! The steps of a command: announces and times each, guesses what is left, and names the step that failed.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, bail};

/// A guess below this is not worth a word.
const WORTH_SAYING: Duration = Duration::from_secs(20);

/// The steps of one command, in their order.
#[derive(Default)]
pub struct Steps<'a> {
    planned: VecDeque<Step<'a>>,
    done: Vec<Done>,
}

struct Step<'a> {
    name: String,
    /// A rough duration on two cores.
    guess: Duration,
    /// Tells a person what to do when the step fails.
    help: &'static str,
    work: Box<dyn FnOnce() -> Result<()> + 'a>,
}

struct Done {
    name: String,
    guess: Duration,
    took: Duration,
    failed: bool,
}

impl<'a> Steps<'a> {
    /// Plans a step.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        guess: Duration,
        help: &'static str,
        work: impl FnOnce() -> Result<()> + 'a,
    ) {
        self.planned.push_back(Step { name: name.into(), guess, help, work: Box::new(work) });
    }

    /// Runs what is planned, and stops at the first failure, which carries the step's name and what to do.
    pub fn run(&mut self) -> Result<()> {
        while let Some(step) = self.planned.pop_front() {
            self.run_one(step)?;
        }
        Ok(())
    }

    /// Runs all that is planned, also after a failure, so that one run shows all that is wrong; then fails where a step did.
    pub fn run_all(&mut self) -> Result<()> {
        while let Some(step) = self.planned.pop_front() {
            if let Err(error) = self.run_one(step) {
                eprintln!("error: {error:#}\n");
            }
        }
        let failed: Vec<_> = self.done.iter().filter(|done| done.failed).map(|done| done.name.as_str()).collect();
        if !failed.is_empty() {
            bail!("failed: {}", failed.join(", "));
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
        println!("{mark} {name}: {:.1} s", took.as_secs_f64());
        self.done.push(Done { name: name.clone(), guess, took, failed: result.is_err() });
        result.map_err(|error| anyhow!("{name}: {error:#}. {help}"))
    }

    /// The time that the planned steps will take.
    fn left(&self) -> Duration {
        self.at_this_pace(self.planned.iter().map(|step| step.guess).sum())
    }

    /// A guess, corrected by how far the guesses were off so far on this machine.
    fn at_this_pace(&self, guess: Duration) -> Duration {
        // A few seconds say nothing about a machine.
        let telling = || self.done.iter().filter(|done| done.guess >= WORTH_SAYING);
        let guessed: Duration = telling().map(|done| done.guess).sum();
        if guessed.is_zero() {
            return guess;
        }
        let took: Duration = telling().map(|done| done.took).sum();
        guess.mul_f64(took.as_secs_f64() / guessed.as_secs_f64())
    }

    /// Prints how long each step took.
    pub fn print_times(&self) {
        println!("\nTimes");
        for done in &self.done {
            let mark = if done.failed { " (failed)" } else { "" };
            println!("  {:>7.1} s  {}{mark}", done.took.as_secs_f64(), done.name);
        }
        let total: Duration = self.done.iter().map(|done| done.took).sum();
        println!("  {:>7.1} s  together", total.as_secs_f64());
    }
}

/// The guess as it stands behind a step's name; nothing where it is short.
fn left(guess: Duration) -> String {
    match guess.as_secs() {
        _ if guess < WORTH_SAYING => String::new(),
        seconds @ ..90 => format!(" (about {seconds} s left)"),
        seconds => format!(" (about {} min left)", (seconds + 30) / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_failure_names_the_step_and_what_to_do() {
        let mut steps = Steps::default();
        steps.add("brew", SECOND, "Fill the kettle.", || bail!("no water"));
        steps.add("drink", SECOND, "", || panic!("nothing to drink"));
        let text = format!("{:#}", steps.run().unwrap_err());
        assert!(text.contains("brew") && text.contains("Fill the kettle.") && text.contains("no water"), "{text}");
    }

    #[test]
    fn every_step_runs_and_the_end_fails() {
        let mut steps = Steps::default();
        steps.add("one", SECOND, "", || bail!("no"));
        steps.add("two", SECOND, "", || Ok(()));
        assert_eq!(steps.run_all().unwrap_err().to_string(), "failed: one");
        assert_eq!(steps.done.len(), 2);
    }

    #[test]
    fn what_is_left_follows_the_machines_pace() {
        let mut steps = Steps::default();
        steps.add("tool", SECOND * 100, "", || Ok(()));
        assert_eq!(left(steps.left()), " (about 2 min left)");
        // This machine is half as fast as the guess.
        steps.done.push(Done { name: "before".to_owned(), guess: SECOND * 60, took: SECOND * 120, failed: false });
        assert_eq!(steps.left(), SECOND * 200);
        assert_eq!(left(SECOND * 19), "");
        assert_eq!(left(SECOND * 60), " (about 60 s left)");
    }
}
