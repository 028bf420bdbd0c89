//! Prints texts, diagnostics and errors in a language.

use std::io::Write;

use investchn_localized::{Lang, Localized, Text, localized};
use investchn_publish::{BuildError, Diagnostic, Report};

/// Prints a line for people. Writing fails if the reader has closed the pipe, as `head` does.
pub(super) fn print(text: &Text, lang: Lang) {
    let _ = writeln!(std::io::stdout(), "{}", text.get(lang));
}

/// Prints errors and warnings, one per line, up to the limit of a report.
pub(super) fn print_diagnostics(diagnostics: &[Diagnostic], lang: Lang) {
    eprint!("{}", Report::new(diagnostics.to_vec()).without_notes().text(Report::LIMIT, lang));
}

/// Prints an error, after its diagnostics if it has any.
pub(super) fn print_error(error: &BuildError, lang: Lang) {
    if let BuildError::Diagnostics(diagnostics) = error {
        print_diagnostics(diagnostics, lang);
    }
    print_reason(&error.localized(), lang);
}

/// Prints why a verb failed.
pub(super) fn print_reason(reason: &Text, lang: Lang) {
    eprintln!("{}", localized!(zh "错误：{}", en "error: {}", reason.get(lang)).get(lang));
}
