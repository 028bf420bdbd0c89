//! Suppressions: the front matter of an article names a rule that the article breaks for a reason.

use serde::{Deserialize, Serialize};

use investchn_diagnostics::LineColumn;
use investchn_diagnostics::{RULES, Rule, Severity, rules};

/// The number of characters of an unknown rule that are compared with rule ids, which are all shorter. The limit bounds the
/// time for a hostile source.
const COMPARED: usize = 40;

/// An entry of `suppress`, before it is checked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawSuppression {
    rule: String,
    reason: String,
}

/// A rule whose warnings are suppressed in one file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Suppression {
    /// The rule.
    pub rule: &'static Rule,
    /// The location of the entry in the front matter.
    pub at: LineColumn,
}

impl RawSuppression {
    /// Returns the suppression, or the message and the help of a diagnostic.
    pub(crate) fn checked(&self, at: LineColumn) -> Result<Suppression, (String, String)> {
        let Some(rule) = rules::find(&self.rule) else {
            let said: String = self.rule.chars().take(COMPARED).collect();
            let distance = |rule: &&&Rule| strsim::damerau_levenshtein(&said, rule.id);
            let near = RULES.iter().filter(|rule| rule.severity == Severity::Warning).min_by_key(distance);
            let near = near.map_or("", |rule| rule.id);
            return Err((format!("there is no rule `{}`", self.rule), format!("the nearest is {near}")));
        };
        if rule.severity == Severity::Error {
            return Err((format!("`{rule}` is an error and cannot be suppressed"), "mend what it finds".to_owned()));
        }
        if self.reason.trim().is_empty() {
            let help = "say in `reason` why the article is right as it is".to_owned();
            return Err((format!("`{rule}` is suppressed without a reason"), help));
        }
        Ok(Suppression { rule, at })
    }
}
