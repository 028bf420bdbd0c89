//! The top of a page: the breadcrumb, the title, and the fact lines below the title (date, source, zone).

use investchn_model::{Kind, PartialDate};

use super::outline;
use super::parts::{Page, PageContext};
use super::source;
use crate::boilerplate;
use investchn_lines::date;
use investchn_lines::labels::{self, Label};
use investchn_lines::line::{Form, Line, normalized};

/// The longest fact line, in characters.
const LONGEST_FACTS: usize = 200;

/// The longest line with a date and without label, in characters.
const LONGEST_BARE: usize = 60;

/// The longest title before a date on the same line, in characters.
const LONGEST_TITLE: usize = 60;

/// The longest value of a fact at the end of a body, in characters.
const LONGEST_SIGNATURE: usize = 30;

/// The most lines that may stand between a title and its facts.
const MOST_BETWEEN: usize = 3;

/// The longest value that is joined with a label in the cell before it, in characters.
const LONGEST_VALUE: usize = 60;

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
            *last =
                Line { text: [&last.text, " ", &line.text].concat(), links: Vec::new(), linked: false, ..last.clone() };
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
        let is_date = |field: &labels::Field| field.label == Label::Date && date::parse(&field.value).is_some();
        let is_title = (4..=LONGEST_TITLE).contains(&lead)
            && line.form == Form::Text
            && !fields.lead.contains(['，', '。', ';', '[', '【', ':', '：'])
            && date::parse(&fields.lead).is_none()
            && boilerplate::breadcrumb(&line.text).is_none()
            && fields.fields.first().is_some_and(is_date);
        if is_title && let Some(at) = line.text.find(&fields.fields[0].whole) {
            let rest = line.text[at..].to_owned();
            opened.push(Line { text: fields.lead, links: Vec::new(), ..line.clone() });
            opened.push(Line { text: rest, links: Vec::new(), ..line });
        } else {
            opened.push(line);
        }
    }
    opened
}

/// Returns true if the line begins with the label of a fact (date, source, zone, counter, other), or with a date before
/// such labels.
pub(crate) fn is_facts(line: &Line) -> bool {
    if !line.is_text() || line.text.chars().count() > LONGEST_FACTS {
        return false;
    }
    let fields = labels::split(&line.text);
    let begins = fields.lead.is_empty() || date::parse(&fields.lead).is_some();
    // 记者：… may begin a question, and 来源：… a sentence.
    let speaks = |field: &labels::Field| {
        matches!(field.label, Label::Other | Label::Source)
            && (field.value.chars().count() > LONGEST_VALUE || field.value.ends_with(['。', '？', '！']))
    };
    begins && !fields.fields.iter().any(speaks) && fields.fields.first().is_some_and(|field| is_of_facts(field.label))
}

fn is_of_facts(label: Label) -> bool {
    matches!(
        label,
        Label::Date | Label::Updated | Label::Made | Label::Source | Label::Zone | Label::Count | Label::Other
    )
}

/// Returns true if the facts may begin at this line. A counter or an author alone does not suffice, because these occur
/// anywhere on a page.
pub(crate) fn begins_facts(line: &Line) -> bool {
    let decides = |label: Label| matches!(label, Label::Date | Label::Updated | Label::Source | Label::Zone);
    is_facts(line) && labels::split(&line.text).fields.iter().any(|field| decides(field.label))
}

/// Returns true for a short line with a day and no label: `2009年09月07日　[示例网]　示例作者`.
fn is_bare_facts(line: &Line) -> bool {
    // A date has no letters, so a line with a linked outlet behind it reads as a link.
    let begins = line.text.starts_with(|letter: char| letter.is_ascii_digit());
    line.is_text() && (!line.linked || begins) && bare_date(&line.text).is_some()
}

/// Returns true if the line may be facts, in a place where facts are.
pub(crate) fn may_be_facts(line: &Line) -> bool {
    begins_facts(line) || is_bare_facts(line)
}

/// Returns the day that a short line has, and the words beside it.
fn bare_date(text: &str) -> Option<(PartialDate, Vec<String>)> {
    let is_sentence = |sign: char| "，。；！？、《》“”".contains(sign);
    let is_other = text.contains(boilerplate::TODAY) || boilerplate::breadcrumb(text).is_some();
    if text.chars().count() > LONGEST_BARE || text.contains(is_sentence) || is_other {
        return None;
    }
    let at = text.char_indices().find_map(|(at, letter)| {
        let begins = letter.is_ascii_digit() && !text[..at].ends_with(|before: char| before.is_ascii_alphanumeric());
        let dated = begins.then(|| date::parse(&text[at..])).flatten()?;
        dated.date.day().map(|_| (at, dated))
    });
    let (at, dated) = at?;
    let is_word = |word: &&str| !word.is_empty();
    let signs = |sign: char| sign.is_whitespace() || "[]【】()（）|｜:：".contains(sign);
    let words = text[..at].split(signs).filter(is_word).chain(dated.rest.split(signs).filter(is_word));
    let words: Vec<String> = words.map(str::to_owned).collect();
    // A title may have a date too, but few words stand beside a date in a line of facts.
    let longest = words.iter().map(|word| word.chars().count()).max().unwrap_or_default();
    (longest <= 14).then_some((dated.date, words))
}

