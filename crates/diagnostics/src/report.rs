//! Reports of diagnostics: lines of text, JSON and SARIF.

mod sarif;

use std::fmt::Write;

use investchn_localized::{Lang, Localized, Text, localized};
use serde::Serialize;

use crate::diagnostic::{Diagnostic, Location};
use crate::rules::Severity;

pub use sarif::Tool;

/// The diagnostics of a check.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The diagnostics, sorted by location.
    pub diagnostics: Vec<Diagnostic>,
    /// The number of notes that are counted, but not listed.
    hidden_notes: usize,
}

/// The JSON of a report. Its keys never change, because editor plug-ins read them.
#[derive(Serialize)]
struct JsonReport<'a> {
    problems: Vec<JsonDiagnostic<'a>>,
    errors: usize,
    warnings: usize,
    notes: usize,
    omitted: usize,
}

#[derive(Serialize)]
struct JsonDiagnostic<'a> {
    file: String,
    line: usize,
    column: usize,
    rule: &'a str,
    severity: String,
    message: &'a str,
    advice: &'a str,
}

impl Report {
    /// The default number of diagnostics in a report. One wrong row of the register causes a fault in each article of the
    /// zone.
    pub const LIMIT: usize = 200;

    /// Makes a report of diagnostics that are sorted by location.
    pub fn new(diagnostics: Vec<Diagnostic>) -> Self {
        Report { diagnostics, hidden_notes: 0 }
    }

    /// Removes the notes from the list. They are still counted.
    #[must_use]
    pub fn without_notes(mut self) -> Self {
        self.hidden_notes = self.notes();
        self.diagnostics.retain(|diagnostic| diagnostic.rule.severity != Severity::Note);
        self
    }

    /// Counts the diagnostics that stop a build.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// Counts the diagnostics that a build reports and that do not stop it.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    /// Counts the notes, listed or not.
    pub fn notes(&self) -> usize {
        self.hidden_notes + self.count(Severity::Note)
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.rule.severity == severity).count()
    }

    /// Selects `limit` diagnostics, errors before warnings before notes, and sorts them by location.
    fn shown(&self, limit: usize) -> Vec<&Diagnostic> {
        let of = |severity| self.diagnostics.iter().filter(move |diagnostic| diagnostic.rule.severity == severity);
        let all = [Severity::Error, Severity::Warning, Severity::Note].into_iter().flat_map(of);
        let mut shown: Vec<&Diagnostic> = all.take(limit).collect();
        shown.sort();
        shown
    }

    /// Counts the diagnostics beyond `limit`.
    fn omitted(&self, limit: usize) -> usize {
        self.diagnostics.len().saturating_sub(limit)
    }

    /// Writes a line for each diagnostic, at most `limit`, and a line with the number of the others.
    pub fn text(&self, limit: usize, lang: Lang) -> String {
        let mut text = String::new();
        for diagnostic in self.shown(limit) {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}", diagnostic.line(lang));
        }
        let omitted = self.omitted(limit);
        if omitted > 0 {
            let _ = writeln!(text, "{}", localized!(zh "另有 {omitted} 处", en "and {omitted} more").get(lang));
        }
        text
    }

    /// Returns the counts as text: `1 error, 2 warnings`, and `3 notes` if there are any.
    pub fn summary(&self) -> Text {
        let mut counts = vec![counted(self.errors(), Severity::Error), counted(self.warnings(), Severity::Warning)];
        counts.extend((self.notes() > 0).then(|| counted(self.notes(), Severity::Note)));
        Text::join(&counts, &localized!(zh "，", en ", "))
    }

    /// Writes a JSON object with the diagnostics, at most `limit`, in `problems`, and the counts `errors`, `warnings`,
    /// `notes` and `omitted`.
    ///
    /// # Errors
    /// If serialization fails, which no report causes.
    pub fn json(&self, limit: usize, lang: Lang) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(&JsonReport {
            problems: self.shown(limit).into_iter().map(|diagnostic| json_diagnostic(diagnostic, lang)).collect(),
            errors: self.errors(),
            warnings: self.warnings(),
            notes: self.notes(),
            omitted: self.omitted(limit),
        })
    }

    /// Writes a SARIF 2.1.0 log with at most `limit` results, which code hosts show beside the lines.
    ///
    /// # Errors
    /// If serialization fails, which no report causes.
    pub fn sarif(&self, tool: Tool, limit: usize, lang: Lang) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(&sarif::log(tool, self.shown(limit), self.omitted(limit), lang))
    }
}

