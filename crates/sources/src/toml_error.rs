//! TOML errors as diagnostics.

use std::path::Path;

use investchn_diagnostics::{Diagnostic, Location, rules};

/// Turns a TOML error into a diagnostic. `text` is the whole file, and its TOML begins at byte `offset`.
pub(crate) fn toml_diagnostic(file: &Path, text: &str, offset: usize, error: &toml::de::Error) -> Diagnostic {
    let at = offset + error.span().map_or(0, |span| span.start);
    let message = error.message().replace('\n', " ");
    Diagnostic::new(Location::at(file, text, at), &rules::TOML, message, "write it as the README shows")
}
