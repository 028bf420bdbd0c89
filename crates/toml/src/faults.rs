//! TOML errors as diagnostics.

use std::ops::Range;
use std::path::Path;

use investchn_diagnostics::{Diagnostic, Fix, LineIndex, Location, rules};
use investchn_mending::sign_faults;

/// Adds the errors of TOML that cannot be read: the signs and words that it does not read as they are meant, or else the
/// parser's own. `text` is the whole file, and the TOML is its bytes `toml`; `keys` are the names that it may have.
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
        diagnostics.push(toml_diagnostic(file, text, toml.start, error));
    }
    let mut lines = LineIndex::new(file, text);
    for fault in faults {
        let at = toml.start + fault.at.start..toml.start + fault.at.end;
        let message = format!("`{}` is not read here", &text[at.clone()]);
        let help = format!("type `{}`", fault.right);
        let diagnostic = Diagnostic::new(lines.at(at.start), &rules::TOML, message, help);
        diagnostics.push(diagnostic.with_fix(Some(Fix::new(at, fault.right))));
    }
}

/// Turns a TOML error into a diagnostic. `text` is the whole file, and its TOML begins at byte `offset`.
fn toml_diagnostic(file: &Path, text: &str, offset: usize, error: &toml::de::Error) -> Diagnostic {
    let at = offset + error.span().map_or(0, |span| span.start);
    let message = error.message().replace('\n', " ");
    Diagnostic::new(Location::at(file, text, at), &rules::TOML, message, "write it as the README shows")
}
