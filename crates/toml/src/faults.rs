//! TOML errors as diagnostics.

use std::ops::Range;
use std::path::Path;

use investchn_diagnostics::{Diagnostic, Fix, LineIndex, Location, rules};
use investchn_mending::sign_faults;

use crate::found::Found;
use crate::{grammar, schema, signs};

/// Adds the errors of TOML that cannot be read: the signs and words that it does not read as they are meant, or else the
/// first error that the parser found, in words of our own. `text` is the whole file, and the TOML is its bytes `toml`; `keys` are
/// the names that it may have.
pub fn toml_diagnostics(
    file: &Path,
    text: &str,
    toml: Range<usize>,
    error: &toml::de::Error,
    keys: &[&str],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let faults = sign_faults(&text[toml.clone()], keys);
    if faults.is_empty() {
        diagnostics.push(toml_diagnostic(file, text, toml.clone(), error, keys));
    }
    let mut lines = LineIndex::new(file, text);
    for fault in faults {
        let at = toml.start + fault.at.start..toml.start + fault.at.end;
        let (message, help) = signs::worded(fault.kind, &text[at.clone()], &fault.right);
        let diagnostic = Diagnostic::new(lines.at(at.start), &rules::TOML, message, help);
        diagnostics.push(diagnostic.with_fix(Some(Fix::new(at, fault.right))));
    }
}

/// Turns a TOML error into a diagnostic. `text` is the whole file, and its TOML the bytes `toml`.
fn toml_diagnostic(file: &Path, text: &str, toml: Range<usize>, error: &toml::de::Error, keys: &[&str]) -> Diagnostic {
    let span = error.span().unwrap_or_default();
    let found = Found::new(&text[toml.clone()], span.clone());
    // The parser's message has several lines where it has several causes.
    let message = error.message().replace('\n', " ");
    let (message, help) =
        schema::worded(&message, &found, keys).unwrap_or_else(|| grammar::worded(&message, &found, keys));
    Diagnostic::new(Location::at(file, text, toml.start + span.start), &rules::TOML, message, help)
}
