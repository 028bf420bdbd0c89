//! A CSV table as its text. A change replaces single cells or rows; all other bytes stay as they are.

use std::ops::Range;

use crate::error::RegisterError;

/// A table. Rows are named by their index among all records; the header is record 0.
#[derive(Clone, Debug)]
pub(crate) struct CsvText {
    /// The records, each with its line end.
    records: Vec<String>,
    columns: Vec<String>,
    file: &'static str,
}

impl CsvText {
    /// Parses a table. Each row must have a cell for each column.
    pub(crate) fn parse(file: &'static str, text: &str) -> Result<Self, RegisterError> {
        let records = records(text);
        let header = records.first().map_or("", String::as_str);
        let columns: Vec<String> = cells(header).into_iter().map(|range| value(&header[range])).collect();
        let table = CsvText { records, columns, file };
        let broken = table.rows().find(|row| cells(&table.records[*row]).len() != table.columns.len());
        match broken {
            Some(row) => Err(RegisterError::Row { file, line: table.line(row) }),
            None => Ok(table),
        }
    }

    /// Returns the text.
    pub(crate) fn text(&self) -> String {
        self.records.concat()
    }

    /// Returns the rows in their order, without empty lines.
    pub(crate) fn rows(&self) -> impl Iterator<Item = usize> {
        (1..self.records.len()).filter(|row| !self.records[*row].trim().is_empty())
    }

    /// Returns the rows whose cell in a column has this value.
    pub(crate) fn rows_with(&self, column: &str, value: &str) -> Vec<usize> {
        self.rows().filter(|row| self.cell(*row, column) == value).collect()
    }

    /// Returns a row's value in a column; empty if there is no such column.
    pub(crate) fn cell(&self, row: usize, column: &str) -> String {
        let record = &self.records[row];
        let range = self.column(column).and_then(|column| cells(record).get(column).cloned());
        range.map_or_else(String::new, |range| value(&record[range]))
    }

    /// Replaces a row's value in a column, and returns the value before. A cell in quotes stays in quotes. To leave a column
    /// empty that the table does not have changes nothing.
    pub(crate) fn set(&mut self, row: usize, column: &'static str, value: &str) -> Result<String, RegisterError> {
        let before = self.cell(row, column);
        if before != value {
            let index = self.column(column).ok_or(RegisterError::Column { file: self.file, column })?;
            let record = &mut self.records[row];
            if let Some(range) = cells(record).get(index).cloned() {
                let in_quotes = record[range.clone()].starts_with('"');
                record.replace_range(range, &written(value, in_quotes));
            }
        }
        Ok(before)
    }

    /// Inserts a row after another record, with the line end of the table, and returns its line without the line end. Cells
    /// that are not named are empty.
    pub(crate) fn insert(&mut self, after: usize, named: &[(&'static str, &str)]) -> Result<String, RegisterError> {
        let is_missing = |(column, value): &&(&'static str, &str)| !value.is_empty() && self.column(column).is_none();
        if let Some((column, _)) = named.iter().find(is_missing) {
            return Err(RegisterError::Column { file: self.file, column });
        }
        let cell = |column: &String| named.iter().find(|(name, _)| name == column).map_or("", |(_, value)| value);
        let row = self.columns.iter().map(|column| written(cell(column), false)).collect::<Vec<_>>().join(",");
        self.place(after, row.clone());
        Ok(row)
    }

    /// Removes a row, and returns its line without the line end.
    pub(crate) fn remove(&mut self, row: usize) -> String {
        let record = self.records.remove(row);
        let (line, end) = without_end(&record);
        // The last line of a file without a line end stays without one.
        if end.is_empty() && row > 1 {
            let last = &mut self.records[row - 1];
            last.truncate(without_end(last).0.len());
        }
        line.to_owned()
    }

    /// Moves a row behind another record.
    pub(crate) fn relocate(&mut self, row: usize, after: usize) {
        if after + 1 != row && after != row {
            let line = self.remove(row);
            self.place(if after > row { after - 1 } else { after }, line);
        }
    }

    fn place(&mut self, after: usize, line: String) {
        let newline = without_end(&self.records[0]).1;
        let newline = if newline.is_empty() { "\n" } else { newline }.to_owned();
        let previous = &mut self.records[after];
        let end = without_end(previous).1.to_owned();
        if end.is_empty() {
            previous.push_str(&newline);
        }
        self.records.insert(after + 1, line + if end.is_empty() { "" } else { &newline });
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// Returns the line of a row, counted from 1.
    fn line(&self, row: usize) -> usize {
        1 + self.records[..row].iter().map(|record| record.matches('\n').count()).sum::<usize>()
    }
}

/// Splits a text into records, each with its line end. A line break in quotes does not end a record.
fn records(text: &str) -> Vec<String> {
    let mut records = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = boundaries(rest).into_iter().find(|at| rest.as_bytes()[*at] == b'\n').map_or(rest.len(), |at| at + 1);
        let (record, more) = rest.split_at(end);
        records.push(record.to_owned());
        rest = more;
    }
    if records.is_empty() {
        records.push(String::new());
    }
    records
}

/// Returns the ranges of the cells of a record, quotes included.
fn cells(record: &str) -> Vec<Range<usize>> {
    let line = without_end(record).0;
    let start = line.len() - line.trim_start_matches('\u{feff}').len();
    let mut starts = vec![start];
    let ends: Vec<usize> = boundaries(line).into_iter().chain([line.len()]).collect();
    starts.extend(ends.iter().map(|end| end + 1));
    starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
}

/// Returns the offsets of the commas outside of quotes, up to and with the first line break outside of quotes.
fn boundaries(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut in_quotes, mut at_start) = (false, true);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' if in_quotes || at_start => in_quotes = !in_quotes,
            b',' | b'\n' if !in_quotes => {
                found.push(at);
                if byte == b'\n' {
                    break;
                }
                at_start = true;
                continue;
            }
            _ => {}
        }
        // A quote after a closing quote is an escaped one, and opens the cell again.
        at_start = byte == b'"' && !in_quotes;
    }
    found
}