fn json_diagnostic(diagnostic: &Diagnostic, lang: Lang) -> JsonDiagnostic<'_> {
    let Diagnostic { location: Location { file, line, column }, rule, message, help, .. } = diagnostic;
    JsonDiagnostic {
        file: file.to_string_lossy().replace('\\', "/"),
        line: *line,
        column: *column,
        rule: rule.id,
        severity: rule.severity.to_string(),
        message: message.get(lang),
        advice: help.get(lang),
    }
}

fn counted(number: usize, severity: Severity) -> Text {
    let Text { zh, en } = severity.localized();
    let plural = if number == 1 { "" } else { "s" };
    localized!(zh "{number} 处{zh}", en "{number} {en}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{self, RULES};

    fn report(warnings: usize, errors: usize) -> Report {
        let (message, advice) = (localized!(zh "问题", en "message"), localized!(zh "办法", en "advice"));
        let diagnostic =
            |line, rule| Diagnostic::new(Location::line("a.md".as_ref(), line), rule, message.clone(), advice.clone());
        let mut diagnostics: Vec<Diagnostic> =
            (0..warnings).map(|line| diagnostic(line + 1, &rules::UNBALANCED)).collect();
        diagnostics.extend((0..errors).map(|line| diagnostic(warnings + line + 1, &rules::LINK)));
        Report::new(diagnostics)
    }

    #[test]
    fn text_reports_stop_at_the_limit_and_count_the_rest() {
        let text = report(10_000, 3).text(Report::LIMIT, Lang::En);
        assert_eq!(text.lines().count(), Report::LIMIT + 1);
        assert!(text.ends_with("\nand 9803 more\n"), "{text}");
        let text = report(2, 0).text(1, Lang::Zh);
        assert_eq!(text, "a.md:1:1 unbalanced 问题，办法\n另有 1 处\n");
    }

    #[test]
    fn errors_take_precedence_and_the_selection_is_sorted_by_location() {
        let report = report(5, 2);
        let lines: Vec<usize> = report.shown(3).iter().map(|diagnostic| diagnostic.location.line).collect();
        assert_eq!(lines, [1, 6, 7]);
        assert_eq!(report.summary().en, "2 errors, 5 warnings");
        assert_eq!(report.summary().zh, "2 处错误，5 处警告");
        assert_eq!((report.shown(0).len(), report.omitted(0), report.omitted(7)), (0, 7, 0));
    }

    #[test]
    fn machine_readable_reports_have_texts_of_one_language_and_keys_of_none() {
        let json = report(0, 1).json(9, Lang::Zh).unwrap();
        assert!(json.contains("\"severity\": \"error\"") && json.contains("\"message\": \"问题\""), "{json}");
        assert!(json.contains("\"advice\": \"办法\"") && !json.contains("\"advice\": \"advice\""), "{json}");
        let tool = Tool { name: "a", version: "1" };
        let sarif = |lang| report(0, 1).sarif(tool, 9, lang).unwrap();
        for (lang, tag, text) in [(Lang::Zh, "zh-CN", "问题，办法"), (Lang::En, "en-US", "message, advice")] {
            let sarif = sarif(lang);
            assert!(sarif.contains(&format!("\"language\": \"{tag}\"")), "{sarif}");
            assert!(sarif.contains(&format!("\"text\": \"{text}\"")), "{sarif}");
            assert!(RULES.iter().all(|rule| sarif.contains(rule.finds(lang))), "{sarif}");
        }
    }

    #[test]
    fn notes_are_counted_and_come_last_or_not_at_all() {
        let mut report = report(1, 1);
        let old = Location::line("a.csv".as_ref(), 9);
        let old = Diagnostic::new(old, &rules::OLD_FACT, Text::default(), Text::default());
        report.diagnostics.insert(0, old);
        assert_eq!(report.shown(2).iter().map(|it| it.location.line).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(
            (report.text(9, Lang::En).lines().count(), report.summary().en.as_str()),
            (3, "1 error, 1 warning, 1 note")
        );
        let report = report.without_notes();
        assert_eq!(
            (report.text(9, Lang::En).lines().count(), report.summary().en.as_str()),
            (2, "1 error, 1 warning, 1 note")
        );
        assert_eq!(report.omitted(2), 0);
    }
}
