//! Tells prose, the sentences of an article, from titles, menus and facts.

use investchn_lines::date;
use investchn_lines::labels;
use investchn_lines::line::{Form, Line};

use crate::boilerplate;
use crate::ends;

/// The shortest prose, in characters. Shorter lines are titles, menus and facts.
const SHORTEST_PROSE: usize = 24;

/// A line that begins with a label is an answer or a sentence from this length on, in characters.
const LONGEST_FACT: usize = 60;

/// A line without a full stop is a title up to this length, in characters.
const LONGEST_TITLE: usize = 45;

/// Returns the weight of a line as a part of a body: the number of its characters if it is prose.
pub(crate) fn weight(line: &Line) -> usize {
    match &line.form {
        // A list of other articles, each with its date.
        Form::Table(rows) if is_list(rows) => 0,
        Form::Table(rows) => rows.iter().flatten().map(|cell| cell.chars().count()).sum(),
        _ if is_prose(line) => line.text.chars().count(),
        _ => 0,
    }
}

/// Returns true if a line reads as a sentence of an article.
pub(crate) fn is_prose(line: &Line) -> bool {
    if !line.is_text() || line.linked || !line.text.contains(['，', '。', '；', '：', '！', '？', '、', ',']) {
        return false;
    }
    let in_links: usize = line.links.iter().map(|link| link.range.len()).sum();
    let length = line.text.chars().count();
    // A long title has commas too, but no full stop.
    let is_sentence = length >= LONGEST_TITLE || line.text.contains(['。', '；']) || line.text.ends_with('：');
    length >= SHORTEST_PROSE
        && is_sentence
        && in_links * 2 < line.text.len()
        && boilerplate::breadcrumb(&line.text).is_none()
        && (length > LONGEST_FACT || labels::split(&line.text).first().is_none())
        && !ends::is_end(&line.text)
}

/// Returns true for a table of titles with a date behind each, as lists of articles have it.
fn is_list(rows: &[Vec<String>]) -> bool {
    let is_date =
        |cell: &String| date::parse(cell).is_some_and(|dated| dated.date.day().is_some() && dated.rest.is_empty());
    rows.iter().all(|cells| cells.len() == 2 && cells.last().is_some_and(is_date))
}
