//! What a check found, as lines for people and as JSON. It owns how much of it is shown; SARIF is in `sarif`.

use std::fmt::Write;

use serde::Serialize;

use crate::problem::{Place, Problem};
use crate::rules::Severity;

use super::sarif;

/// Everything that a check found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The problems, in the order of their places.
    pub problems: Vec<Problem>,
}

/// The problems that are shown, and how many there are.
#[derive(Serialize)]
struct Json<'a> {
    problems: Vec<JsonProblem<'a>>,
    errors: usize,
    warnings: usize,
    omitted: usize,
}

#[derive(Serialize)]
struct JsonProblem<'a> {
    file: String,
    line: usize,
    column: usize,
    rule: &'a str,
    severity: String,
    message: &'a str,
    advice: &'a str,
}

impl Report {
    /// How many problems a report shows, if nothing else is asked for: a slip in a register is one in each article.
    pub const LIMIT: usize = 200;

    /// A report of problems that are in the order of their places.
    pub fn new(problems: Vec<Problem>) -> Self {
        Report { problems }
    }

    /// How many of its problems stop a build.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many of its problems do not.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.rule.severity == severity).count()
    }

    /// The `limit` problems that are shown: errors before warnings, in the order of their places.
    pub(super) fn shown(&self, limit: usize) -> Vec<&Problem> {
        let of = |severity| self.problems.iter().filter(move |problem| problem.rule.severity == severity);
        let mut shown: Vec<&Problem> = of(Severity::Error).chain(of(Severity::Warning)).take(limit).collect();
        shown.sort();
        shown
    }

    /// How many problems are not among those that are shown.
    pub(super) fn omitted(&self, limit: usize) -> usize {
        self.problems.len().saturating_sub(limit)
    }

    /// A line for each problem, `limit` at most, and one that counts the rest.
    pub fn text(&self, limit: usize) -> String {
        let mut text = String::new();
        for problem in self.shown(limit) {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{problem}");
        }
        let omitted = self.omitted(limit);
        if omitted > 0 {
            let _ = writeln!(text, "and {omitted} more");
        }
        text
    }

    /// `1 error, 2 warnings`.
    pub fn summary(&self) -> String {
        [counted(self.errors(), "error"), counted(self.warnings(), "warning")].join(", ")
    }

    /// One JSON object: `problems`, `limit` at most, and the counts `errors`, `warnings` and `omitted`.
    ///
    /// # Errors
    /// None that a report can cause.
    pub fn json(&self, limit: usize) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(&Json {
            problems: self.shown(limit).into_iter().map(json_problem).collect(),
            errors: self.errors(),
            warnings: self.warnings(),
            omitted: self.omitted(limit),
        })
    }

    /// A SARIF 2.1.0 log, which code hosts show beside the lines; `limit` results at most.
    ///
    /// # Errors
    /// None that a report can cause.
    pub fn sarif(&self, limit: usize) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(&sarif::log(self, limit))
    }
}

fn json_problem(problem: &Problem) -> JsonProblem<'_> {
    let Problem { place: Place { file, line, column }, rule, message, advice } = problem;
    JsonProblem {
        file: file.to_string_lossy().replace('\\', "/"),
        line: *line,
        column: *column,
        rule: rule.id,
        severity: rule.severity.to_string(),
        message,
        advice,
    }
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    fn report(warnings: usize, errors: usize) -> Report {
        let problem = |line, rule| Problem::new(Place::line("a.md".as_ref(), line), rule, "message", "advice");
        let mut problems: Vec<Problem> = (0..warnings).map(|line| problem(line + 1, &rules::UNBALANCED)).collect();
        problems.extend((0..errors).map(|line| problem(warnings + line + 1, &rules::LINK)));
        Report::new(problems)
    }

    #[test]
    fn ten_thousand_problems_are_as_many_lines_as_asked_for_and_a_count() {
        let text = report(10_000, 3).text(Report::LIMIT);
        assert_eq!(text.lines().count(), Report::LIMIT + 1);
        assert!(text.ends_with("\nand 9803 more\n"), "{text}");
    }

    #[test]
    fn errors_are_shown_before_warnings_and_all_in_the_order_of_places() {
        let report = report(5, 2);
        let lines: Vec<usize> = report.shown(3).iter().map(|problem| problem.place.line).collect();
        assert_eq!(lines, [1, 6, 7]);
        assert_eq!(report.summary(), "2 errors, 5 warnings");
        assert_eq!((report.shown(0).len(), report.omitted(0), report.omitted(7)), (0, 7, 0));
    }
}
