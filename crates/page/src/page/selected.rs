//! The parts that a site's selectors found. They count before what the page's lines suggest.

use std::ops::Range;

use investchn_lines::date;
use investchn_lines::html_page::SelectedParts;
use investchn_lines::labels::{self, Label};
use investchn_lines::line::{Line, normalized};
use investchn_model::Site;

use super::parts::Page;
use super::{region, source, tail, title};

/// Reads the selected parts.
pub(crate) fn read(selected: SelectedParts) -> Page {
    let value = |text: &str, label: Label| {
        let fields = labels::split(text).fields;
        let labelled = fields.into_iter().find(|field| field.label == label).map(|field| field.value);
        labelled.filter(|value| !value.is_empty()).unwrap_or_else(|| text.to_owned())
    };
    let neighbour = |text: Option<String>, label| {
        let title = title::cleaned(&value(&text?, label));
        (!title.is_empty() && !tail::names_no_neighbour(&title)).then_some(title)
    };
    let outlet = selected.source.as_ref().map(|text| source::outlet(&value(text, Label::Source)));
    Page {
        title: selected.title.as_deref().map(title::cleaned).filter(|title| !title.is_empty()),
        date: selected.date.as_deref().and_then(first_date),
        without_source: outlet.as_ref().is_some_and(Option::is_none),
        source: outlet.flatten(),
        zone: selected.zone.map(|text| value(&text, Label::Zone)),
        previous: neighbour(selected.previous, Label::Previous),
        next: neighbour(selected.next, Label::Next),
        ..Page::default()
    }
}

/// Returns the first date of a text. What stands before it, such as a label or an author, does not count.
fn first_date(text: &str) -> Option<investchn_model::PartialDate> {
    let starts = text.char_indices().filter(|(at, letter)| {
        letter.is_numeric() && !text[..*at].ends_with(|before: char| before.is_ascii_alphanumeric())
    });
    let mut dates = starts.filter_map(|(at, _)| date::parse(&text[at..])).map(|dated| dated.date);
    dates.find(|date| date.day().is_some())
}

/// Returns the line with the selected title.
pub(crate) fn line_of(lines: &[Line], title: &str) -> Option<usize> {
    let wanted = normalized(title);
    lines.iter().position(|line| line.is_text() && normalized(&title::cleaned(&line.text)) == wanted)
}

/// Returns the range of the lines in the selected body.
pub(crate) fn body(lines: &[Line]) -> Option<Range<usize>> {
    let first = lines.iter().position(|line| line.selected)?;
    Some(first..lines.iter().rposition(|line| line.selected)? + 1)
}

/// Splits lines that begin with the selected body into the body and what follows it. The editor's line and tools at the
/// body's end belong to what follows.
pub(crate) fn split(lines: &mut Vec<Line>, site: &Site, undated: bool) -> (Vec<Line>, Vec<Line>) {
    let mut end = lines.iter().rposition(|line| line.selected).map_or(0, |last| last + 1);
    while end > 1 && region::is_furniture(&lines[end - 1], site, undated, true) {
        end -= 1;
    }
    let below = lines.split_off(end);
    (std::mem::take(lines), below)
}
