//! Converts byte offsets into lines and columns.

use std::path::Path;

use crate::diagnostic::Location;

/// Finds the locations of bytes of one file. It counts from the last location and not from the start of the file or the
/// line, because a file of two million bytes may be one line with a fault at every character. The crate `line-index` counts
/// from the start of the line, which takes minutes for such a file.
#[derive(Debug)]
pub struct LineIndex<'a> {
    file: &'a Path,
    text: &'a str,
    offset: usize,
    line: usize,
    column: usize,
}

impl<'a> LineIndex<'a> {
    /// Starts at the beginning of a file with this text.
    pub fn new(file: &'a Path, text: &'a str) -> Self {
        LineIndex { file, text, offset: 0, line: 1, column: 1 }
    }

    /// Returns the location of the byte at `offset`; the same as [`Location::at`].
    pub fn at(&mut self, offset: usize) -> Location {
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
        Location { file: self.file.to_owned(), line: self.line, column: self.column }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn locations_in_any_order_equal_locations_counted_from_the_start(
            text in "[a字\n]{0,30}",
            order in proptest::collection::vec(0..99_usize, 1..12),
        ) {
            let file = Path::new("a.md");
            let mut lines = LineIndex::new(file, &text);
            let starts: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
            for step in order {
                let offset = step % (text.len() + 2);
                let start = *starts.iter().rfind(|start| **start <= offset).unwrap();
                prop_assert_eq!(lines.at(offset), Location::at(file, &text, offset));
                prop_assert_eq!(Location::at(file, &text, offset), Location::at(file, &text, start));
            }
        }
    }
}
