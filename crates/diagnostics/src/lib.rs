//! Diagnostics and reports. A [`Diagnostic`] has a [`Rule`], a [`Location`], a message and help. Reports are text, JSON or
//! SARIF.
//!
//! Invariant: every diagnostic names a rule of [`RULES`], and `docs/rules.md` and `docs/zh-CN/rules.md` have a section for each.

mod diagnostic;
mod line_index;
mod report;
pub mod rules;

pub use diagnostic::{Diagnostic, Fix, LineColumn, Location};
pub use line_index::LineIndex;
pub use report::{Report, Tool};
pub use rules::{RULES, Rule, Severity};
