//! The fact lines below a title: date, source, zone.

use super::above;
use super::bare::{self, is_bare_facts};
use super::parts::Page;
use super::prose;
use super::source;
use crate::boilerplate;
use investchn_lines::date;
use investchn_lines::labels::{self, Label};
use investchn_lines::line::{Form, Line};

/// The longest fact line, in characters.
const LONGEST_FACTS: usize = 200;

/// The longest value of a fact at the end of a body, in characters.
const LONGEST_SIGNATURE: usize = 30;

/// The longest names of editors without a colon before them, in characters.
const LONGEST_NAME: usize = 10;

/// The most lines that may stand between a title and its facts.
const MOST_BETWEEN: usize = 3;

/// The longest value of a fact, in characters.
const LONGEST_VALUE: usize = 60;

/// Returns true if the line begins with the label of a fact (date, source, zone, counter, other), or with a date before
/// such labels.
pub(crate) fn is_facts(line: &Line) -> bool {
    if !line.is_text() || line.text.chars().count() > LONGEST_FACTS {
        return false;
    }
    let fields = labels::split(&line.text);
    let begins = fields.lead.is_empty() || date::parse(&fields.lead).is_some() || is_credit(&fields);
    // 记者：… may begin a question, and 来源：… a sentence.
    let speaks = |field: &labels::Field| {
        matches!(field.label, Label::Other | Label::Source)
            && (field.value.chars().count() > LONGEST_VALUE || field.value.ends_with(['。', '？', '！']))
    };
    begins && !fields.fields.iter().any(speaks) && fields.fields.first().is_some_and(|field| is_of_facts(field.label))
}

/// Returns true for an author and an outlet before the date: `By Wang | Sample Daily | Updated: 2018-03-06`.
fn is_credit(fields: &labels::Fields) -> bool {
    let is_dated = |field: &labels::Field| {
        matches!(field.label, Label::Date | Label::Updated) && date::first_day(&field.value).is_some()
    };
    let names = fields.lead.contains(['|', '｜']) || fields.lead.starts_with("By ");
    names && fields.lead.chars().count() <= LONGEST_VALUE && fields.fields.first().is_some_and(is_dated)
}

fn is_of_facts(label: Label) -> bool {
    matches!(
        label,
        Label::Date
            | Label::Updated
            | Label::Made
            | Label::Source
            | Label::Publisher
            | Label::Zone
            | Label::Count
            | Label::Other
    )
}

/// Returns true if the facts may begin at this line. A counter or an author alone does not suffice, because these occur
/// anywhere on a page.
pub(crate) fn begins_facts(line: &Line) -> bool {
    let decides = |label: Label| matches!(label, Label::Date | Label::Updated | Label::Source | Label::Zone);
    is_facts(line) && labels::split(&line.text).fields.iter().any(|field| decides(field.label))
}

/// Returns true if the line may be facts, in a place where facts are.
pub(crate) fn may_be_facts(line: &Line) -> bool {
    begins_facts(line) || is_bare_facts(line)
}

/// Returns the lines of facts below a title, and the index of the line after them.
pub(crate) fn facts(lines: &[Line]) -> (Vec<usize>, usize) {
    let (mut found, mut end, mut others, mut dated) = (Vec::new(), 0, 0, false);
    for (at, line) in lines.iter().enumerate() {
        let is_tool = line.is_text() && (boilerplate::is_tool(&line.text) || line.linked);
        let is_event = dated && is_time_of_event(line);
        let is_next = found.last().is_none_or(|last| *last + 1 == at);
        let is_bare = is_next && if dated { bare::is_outlet_alone(line) } else { is_bare_facts(line) };
        if (is_facts(line) && !is_event) || is_bare {
            // The outlet may stand on a line of its own before the date.
            let above = at.checked_sub(1).filter(|above| !found.contains(above) && is_bare && !dated);
            found.extend(above.filter(|above| bare::is_outlet_alone(&lines[*above])));
            found.push(at);
            end = at + 1;
            dated |= has_date(line);
        } else if found.is_empty() && others == 0 && above::is_document_table(line) {
            end = at + 1;
        } else if is_tool || (found.is_empty() && !line.is_text() && !matches!(line.form, Form::Table(_))) {
            // Tools stand beside facts.
        } else if !found.is_empty() || others >= MOST_BETWEEN || prose::is_prose(line) {
            break;
        } else {
            others += 1;
        }
    }
    // A counter or an author alone does not end a search for facts: the lines before it may be the body's.
    let decides = |at: &usize| may_be_facts(&lines[*at]);
    if !found.iter().any(decides) && others > 0 {
        return (Vec::new(), 0);
    }
    (found, end)
}

fn has_date(line: &Line) -> bool {
    let fields = labels::split(&line.text);
    fields.fields.iter().any(|field| field.label == Label::Date && !field.value.is_empty()) || is_bare_facts(line)
}

