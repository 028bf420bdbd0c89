//! Diagnostics: the location of a fault, the rule that found it, a message, and help.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use investchn_localized::{Lang, Text, localized};
use serde::{Deserialize, Serialize};

use crate::rules::{Rule, Severity};

/// A location in a source. Lines and columns count from 1; columns count characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Location {
    /// The file, relative to the folder that the command line names.
    pub file: PathBuf,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Location {
    /// Returns the location of the character that contains the byte at `offset` of the file's text.
    pub fn at(file: &Path, text: &str, offset: usize) -> Self {
        let before = &text[..text.floor_char_boundary(offset)];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Location { file: file.to_owned(), line, column }
    }

    /// Returns the location of the start of a line.
    pub fn line(file: &Path, line: usize) -> Self {
        Location { file: file.to_owned(), line, column: 1 }
    }
}

/// A location without its file, for types that store the file once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl LineColumn {
    /// Returns the location in a file.
    pub fn in_file(self, file: &Path) -> Location {
        Location { file: file.to_owned(), line: self.line, column: self.column }
    }
}

impl From<Location> for LineColumn {
    fn from(location: Location) -> Self {
        LineColumn { line: location.line, column: location.column }
    }
}

/// A fault in a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The location of the fault.
    pub location: Location,
    /// The rule that found it.
    pub rule: &'static Rule,
    /// A description of the fault.
    pub message: Text,
    /// Instructions for fixing the fault.
    pub help: Text,
    /// The change that fixes the fault, if there is one reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

/// A change of a source: the text that belongs in place of the bytes from `start` to `end` of the decoded file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fix {
    /// The first byte that is replaced.
    pub start: usize,
    /// The byte after the last one that is replaced.
    pub end: usize,
    /// The text that belongs there.
    pub text: String,
}

impl Fix {
    /// Makes a change of a range of bytes.
    pub fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Fix { start: range.start, end: range.end, text: text.into() }
    }
}

impl Diagnostic {
    /// Makes a diagnostic.
    pub fn new(location: Location, rule: &'static Rule, message: Text, help: Text) -> Self {
        Diagnostic { location, rule, message, help, fix: None }
    }

    /// Adds the change that fixes the fault.
    #[must_use]
    pub fn with_fix(self, fix: Option<Fix>) -> Self {
        Diagnostic { fix, ..self }
    }

    /// Returns true if the fault stops a build.
    pub fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error
    }
}

impl Diagnostic {
    /// Returns the message and the help as one sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        [self.message.get(lang), localized!(zh "，", en ", ").get(lang), self.help.get(lang)].concat()
    }

    /// Returns the line of a report: location, rule, message and help.
    pub fn line(&self, lang: Lang) -> String {
        let Location { file, line, column } = &self.location;
        format!("{}:{line}:{column} {} {}", file.display(), self.rule, self.sentence(lang))
    }
}

/// The English line, for logs and tests.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Lang::En))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn a_line_is_in_one_language() {
        let message = localized!(zh "没有正文", en "the article has no text");
        let help = localized!(zh "写在下面", en "write it below");
        let diagnostic = Diagnostic::new(Location::line(Path::new("a.md"), 3), &rules::EMPTY_BODY, message, help);
        assert_eq!(diagnostic.line(Lang::Zh), "a.md:3:1 empty-body 没有正文，写在下面");
        assert_eq!(diagnostic.line(Lang::En), "a.md:3:1 empty-body the article has no text, write it below");
        assert_eq!(diagnostic.to_string(), diagnostic.line(Lang::En));
    }

    #[test]
    fn locations_count_lines_and_characters() {
        let text = "标题\n来源：淮阴报\n";
        let offset = text.find("淮").unwrap();
        assert_eq!(Location::at(Path::new("a.md"), text, offset), Location { file: "a.md".into(), line: 2, column: 4 });
        assert_eq!(Location::at(Path::new("a.md"), text, 9999).line, 3);
    }
}
