//! Splits a plain text into lines. A line of the file is a paragraph.

use super::line::{Line, clean};

/// Returns the lines that are not empty, cleaned.
pub fn lines(text: &str) -> Vec<Line> {
    text.split(['\n', '\r']).map(clean).filter(|line| !line.is_empty()).map(Line::text).collect()
}
