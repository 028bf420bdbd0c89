//! Reads a table into typed rows, with the place of each cell.

use std::path::Path;

use csv::StringRecord;
use serde::de::DeserializeOwned;

use crate::columns;
use crate::other_form::other_form;
use crate::record::{Record, records, with_commas};
use investchn_diagnostics::{Diagnostic, Fix, Location, rules};
use investchn_localized::{Text, localized};
use investchn_mending::decode_table;

/// The place of a row.
#[derive(Clone, Debug)]
pub struct RowPlace {
    /// The beginning of the row.
    pub row: Location,
    /// True if the row has too many or too few cells, which is reported: any of them may be another column's.
    pub is_shifted: bool,
    /// The column, place and bytes of each cell.
    pub(crate) cells: Vec<(String, Location, std::ops::Range<usize>)>,
    /// The cells of the columns that a table may have besides those of its type, each with its column.
    optional: Vec<(String, String)>,
}

impl RowPlace {
    /// Returns the cell of an optional column; none if the table has no such column, or the cell is empty.
    pub fn optional(&self, column: &str) -> Option<&str> {
        let cell = self.optional.iter().find(|(name, _)| name == column);
        cell.map(|(_, cell)| cell.as_str()).filter(|cell| !cell.is_empty())
    }
}

/// Returns the rows of a table, each with its place, and adds faults to `diagnostics`. `T` has texts only, one for each column;
/// the columns `optional` may be there too.
///
/// # Errors
/// The faults, if no row can be read.
pub fn rows<T: DeserializeOwned>(
    file: &Path,
    bytes: Vec<u8>,
    optional: &[&str],
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<(RowPlace, T)>, Vec<Diagnostic>> {
    let fault = |line, message, help| Diagnostic::new(Location::line(file, line), &rules::CSV, message, help);
    let decoded = decode_table(bytes).map_err(|_| {
        let message = localized!(zh "表格不是 UTF-8 编码", en "the table is not UTF-8");
        vec![Diagnostic::new(Location::line(file, 1), &rules::ENCODING, message, as_csv())]
    })?;
    let text = other_form(file, decoded, diagnostics);
    let first = text.lines().next().unwrap_or_default();
    let separator =
        if first.contains(',') { ',' } else { ['\t', ';'].into_iter().find(|it| first.contains(*it)).unwrap_or(',') };
    let mut all = records(file, &text, separator).into_iter().filter(|record| !record.is_empty());
    if separator != ',' {
        let message = if separator == '\t' {
            localized!(zh "单元格之间是制表符", en "the cells are separated by tabs")
        } else {
            localized!(zh "单元格之间是分号", en "the cells are separated by semicolons")
        };
        let diagnostic = Diagnostic::new(Location::line(file, 1), &rules::SEPARATOR, message, as_csv());
        let fix = Fix::new(0..text.len(), with_commas(&text, separator));
        diagnostics.push(diagnostic.with_fix(Some(fix)));
    }
    let Some(head) = all.next() else {
        let help = localized!(zh "第一行写各列的名称", en "write its columns into the first line");
        return Err(vec![fault(1, localized!(zh "表格是空的", en "the table is empty"), help)]);
    };
    let faults = columns::faults::<T>(file, &head, optional);
    if !faults.is_empty() {
        diagnostics.extend(faults);
        return Err(std::mem::take(diagnostics));
    }
    let names: Vec<&str> = head.cells.iter().map(|cell| cell.value.as_str()).collect();
    let is_optional = |name: &str| optional.contains(&name);
    let headers: StringRecord = names.iter().copied().filter(|name| !is_optional(name)).collect();
    let mut rows = Vec::new();
    for Record { line, mut cells, is_unclosed } in all {
        if is_unclosed {
            let message = localized!(zh "双引号没有结束", en "a double quote is not closed");
            let help = localized!(
                zh "补上结尾的双引号；单元格里的双引号要写两个",
                en "close it, or write it twice within quotes"
            );
            diagnostics.push(fault(line, message, help));
            break;
        }
        // Excel leaves empty cells at the end.
        while cells.len() > names.len() && cells.last().is_some_and(|cell| cell.value.is_empty()) {
            cells.pop();
        }
        if cells.len() != names.len() {
            let (cells, columns) = (cells.len(), names.len());
            let message = localized!(
                zh "这一行有 {cells} 个单元格，第一行有 {columns} 个",
                en "the row has {cells} cells, the first line has {columns}"
            );
            let help = localized!(
                zh "每列写一个单元格；有逗号的单元格放在英文双引号里",
                en "give it a cell for each column, and put a cell with a comma in double quotes"
            );
            diagnostics.push(fault(line, message, help));
        }
        let is_shifted = cells.len() != names.len();
        let values = cells.iter().map(|cell| cell.value.as_str()).chain(std::iter::repeat(""));
        let (more, typed): (Vec<_>, Vec<_>) =
            names.iter().copied().zip(values).partition(|(name, _)| is_optional(name));
        let values: StringRecord = typed.into_iter().map(|(_, value)| value).collect();
        let Ok(row) = values.deserialize(Some(&headers)) else {
            let message = localized!(zh "这一行与表格的列对不上", en "the row does not fit its table");
            let help = localized!(zh "按列逐个检查单元格", en "give each cell the form of its column");
            diagnostics.push(fault(line, message, help));
            continue;
        };
        let more = more.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let cells = names.iter().zip(cells).map(|(name, cell)| ((*name).to_owned(), cell.place, cell.at)).collect();
        rows.push((RowPlace { row: Location::line(file, line), is_shifted, cells, optional: more }, row));
    }
    Ok(rows)
}

fn as_csv() -> Text {
    localized!(zh "另存为“CSV UTF-8（逗号分隔）”", en "save it as CSV UTF-8")
}
