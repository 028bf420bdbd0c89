//! Files in another form than UTF-8 with line feeds, which are read all the same.

use std::path::Path;

use investchn_diagnostics::{Diagnostic, Fix, Location, rules};
use investchn_localized::{Text, localized};
use investchn_mending::{DecodedFile, FileEncoding};

/// Returns the text of a file, and warns if it has another encoding or other line ends. What is decoded is the fix.
pub fn other_form(file: &Path, decoded: DecodedFile, diagnostics: &mut Vec<Diagnostic>) -> String {
    let DecodedFile { text, encoding, had_lone_returns } = decoded;
    let mut warn = |message: Text, help: Text| {
        let diagnostic = Diagnostic::new(Location::line(file, 1), &rules::OTHER_FORM, message, help);
        diagnostics.push(diagnostic.with_fix(Some(Fix::new(0..0, ""))));
    };
    if encoding != FileEncoding::Utf8 {
        let name = encoding.name();
        let message = localized!(zh "文件是 {name} 编码", en "the file is {name}");
        warn(message, localized!(zh "另存为 UTF-8", en "save it as UTF-8"));
    }
    if had_lone_returns {
        let message = localized!(zh "换行用的是单独的回车（CR）", en "lines end with a lone carriage return");
        warn(message, localized!(zh "改用 LF 保存", en "save it with line feeds"));
    }
    text
}