/// Returns true for a line that begins with 时间 or 日期 alone. Below the date of publication it is that of an event.
fn is_time_of_event(line: &Line) -> bool {
    let fields = labels::split(&line.text);
    fields
        .fields
        .first()
        .is_some_and(|field| field.label == Label::Date && field.whole.starts_with(['时', '日', 'D', 'd']))
        && fields.lead.is_empty()
        && fields.fields.len() == 1
}

/// Takes the facts just above a title.
pub(crate) fn before_title(above: &mut Vec<Line>) -> Vec<Line> {
    let start = above.len().saturating_sub(MOST_BETWEEN);
    let mut near = above.split_off(start);
    let facts = near.extract_if(.., |line| may_be_facts(line)).collect();
    above.append(&mut near);
    facts
}

/// Reads lines of facts, those with labels first.
pub(crate) fn read_all(page: &mut Page, lines: &[Line]) {
    let (labelled, bare): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| is_facts(line));
    for line in labelled.into_iter().chain(bare) {
        read_facts(page, line);
    }
}

/// Returns true if a line at the end of a body only states facts: the source, the editor, the date of publication.
/// `undated` is true if the page has no date above.
pub(crate) fn is_signature_of_facts(line: &Line, undated: bool) -> bool {
    let fields = labels::split(line.text.trim_matches(['(', '（', ')', '）']));
    let is_short = |field: &labels::Field| match field.label {
        Label::Date | Label::Updated => date::parse(&field.value).is_some_and(|dated| dated.rest.is_empty()),
        Label::Source | Label::Other => field.value.chars().count() <= LONGEST_SIGNATURE,
        Label::Count | Label::Made => true,
        _ => false,
    };
    let says_more =
        fields.fields.iter().any(|field| field.label != Label::Date || undated || field.whole.starts_with('发'));
    fields.lead.is_empty() && says_more && !fields.fields.is_empty() && fields.fields.iter().all(is_short)
}

/// Returns true for a line that only names the editor: the article ends before it.
pub(crate) fn is_editor(line: &Line) -> bool {
    let text = line.text.trim_matches(|sign: char| "()（）[]【】 ".contains(sign));
    let text = text.trim_start_matches("纠错】");
    let starts = ["责任编辑", "责编", "编辑", "本文编辑"].iter().any(|start| text.starts_with(start));
    let named = text.split_once(char::is_whitespace).is_some_and(|(label, name)| {
        matches!(label, "责任编辑" | "责编" | "编辑") && name.trim().chars().count() <= LONGEST_NAME
    });
    let is_labelled = starts && labels::split(text).first() == Some(Label::Other);
    line.text.chars().count() <= LONGEST_SIGNATURE && (is_labelled || named)
}

/// Reads the values of a fact line into the page.
pub(crate) fn read_facts(page: &mut Page, line: &Line) {
    let text = line.text.trim_matches(['(', '（']);
    let fields = labels::split(text);
    if fields.fields.is_empty() {
        return bare::read(page, line);
    }
    if is_credit(&fields) {
        bare::read_names(page, &fields.lead);
    } else if !fields.lead.is_empty() && !bare::read_lead(page, line, &fields.lead) {
        read_date(page, &fields.lead, &fields.lead);
    }
    for field in fields.fields {
        let (value, whole) = (field.value, field.whole);
        // A date without label stands behind the value of another one.
        if matches!(field.label, Label::Other | Label::Count | Label::Source) {
            page.date = page.date.or_else(|| date::first_day(&value).map(|(_, date, _)| date));
        }
        let taken = match field.label {
            Label::Date => {
                read_date(page, &value, &whole);
                true
            }
            Label::Updated => {
                page.updated = page.updated.or_else(|| date::parse(&value).map(|dated| dated.date));
                true
            }
            Label::Made => true,
            Label::Source => match source::outlet(&value) {
                Some(outlet) => {
                    if std::mem::take(&mut page.source_is_unlabelled) {
                        page.unplaced.extend(page.source.take().filter(|known| *known != outlet));
                    }
                    set_once(&mut page.source, &outlet)
                }
                None => {
                    page.without_source = true;
                    true
                }
            },
            Label::Publisher => {
                page.publisher = page.publisher.take().or_else(|| source::outlet(&value));
                true
            }
            Label::Zone => set_once(&mut page.zone, &value),
            Label::Count => {
                page.furniture.push(whole.clone());
                boilerplate::is_count(&value)
            }
            _ => value.is_empty(),
        };
        if !taken {
            page.unplaced.push(whole);
        }
    }
}

/// Sets a field to its first value. Returns false for a second, different value, which the caller must keep elsewhere.
fn set_once(place: &mut Option<String>, value: &str) -> bool {
    if value.is_empty() {
        return true;
    }
    place.get_or_insert_with(|| value.to_owned()) == value
}

fn read_date(page: &mut Page, value: &str, whole: &str) {
    match date::parse(value) {
        Some(dated) if *page.date.get_or_insert(dated.date) == dated.date => {
            if !dated.rest.is_empty() {
                page.unplaced.push(dated.rest);
            }
        }
        _ if value.is_empty() => {}
        _ => page.unplaced.push(whole.to_owned()),
    }
}
