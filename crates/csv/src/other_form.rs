//! Files in another form than UTF-8 with line feeds, which are read all the same.

use std::path::Path;

use investchn_diagnostics::{Diagnostic, Fix, Location, rules};
use investchn_mending::{DecodedFile, FileEncoding};

/// Returns the text of a file, and warns if it has another encoding or other line ends. What is decoded is the fix.
pub fn other_form(file: &Path, decoded: DecodedFile, diagnostics: &mut Vec<Diagnostic>) -> String {
    let DecodedFile { text, encoding, had_lone_returns } = decoded;
    let mut warn = |message: String, help: &str| {
        let diagnostic = Diagnostic::new(Location::line(file, 1), &rules::OTHER_FORM, message, help);
        diagnostics.push(diagnostic.with_fix(Some(Fix::new(0..0, ""))));
    };
    if encoding != FileEncoding::Utf8 {
        warn(format!("the file is {}", encoding.name()), "save it as UTF-8");
    }
    if had_lone_returns {
        warn("lines end with a lone carriage return".to_owned(), "save it with line feeds");
    }
    text
}
