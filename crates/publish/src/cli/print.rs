//! Prints diagnostics and errors.

use investchn_localized::Lang;
use investchn_publish::{BuildError, Diagnostic, Report};

/// Returns the language of what is printed.
pub(crate) fn language() -> Lang {
    Lang::En
}

/// Prints errors and warnings, one per line, up to the limit of a report.
pub(crate) fn print_diagnostics(diagnostics: &[Diagnostic]) {
    eprint!("{}", Report::new(diagnostics.to_vec()).without_notes().text(Report::LIMIT, language()));
}

/// Prints an error with its causes, after its diagnostics if it has any.
pub(crate) fn print_error(error: &BuildError) {
    if let BuildError::Diagnostics(diagnostics) = error {
        print_diagnostics(diagnostics);
    }
    let mut cause: &dyn std::error::Error = error;
    eprint!("error: {cause}");
    while let Some(source) = cause.source() {
        eprint!(": {source}");
        cause = source;
    }
    eprintln!();
}
