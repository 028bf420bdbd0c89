//! What is wrong with a source, where, and what to do about it. It owns the form of a report, not the rules.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::rules::{Rule, Severity};

/// A place in a source. Lines and columns are counted from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The file, as the command line named its folder.
    pub file: PathBuf,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// The place of a byte of a file's text: of the character that it belongs to.
    pub fn at(file: &Path, text: &str, offset: usize) -> Self {
        let before = &text[..text.floor_char_boundary(offset)];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Place { file: file.to_owned(), line, column }
    }

    /// The start of a line.
    pub fn line(file: &Path, line: usize) -> Self {
        Place { file: file.to_owned(), line, column: 1 }
    }
}

/// Finds one place after another in a file. What lies near the last one is found without counting from the start: a file may
/// have as many problems as it has marks.
#[derive(Debug)]
pub(crate) struct Places<'a> {
    file: &'a Path,
    text: &'a str,
    offset: usize,
    line: usize,
    column: usize,
}

impl<'a> Places<'a> {
    /// The places of a file with this text.
    pub(crate) fn new(file: &'a Path, text: &'a str) -> Self {
        Places { file, text, offset: 0, line: 1, column: 1 }
    }

    /// The place of a byte of the text; see [`Place::at`].
    pub(crate) fn at(&mut self, offset: usize) -> Place {
        let (text, offset) = (self.text, self.text.floor_char_boundary(offset));
        let between = text.get(self.offset.min(offset)..self.offset.max(offset)).unwrap_or_default();
        let lines = between.matches('\n').count();
        if offset >= self.offset {
            self.line += lines;
        } else {
            self.line -= lines;
        }
        let characters = between.chars().count();
        self.column = match between.rsplit_once('\n') {
            None if offset >= self.offset => self.column + characters,
            None => self.column - characters,
            Some((_, last)) if offset >= self.offset => last.chars().count() + 1,
            Some(_) => {
                let before = text.get(..offset).unwrap_or_default();
                before.rsplit('\n').next().unwrap_or_default().chars().count() + 1
            }
        };
        self.offset = offset;
        Place { file: self.file.to_owned(), line: self.line, column: self.column }
    }
}

/// A line and a column of a file that is known from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Spot {
    line: usize,
    column: usize,
}

impl Spot {
    /// The place in its file.
    pub(crate) fn in_file(self, file: &Path) -> Place {
        Place { file: file.to_owned(), line: self.line, column: self.column }
    }
}

impl From<Place> for Spot {
    fn from(place: Place) -> Self {
        Spot { line: place.line, column: place.column }
    }
}

/// One problem: where, which rule, what is wrong, what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// Which rule.
    pub rule: &'static Rule,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub advice: String,
}

impl Problem {
    /// A problem at a place.
    pub fn new(place: Place, rule: &'static Rule, message: impl Into<String>, advice: impl Into<String>) -> Self {
        Problem { place, rule, message: message.into(), advice: advice.into() }
    }

    /// Whether it stops a build.
    pub fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { file, line, column } = &self.place;
        write!(f, "{}:{line}:{column} {} {}, {}", file.display(), self.rule, self.message, self.advice)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn one_place_after_another_is_as_each_by_itself(text in "[a字\n]{0,30}", order in proptest::collection::vec(0..99_usize, 1..12)) {
            let file = Path::new("a.md");
            let mut places = Places::new(file, &text);
            let starts: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
            for step in order {
                let offset = step % (text.len() + 2);
                let start = *starts.iter().rfind(|start| **start <= offset).unwrap();
                prop_assert_eq!(places.at(offset), Place::at(file, &text, offset));
                prop_assert_eq!(Place::at(file, &text, offset), Place::at(file, &text, start));
            }
        }
    }

    #[test]
    fn a_place_counts_lines_and_characters() {
        let text = "标题\n来源：淮阴报\n";
        let offset = text.find("淮").unwrap();
        assert_eq!(Place::at(Path::new("a.md"), text, offset), Place { file: "a.md".into(), line: 2, column: 4 });
        assert_eq!(Place::at(Path::new("a.md"), text, 9999).line, 3);
    }
}
