//! Splits the text of a table into records and cells, with the bytes of each cell.

use std::ops::Range;
use std::path::Path;

use investchn_diagnostics::{LineIndex, Location};

/// A record: a line of a table, or several where a quoted cell has line ends.
pub(crate) struct Record {
    pub(crate) line: usize,
    pub(crate) cells: Vec<Cell>,
    /// True if a quoted cell has no end.
    pub(crate) is_unclosed: bool,
}

/// A cell.
pub(crate) struct Cell {
    /// Its text, without quotes and the spaces around it.
    pub(crate) value: String,
    pub(crate) place: Location,
    /// Its bytes, with quotes.
    pub(crate) at: Range<usize>,
}

impl Record {
    /// Returns true if no cell has a text.
    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.value.is_empty())
    }
}

/// Returns the records of a table.
pub(crate) fn records(file: &Path, text: &str, separator: char) -> Vec<Record> {
    let mut lines = LineIndex::new(file, text);
    let mut records = Vec::new();
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    while at < text.len() {
        let mut record = Record { line: lines.at(at).line, cells: Vec::new(), is_unclosed: false };
        loop {
            let (end, is_closed) = cell_end(text, at, separator);
            record.is_unclosed |= !is_closed;
            let raw = &text[at..end];
            let start = at + raw.len() - raw.trim_start().len();
            let whole = start..start + raw.trim().len();
            let value = value(&text[whole.clone()]);
            record.cells.push(Cell { value, place: lines.at(start), at: whole });
            at = end;
            if !text[at..].starts_with(separator) {
                break;
            }
            at += separator.len_utf8();
        }
        let rest = &text[at..];
        at += if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) };
        records.push(record);
    }
    records
}

/// Returns the end of the cell that begins at a byte, and false if it has quotes that are not closed.
fn cell_end(text: &str, start: usize, separator: char) -> (usize, bool) {
    let is_quoted = text[start..].trim_start_matches(' ').starts_with('"');
    let mut open = false;
    for (at, letter) in text[start..].char_indices() {
        match letter {
            '"' if is_quoted => open = !open,
            '\n' | '\r' if !open => return (start + at, true),
            letter if letter == separator && !open => return (start + at, true),
            _ => {}
        }
    }
    (text.len(), !open)
}

fn value(raw: &str) -> String {
    let inner = raw.strip_prefix('"').map(|inner| inner.strip_suffix('"').unwrap_or(inner));
    inner.map_or_else(|| raw.to_owned(), |inner| inner.replace("\"\"", "\"").trim().to_owned())
}

/// Returns the table with commas between its cells.
pub(crate) fn with_commas(text: &str, separator: char) -> String {
    let quoted = |cell: &Cell| {
        let needs_quotes = cell.value.contains([',', '"', '\n', '\r']);
        if needs_quotes { format!("\"{}\"", cell.value.replace('"', "\"\"")) } else { cell.value.clone() }
    };
    let line = |record: Record| record.cells.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n";
    records(Path::new(""), text, separator).into_iter().map(line).collect()
}
