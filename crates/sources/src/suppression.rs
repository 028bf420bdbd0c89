//! Suppressions: an article's front matter names a rule that it breaks for a reason.

use serde::{Deserialize, Serialize};

use investchn_diagnostics::LineColumn;
use investchn_diagnostics::{RULES, Rule, Severity, rules};

/// The characters of a text that are compared with the ids of rules, which are shorter.
const COMPARED: usize = 40;

/// An entry of `silence`, as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawSuppression {
    rule: String,
    reason: String,
}

/// A rule whose warnings are not wanted in one file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Suppression {
    /// The rule.
    pub rule: &'static Rule,
    /// The entry in the front matter.
    pub at: LineColumn,
}

impl RawSuppression {
    /// The silence that is meant; else what is wrong with it, and what to do.
    pub(crate) fn checked(&self, at: LineColumn) -> Result<Suppression, (String, String)> {
        let Some(rule) = rules::find(&self.rule) else {
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
            let help = "say in `reason` why the article is right as it is".to_owned();
            return Err((format!("`{rule}` is silenced without a reason"), help));
        }
        Ok(Suppression { rule, at })
    }
}
