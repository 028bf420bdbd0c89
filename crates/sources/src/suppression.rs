//! Suppressions: the front matter of an article names a rule that the article breaks for a reason.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use investchn_diagnostics::LineColumn;
use investchn_diagnostics::{RULES, Rule, Severity, rules};
use investchn_localized::{Localized, Text, localized};

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
#[error("{}", self.localized())]
pub(crate) enum SuppressionError {
    UnknownRule { rule: String, nearest: &'static str },
    IsError(&'static Rule),
    NoReason(&'static Rule),
}

impl SuppressionError {
    /// Returns the help of the diagnostic.
    pub(crate) fn help(&self) -> Text {
        match self {
            SuppressionError::UnknownRule { nearest, .. } => {
                localized!(zh "最接近的是 {nearest}", en "the nearest is {nearest}")
            }
            SuppressionError::IsError(_) => localized!(zh "改正它指出的问题", en "mend what it finds"),
            SuppressionError::NoReason(_) => localized!(
                zh "在 `reason` 里写明为什么这样没有错",
                en "say in `reason` why the article is right as it is"
            ),
        }
    }
}

impl Localized for SuppressionError {
    fn localized(&self) -> Text {
        match self {
            SuppressionError::UnknownRule { rule, .. } => {
                localized!(zh "没有规则 `{rule}`", en "there is no rule `{rule}`")
            }
            SuppressionError::IsError(rule) => {
                localized!(zh "`{rule}` 是错误，不能忽略", en "`{rule}` is an error and cannot be suppressed")
            }
            SuppressionError::NoReason(rule) => {
                localized!(zh "忽略 `{rule}` 没有写理由", en "`{rule}` is suppressed without a reason")
            }
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
