//! Readers that request page after page without a browser, and compare each answer with the published bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::task::JoinHandle;

use crate::harness::Host;
use crate::releases::files;

/// Number of concurrent readers.
const READERS: usize = 3;

/// Number of files whose content each reader knows.
const KNOWN: usize = 600;

/// The accepted answers: for each path, the old content and the new one.
pub(super) struct Expected(BTreeMap<String, Vec<Vec<u8>>>);

impl Expected {
    /// Reads a sample of files, spread over the whole site.
    pub(super) fn of(site: &Path) -> Self {
        let all = files(site);
        let step = (all.len() / KNOWN).max(1);
        Expected(
            all.into_iter()
                .step_by(step)
                .map(|name| (name.clone(), vec![fs::read(site.join(name)).unwrap()]))
                .collect(),
        )
    }

    /// Accepts the current content of the files too.
    pub(super) fn also(&mut self, site: &Path) {
        for (name, contents) in &mut self.0 {
            contents.push(fs::read(site.join(name)).unwrap());
        }
    }
}

/// The running readers.
pub(super) struct Readers {
    tasks: Vec<JoinHandle<()>>,
    ended: Arc<AtomicBool>,
    tally: Arc<Mutex<Tally>>,
}

#[derive(Default)]
struct Tally {
    answered: usize,
    /// Of these, the number that needed a second request, because a node died during its answer.
    twice: usize,
    slowest: Duration,
    unanswered: Vec<String>,
    wrong: Vec<String>,
}

impl Readers {
    /// Starts the readers.
    pub(super) fn start(host: &Arc<Host>, expected: Expected) -> Self {
        let (ended, tally, expected) =
            (Arc::<AtomicBool>::default(), Arc::<Mutex<Tally>>::default(), Arc::new(expected.0));
        let tasks = (0..READERS as u64).map(|seed| {
            let (host, ended, tally, expected) = (host.clone(), ended.clone(), tally.clone(), expected.clone());
            tokio::spawn(async move {
                let mut chance = fastrand::Rng::with_seed(seed);
                let names: Vec<&String> = expected.keys().collect();
                while !ended.load(Ordering::Relaxed) {
                    let name = names[chance.usize(..names.len())];
                    let asked = Instant::now();
                    let mut answer = host.try_get(&format!("/{name}"), "identity").await;
                    let is_cut = answer.is_err();
                    if is_cut {
                        answer = host.try_get(&format!("/{name}"), "identity").await;
                    }
                    let mut tally = tally.lock().unwrap();
                    tally.twice += usize::from(is_cut);
                    tally.slowest = tally.slowest.max(asked.elapsed());
                    match answer {
                        Ok(reply) if reply.status == 200 && expected[name].contains(&reply.body) => tally.answered += 1,
                        Ok(reply) if reply.status >= 500 => tally.unanswered.push(format!("{name}: {}", reply.status)),
                        Ok(reply) => tally.wrong.push(format!("{name}: {}, {} bytes", reply.status, reply.body.len())),
                        Err(error) => tally.unanswered.push(error),
                    }
                }
            })
        });
        Readers { tasks: tasks.collect(), ended, tally }
    }

    /// Prints the results so far, and resets the counts.
    pub(super) fn mark(&self, what: &str) {
        let Tally { answered, twice, slowest, unanswered, wrong } = std::mem::take(&mut *self.tally.lock().unwrap());
        let lost = unanswered.len();
        let all = answered + lost;
        println!(
            "    {what}: {answered} of {all} requests answered, {twice} asked twice, the slowest in {slowest:.2?}"
        );
        let few = |all: &[String]| all.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
        assert!(wrong.is_empty(), "{what}: {} answers are half or missing: {}", wrong.len(), few(&wrong));
        assert!(answered > 0, "{what}: somebody is answered");
        assert!(
            lost == 0,
            "{what}: the nodes that are there do not answer for the one that is not: {}",
            few(&unanswered)
        );
    }

    /// Stops the readers and prints the results since the last mark.
    pub(super) async fn stop(mut self, what: &str) {
        self.ended.store(true, Ordering::Relaxed);
        for task in std::mem::take(&mut self.tasks) {
            task.await.unwrap();
        }
        self.mark(what);
    }
}
