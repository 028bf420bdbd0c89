//! Suppressions: the front matter of an article names a rule that the article breaks for a reason.

use serde::{Deserialize, Serialize};
use thiserror::Error;

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

/// The reason why a suppression is not accepted: the message of a diagnostic.
#[derive(Debug, Error)]
pub(crate) enum SuppressionError {
    #[error("there is no rule `{rule}`")]
    UnknownRule { rule: String, nearest: &'static str },
    #[error("`{0}` is an error and cannot be suppressed")]
    IsError(&'static Rule),
    #[error("`{0}` is suppressed without a reason")]
    NoReason(&'static Rule),
}

impl SuppressionError {
    /// Returns the help of the diagnostic.
    pub(crate) fn help(&self) -> String {
        match self {
            SuppressionError::UnknownRule { nearest, .. } => format!("the nearest is {nearest}"),
            SuppressionError::IsError(_) => "mend what it finds".to_owned(),
            SuppressionError::NoReason(_) => "say in `reason` why the article is right as it is".to_owned(),
        }
    }
}

impl RawSuppression {
    /// Returns the suppression, if the rule is a warning and there is a reason.
    pub(crate) fn checked(&self, at: LineColumn) -> Result<Suppression, SuppressionError> {
        let Some(rule) = rules::find(&self.rule) else {
            let said: String = self.rule.chars().take(COMPARED).collect();
            let distance = |rule: &&&Rule| strsim::damerau_levenshtein(&said, rule.id);
            let near = RULES.iter().filter(|rule| rule.severity == Severity::Warning).min_by_key(distance);
            let near = near.map_or("", |rule| rule.id);
            return Err(SuppressionError::UnknownRule { rule: self.rule.clone(), nearest: near });
        };
        if rule.severity != Severity::Warning {
            return Err(SuppressionError::IsError(rule));
        }
        if self.reason.trim().is_empty() {
            return Err(SuppressionError::NoReason(rule));
        }
        Ok(Suppression { rule, at })
    }
}