/// Returns the lines of facts below a title, and the index of the line after them.
pub(crate) fn facts(lines: &[Line]) -> (Vec<usize>, usize) {
    let (mut found, mut end, mut others, mut dated) = (Vec::new(), 0, 0, false);
    for (at, line) in lines.iter().enumerate() {
        let is_tool = line.is_text() && (boilerplate::is_tool(&line.text) || line.linked);
        let is_event = dated && is_time_of_event(line);
        if (is_facts(line) && !is_event) || (found.is_empty() && is_bare_facts(line)) {
            found.push(at);
            end = at + 1;
            dated |= has_date(line);
        } else if is_tool || (found.is_empty() && !line.is_text() && !matches!(line.form, Form::Table(_))) {
            // Tools stand beside facts.
        } else if !found.is_empty() || others >= MOST_BETWEEN || outline::is_prose(line) {
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
    fields.fields.first().is_some_and(|field| field.label == Label::Date && field.whole.starts_with(['时', '日']))
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
    starts && line.text.chars().count() <= LONGEST_SIGNATURE && labels::split(text).first() == Some(Label::Other)
}

/// Reads the values of a fact line into the page.
pub(crate) fn read_facts(page: &mut Page, line: &Line) {
    let text = line.text.trim_matches(['(', '（']);
    let fields = labels::split(text);
    if fields.fields.is_empty() {
        let Some((date, words)) = bare_date(&line.text) else { return page.unplaced.push(line.text.clone()) };
        if *page.date.get_or_insert(date) != date {
            return page.unplaced.push(line.text.clone());
        }
        return read_words(page, words);
    }
    if !fields.lead.is_empty() {
        match bare_date(&fields.lead) {
            Some((date, words)) if *page.date.get_or_insert(date) == date => read_words(page, words),
            _ => read_date(page, &fields.lead, &fields.lead),
        }
    }
    for field in fields.fields {
        let (value, whole) = (field.value, field.whole);
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
                Some(outlet) => set_once(&mut page.source, &outlet),
                None => {
                    page.without_source |= !value.is_empty();
                    true
                }
            },
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

/// Reads the words beside a date without label: an outlet, an author, tools.
fn read_words(page: &mut Page, words: Vec<String>) {
    for word in words {
        if page.source.is_none() && source::is_outlet(&word) {
            page.source = source::outlet(&word);
        } else if !boilerplate::is_count(&word) {
            page.unplaced.push(word);
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

/// Returns true if a line above the facts cannot be the title: breadcrumb, boilerplate, picture or table.
fn is_above(line: &Line, context: &PageContext<'_>) -> bool {
    !line.is_text() || boilerplate::breadcrumb(&line.text).is_some() || boilerplate::is_boilerplate(line, context.site)
}

/// Reads the lines around the title: boilerplate, breadcrumb, lines above and below the title. `between` are the lines
/// between the title and the facts. The top of an HTML page is furniture, except for the lines next to the title.
pub(crate) fn read_above(
    page: &mut Page,
    above: Vec<Line>,
    between: Vec<Line>,
    is_html: bool,
    context: &PageContext<'_>,
) {
    let near = if is_html { above.len().saturating_sub(2) } else { 0 };
    for (at, line) in above.into_iter().chain(between).enumerate() {
        let crumbs = boilerplate::breadcrumb(&line.text).filter(|_| line.is_text());
        let repeats_title = page.title.as_ref().is_some_and(|title| normalized(title) == normalized(&line.text));
        match crumbs {
            Some(crumbs) => read_breadcrumb(page, &crumbs, &line, context),
            None if repeats_title || at < near => page.furniture.push(line.text),
            None if matches!(line.form, Form::Table(_)) || !is_above(&line, context) => page.keep(&line),
            None => page.furniture.push(line.text),
        }
    }
}

/// Reads the kind and the place from the breadcrumb. Keeps the line if it has a word that is neither of them and not
/// common.
fn read_breadcrumb(page: &mut Page, crumbs: &[String], line: &Line, context: &PageContext<'_>) {
    let title = normalized(page.title.as_deref().unwrap_or_default());
    let site = normalized(&context.site.name);
    let mut strange = false;
    for crumb in crumbs {
        let kind = kind_of(crumb);
        let usual = ["首页", "网站首页", "主页", "新闻", "新闻中心", "开发区新闻", "正文", "详细内容", "内容"];
        if kind.is_some() {
            page.kind = kind;
        } else if (context.is_place)(crumb) {
            page.place = Some(crumb.clone());
        } else if !usual.contains(&crumb.as_str())
            && *crumb != site
            && !boilerplate::is_own(crumb, context.site)
            && !title.contains(crumb.trim_end_matches(['.', '…']))
        {
            strange = true;
        }
    }
    if strange { page.keep(line) } else { page.furniture.push(line.text.clone()) }
}

fn kind_of(crumb: &str) -> Option<Kind> {
    match crumb {
        "文字新闻" => Some(Kind::Text),
        "图片新闻" => Some(Kind::Photo),
        "视频新闻" => Some(Kind::Video),
        _ => None,
    }
}
