//! Prints diagnostics and errors in a language.

use investchn_cli::print_reason;
use investchn_localized::{Lang, Localized};
use investchn_publish::{BuildError, Diagnostic, Report};

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
