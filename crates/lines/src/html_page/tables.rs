//! Recognises data tables. They stay tables; layout tables are split into lines.

use scraper::ElementRef;

use super::lines::Lines;
use crate::labels;
use crate::line::normalized;

/// The longest cell of a data table, in characters. Cells of layout tables contain whole articles.
const LONGEST_CELL: usize = 200;

/// Returns the rows of a data table, with the same number of cells in each; none if the element is a layout table or no
/// table.
pub(crate) fn data(table: ElementRef<'_>) -> Option<Vec<Vec<String>>> {
    if table.value().name() != "table" {
        return None;
    }
    let layout = ["table", "img", "form", "input", "script", "style", "iframe", "embed", "object", "ul", "ol", "hr"];
    if table.descendent_elements().skip(1).any(|element| layout.contains(&element.value().name())) {
        return None;
    }
    let rows = table.descendent_elements().filter(|element| element.value().name() == "tr");
    let rows = rows.map(cells).collect::<Option<Vec<Vec<SpannedCell>>>>()?;
    // A line around the cells, or three rows, tell data from a layout whose cells have spans or are missing.
    let has_border = table.attr("border").is_some_and(|border| border.trim() != "0");
    let may_be_uneven = has_border || rows.len() > 2;
    let rows = grid(rows, may_be_uneven)?;
    let columns = rows.first()?.len();
    let filled = |row: &&Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count() > 1;
    (columns > 1 && rows.iter().filter(filled).count() > 1).then_some(rows)
}

/// A cell of a table, and the number of its columns and rows.
struct SpannedCell {
    text: String,
    columns: usize,
    rows: usize,
}

/// Places the cells in their columns. What a cell spans is empty. None for rows of different lengths, unless they may be
/// uneven.
fn grid(rows: Vec<Vec<SpannedCell>>, may_be_uneven: bool) -> Option<Vec<Vec<String>>> {
    let mut grid: Vec<Vec<String>> = Vec::with_capacity(rows.len());
    // The number of rows that a cell above still covers, for each column.
    let mut covered: Vec<usize> = Vec::new();
    for cells in rows {
        if cells.is_empty() {
            continue;
        }
        let mut row: Vec<String> = Vec::new();
        let fill = |row: &mut Vec<String>, covered: &mut Vec<usize>| {
            while let Some(left) = covered.get_mut(row.len()).filter(|left| **left > 0) {
                *left -= 1;
                row.push(String::new());
            }
        };
        for cell in cells {
            if cell.rows > 1 && !may_be_uneven {
                return None;
            }
            fill(&mut row, &mut covered);
            let start = row.len();
            row.push(cell.text);
            row.extend(vec![String::new(); cell.columns - 1]);
            covered.resize(covered.len().max(row.len()), 0);
            covered[start..row.len()].fill(cell.rows - 1);
        }
        fill(&mut row, &mut covered);
        grid.push(row);
    }
    let columns = grid.iter().map(Vec::len).max()?;
    if !may_be_uneven && grid.iter().any(|row| row.len() != columns) {
        return None;
    }
    for row in &mut grid {
        row.resize(columns, String::new());
    }
    Some(grid)
}

/// Returns the cells of a row; none if a Markdown table cannot express a cell, or a cell is labelled or too long for data.
fn cells(row: ElementRef<'_>) -> Option<Vec<SpannedCell>> {
    let mut cells = Vec::new();
    for cell in row.child_elements().filter(|element| matches!(element.value().name(), "td" | "th")) {
        let span = |name: &str| cell.attr(name).and_then(|span| span.trim().parse::<usize>().ok()).unwrap_or(1);
        let mut lines = Lines::default();
        cell.text().for_each(|text| lines.push(text));
        let text = lines.finish().into_iter().map(|line| line.text).collect::<String>();
        if text.chars().count() > LONGEST_CELL || labels::is_labelled(&normalized(&text)) {
            return None;
        }
        cells.push(SpannedCell { text, columns: span("colspan").clamp(1, 50), rows: span("rowspan").clamp(1, 500) });
    }
    Some(cells)
}
