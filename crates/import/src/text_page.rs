//! A plain text as lines: what is one line in the file is one paragraph. It owns the reading, not what a line means.

use super::line::{Line, clean};

/// The lines that are not empty.
pub(super) fn lines(text: &str) -> Vec<Line> {
    text.split(['\n', '\r']).map(clean).filter(|line| !line.is_empty()).map(Line::text).collect()
}