fn without_end(record: &str) -> (&str, &str) {
    let line = record.strip_suffix('\n').map_or(record, |line| line.strip_suffix('\r').unwrap_or(line));
    record.split_at(line.len())
}

/// Returns what a cell means, as the publisher reads it: without quotes and outer spaces.
fn value(cell: &str) -> String {
    let inner = cell.strip_prefix('"').map(|cell| cell.strip_suffix('"').unwrap_or(cell).replace("\"\"", "\""));
    inner.as_deref().unwrap_or(cell).trim().to_owned()
}

fn written(value: &str, in_quotes: bool) -> String {
    if in_quotes || value.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> CsvText {
        CsvText::parse("zones.csv", text).unwrap()
    }

    #[test]
    fn a_cell_is_replaced_and_nothing_else() {
        let text = "\u{feff}id,name,note\r\na,\"x, \"\"y\"\"\",1\r\n\r\nb , plain,\"two\nlines\"\r\nc,z,";
        let mut table = table(text);
        assert_eq!(table.text(), text);
        assert_eq!(table.rows().collect::<Vec<_>>(), [1, 3, 4]);
        assert_eq!(table.cell(1, "name"), "x, \"y\"");
        assert_eq!(table.cell(3, "id"), "b");
        assert_eq!(table.cell(3, "note"), "two\nlines");
        assert_eq!(table.set(1, "name", "q").unwrap(), "x, \"y\"");
        assert_eq!(table.set(4, "note", "1,2").unwrap(), "");
        assert_eq!(table.set(3, "note", "two\nlines").unwrap(), "two\nlines");
        let expected = text.replace("\"x, \"\"y\"\"\"", "\"q\"").replace("c,z,", "c,z,\"1,2\"");
        assert_eq!(table.text(), expected);
    }

    #[test]
    fn rows_are_inserted_and_removed_with_the_line_ends_of_the_table() {
        let mut table = table("id,name\r\na,1\r\nb,2");
        assert_eq!(table.insert(2, &[("name", "3"), ("id", "c")]).unwrap(), "c,3");
        assert_eq!(table.text(), "id,name\r\na,1\r\nb,2\r\nc,3");
        table.insert(1, &[("id", "aa")]).unwrap();
        assert_eq!(table.text(), "id,name\r\na,1\r\naa,\r\nb,2\r\nc,3");
        assert_eq!(table.remove(4), "c,3");
        assert_eq!(table.text(), "id,name\r\na,1\r\naa,\r\nb,2");
        table.relocate(1, 3);
        assert_eq!(table.text(), "id,name\r\naa,\r\nb,2\r\na,1");
        table.relocate(3, 0);
        assert_eq!(table.text(), "id,name\r\na,1\r\naa,\r\nb,2");
    }

    #[test]
    fn missing_columns_and_cells_are_named() {
        let mut table = table("id\na\n");
        assert!(matches!(table.set(1, "code", "x"), Err(RegisterError::Column { column: "code", .. })));
        assert_eq!(table.set(1, "code", "").unwrap(), "");
        assert!(matches!(table.insert(1, &[("code", "x")]), Err(RegisterError::Column { .. })));
        let short = CsvText::parse("zones.csv", "id,name\na,1\n\nb\n");
        assert!(matches!(short, Err(RegisterError::Row { line: 4, .. })));
    }
}
