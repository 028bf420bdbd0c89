//! Silences: an article's front matter names a rule that it breaks for a reason. It owns their form and their effect.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::problem::{Problem, Spot};
use crate::rules::{self, RULES, Rule, Severity};

/// How much of a text is compared with the ids of rules, in characters: they are shorter.
const COMPARED: usize = 40;

/// An entry of `silence`, as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawSilence {
    rule: String,
    reason: String,
}

/// A rule whose warnings are not wanted in one file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Silence {
    /// Which rule.
    rule: &'static Rule,
    /// Where it is silenced.
    at: Spot,
}

impl RawSilence {
    /// The silence that is meant; else what is wrong with it, and what to do.
    pub(crate) fn checked(&self, at: Spot) -> Result<Silence, (String, String)> {
        let Some(rule) = rules::rule(&self.rule) else {
            let said: String = self.rule.chars().take(COMPARED).collect();
            let distance = |rule: &&&Rule| strsim::damerau_levenshtein(&said, rule.id);
            let near = RULES.iter().filter(|rule| rule.severity == Severity::Warning).min_by_key(distance);
            let near = near.map_or("", |rule| rule.id);
            return Err((format!("there is no rule `{}`", self.rule), format!("the nearest is {near}")));
        };
        if rule.severity == Severity::Error {
            return Err((format!("`{rule}` is an error and cannot be silenced"), "mend what it finds".to_owned()));
        }
        if self.reason.trim().is_empty() {
            let advice = "say in `reason` why the article is right as it is".to_owned();
            return Err((format!("`{rule}` is silenced without a reason"), advice));
        }
        Ok(Silence { rule, at })
    }
}

/// The silences of every file that has some.
pub(super) type Silences = BTreeMap<PathBuf, Vec<Silence>>;

/// Takes out the warnings that are silenced, and adds one for each silence that silenced nothing.
pub(super) fn apply(silences: &Silences, problems: &mut Vec<Problem>) {
    let mut used: BTreeSet<(&Path, &Rule)> = BTreeSet::new();
    problems.retain(|problem| {
        let silenced = silences.get_key_value(&problem.place.file).filter(|(_, silences)| {
            silences.iter().any(|silence| silence.rule == problem.rule && problem.rule.severity == Severity::Warning)
        });
        if let Some((file, _)) = silenced {
            used.insert((file, problem.rule));
        }
        silenced.is_none()
    });
    // Where a file has errors, not all of its checks were made.
    let broken: BTreeSet<&PathBuf> =
        problems.iter().filter(|problem| problem.is_error()).map(|p| &p.place.file).collect();
    let mut unused = Vec::new();
    for (file, silences) in silences.iter().filter(|(file, _)| !broken.contains(file)) {
        for silence in silences.iter().filter(|silence| !used.contains(&(file.as_path(), silence.rule))) {
            let message = format!("`{}` finds nothing here", silence.rule);
            let advice = "take the silence out";
            unused.push(Problem::new(silence.at.in_file(file), &rules::UNUSED_SILENCE, message, advice));
        }
    }
    problems.append(&mut unused);
}
