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
    let rows = rows.map(cells).collect::<Option<Vec<Vec<String>>>>()?;
    let columns = rows.first()?.len();
    let filled = |row: &&Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count() > 1;
    let even = columns > 1 && rows.iter().all(|row| row.len() == columns);
    (even && rows.iter().filter(filled).count() > 1).then_some(rows)
}

/// Returns the cells of a row; none if a Markdown table cannot express a cell, or a cell is labelled or too long for data.
fn cells(row: ElementRef<'_>) -> Option<Vec<String>> {
    let mut cells = Vec::new();
    for cell in row.child_elements().filter(|element| matches!(element.value().name(), "td" | "th")) {
        let span = |name: &str| cell.attr(name).and_then(|span| span.trim().parse::<usize>().ok()).unwrap_or(1);
        if span("rowspan") > 1 {
            return None;
        }
        let mut lines = Lines::default();
        cell.text().for_each(|text| lines.push(text));
        let text = lines.finish().into_iter().map(|line| line.text).collect::<String>();
        if text.chars().count() > LONGEST_CELL || labels::is_labelled(&normalized(&text)) {
            return None;
        }
        cells.push(text);
        cells.extend(vec![String::new(); span("colspan").clamp(1, 50) - 1]);
    }
    Some(cells)
}
