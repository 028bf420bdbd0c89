//! What an edit changed, for people to read.

use std::fmt;

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

impl fmt::Display for TableEdit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &str| if value.is_empty() { "(empty)".to_owned() } else { value.to_owned() };
        match self {
            TableEdit::Cell { zone, column, before, after, .. } => {
                write!(f, "{zone} {column}: {} -> {}", shown(before), shown(after))
            }
            TableEdit::Added { row, .. } => write!(f, "+ {row}"),
            TableEdit::Removed { row, .. } => write!(f, "- {row}"),
        }
    }
}
