//! The changes that an edit makes, for people to read.

use std::fmt;

use investchn_localized::{Localized, Text, localized};

/// A change of one cell or one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableEdit {
    /// A cell has another value.
    Cell {
        /// The table.
        file: &'static str,
        /// The id of the row's zone, as it was.
        zone: String,
        /// The column.
        column: &'static str,
        /// The value before.
        before: String,
        /// The value now.
        after: String,
    },
    /// A row is new.
    Added {
        /// The table.
        file: &'static str,
        /// The row's text.
        row: String,
    },
    /// A row is gone.
    Removed {
        /// The table.
        file: &'static str,
        /// The row's text.
        row: String,
    },
}

impl TableEdit {
    /// Returns the table.
    pub fn file(&self) -> &'static str {
        match self {
            TableEdit::Cell { file, .. } | TableEdit::Added { file, .. } | TableEdit::Removed { file, .. } => file,
        }
    }
}

impl Localized for TableEdit {
    fn localized(&self) -> Text {
        let empty = localized!(zh "（空）", en "(empty)");
        let shown = |value: &str| if value.is_empty() { empty.clone() } else { Text::same(value) };
        match self {
            TableEdit::Cell { zone, column, before, after, .. } => {
                let (Text { zh: before_zh, en: before_en }, Text { zh: after_zh, en: after_en }) =
                    (shown(before), shown(after));
                localized!(
                    zh "{zone} {column}：{before_zh} -> {after_zh}",
                    en "{zone} {column}: {before_en} -> {after_en}"
                )
            }
            TableEdit::Added { row, .. } => Text::same(format!("+ {row}")),
            TableEdit::Removed { row, .. } => Text::same(format!("- {row}")),
        }
    }
}

/// The English text.
impl fmt::Display for TableEdit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.localized().fmt(f)
    }
}
