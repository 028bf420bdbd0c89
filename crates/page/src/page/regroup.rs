//! Regroups lines in which a page sets one fact on several lines, or several on one.

use investchn_lines::date;
use investchn_lines::labels::{self, Label};
use investchn_lines::line::{Form, Line};

use crate::boilerplate;

/// The longest title before a date on the same line, in characters.
const LONGEST_TITLE: usize = 60;

/// The longest value that is joined with a label in the cell before it, in characters.
const LONGEST_VALUE: usize = 60;

/// The longest part of a date that stands apart, in characters.
const LONGEST_DATE_PART: usize = 9;

/// Joins the parts of a date that stand on lines of their own: the day above the month and the year.
pub(crate) fn dates_joined(lines: Vec<Line>) -> Vec<Line> {
    let is_part = |line: &Line| {
        line.is_text()
            && line.text.chars().count() <= LONGEST_DATE_PART
            && line.text.chars().all(|letter| letter.is_ascii_digit() || " -/.年月日".contains(letter))
    };
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    while let Some(mut line) = lines.next() {
        if let Some(date) = date_in_parts(&line) {
            line = Line { text: date, links: Vec::new(), edges: Vec::new(), ..line };
        }
        let mut parts = String::new();
        while is_part(&line) && date::parse(&line.text).is_none_or(|dated| dated.date.day().is_none()) {
            let Some(next) = lines.next_if(|next| is_part(next)) else { break };
            if parts.is_empty() {
                parts.clone_from(&line.text);
            }
            parts = [&parts, " ", &next.text].concat();
            if let Some(date) = date::parse_apart(&parts) {
                line = Line { text: date.to_string(), links: Vec::new(), edges: Vec::new(), ..line };
                break;
            }
            joined.push(std::mem::replace(&mut line, next));
        }
        joined.push(line);
    }
    joined
}

/// Returns the date of a line whose elements are the parts of it: `<b>08</b><span>2012-05</span>`.
fn date_in_parts(line: &Line) -> Option<String> {
    if line.edges.is_empty() || line.text.chars().count() > 2 * LONGEST_DATE_PART || !line.is_text() {
        return None;
    }
    if date::parse(&line.text).is_some_and(|dated| dated.date.day().is_some()) {
        return None;
    }
    let mut parts = line.text.clone();
    for edge in line.edges.iter().rev().filter(|edge| line.text.is_char_boundary(**edge)) {
        parts.insert(*edge, ' ');
    }
    date::parse_apart(&parts).map(|date| date.to_string())
}

/// Joins a label that has a table cell of its own with the value in the next cell.
pub(crate) fn joined(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::new();
    for line in lines {
        let is_value = line.is_text() && line.text.chars().count() <= LONGEST_VALUE && !labels::is_labelled(&line.text);
        if let Some(last) = joined.last_mut()
            && last.cell
            && line.cell
            && is_value
            && last.is_text()
            && awaits_value(&last.text)
        {
            let text = [&last.text, " ", &line.text].concat();
            *last = Line { text, links: Vec::new(), linked: false, edges: Vec::new(), ..last.clone() };
        } else {
            joined.push(line);
        }
    }
    joined
}

fn awaits_value(text: &str) -> bool {
    let fields = labels::split(text);
    fields.lead.is_empty() && matches!(fields.fields.as_slice(), [only] if only.value.is_empty())
}

/// Splits lines of which a part only is a fact: a title with the date behind it.
pub(crate) fn opened(lines: Vec<Line>) -> Vec<Line> {
    let mut opened = Vec::with_capacity(lines.len());
    for line in lines {
        let fields = labels::split(&line.text);
        let lead = fields.lead.chars().count();
        // Without a colon, an English label may be a word of a sentence: This entry was posted on….
        let is_label = |field: &labels::Field| {
            !field.whole.is_ascii() || field.whole.strip_suffix(&field.value).is_some_and(|label| label.contains(':'))
        };
        let is_date = |field: &labels::Field| {
            field.label == Label::Date && is_label(field) && date::parse(&field.value).is_some()
        };
        let is_title = (4..=LONGEST_TITLE).contains(&lead)
            && line.form == Form::Text
            && !fields.lead.contains(['，', '。', ';', '[', '【', ':', '：'])
            && date::parse(&fields.lead).is_none()
            && boilerplate::breadcrumb(&line.text).is_none()
            && fields.fields.first().is_some_and(is_date);
        if is_title && let Some(at) = line.text.find(&fields.fields[0].whole) {
            let rest = line.text[at..].to_owned();
            opened.push(Line { text: fields.lead, links: Vec::new(), edges: Vec::new(), ..line.clone() });
            opened.push(Line { text: rest, links: Vec::new(), edges: Vec::new(), ..line });
        } else {
            opened.push(line);
        }
    }
    opened
}
