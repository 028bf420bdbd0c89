//! The top of a page: the breadcrumb, the title, and the fact lines below the title (date, source, zone).

use investchn_model::Kind;

use super::super::boilerplate;
use super::super::date;
use super::super::labels::{self, Label};
use super::super::line::{Form, Line, normalized};
use super::parts::{Page, PageContext};

/// The longest fact line, in characters.
const LONGEST_FACTS: usize = 200;

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

/// Returns true if the line begins with the label of a fact (date, source, zone, counter, other), or with a date before
/// such labels.
pub(crate) fn is_facts(line: &Line) -> bool {
    if !line.is_text() || line.text.chars().count() > LONGEST_FACTS {
        return false;
    }
    let fields = labels::split(&line.text);
    let of_facts =
        |label: Label| matches!(label, Label::Date | Label::Source | Label::Zone | Label::Count | Label::Other);
    let begins = fields.lead.is_empty() || date::parse(&fields.lead).is_some();
    begins && fields.fields.first().is_some_and(|field| of_facts(field.label))
}

/// Returns true if the facts may begin at this line. A counter or an author alone does not suffice, because these occur
/// anywhere on a page.
pub(crate) fn begins_facts(line: &Line) -> bool {
    let decides = |label: Label| matches!(label, Label::Date | Label::Source | Label::Zone);
    is_facts(line) && labels::split(&line.text).fields.iter().any(|field| decides(field.label))
}

/// Reads the values of a fact line into the page.
pub(crate) fn read_facts(page: &mut Page, line: &Line) {
    let fields = labels::split(&line.text);
    if !fields.lead.is_empty() {
        read_date(page, &fields.lead, &fields.lead);
    }
    for field in fields.fields {
        let (value, whole) = (field.value, field.whole);
        let taken = match field.label {
            Label::Date => {
                read_date(page, &value, &whole);
                true
            }
            Label::Source => set_once(&mut page.source, &value),
            Label::Zone => set_once(&mut page.zone, &value),
            Label::Count => {
                page.left_out += 1;
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

/// Returns true if a line above the facts cannot be the title: breadcrumb, boilerplate, picture or table.
pub(crate) fn is_above(line: &Line, context: &PageContext<'_>) -> bool {
    !line.is_text() || boilerplate::breadcrumb(&line.text).is_some() || boilerplate::is_boilerplate(line, context.site)
}

/// Reads the lines above the facts: boilerplate, breadcrumb, title.
pub(crate) fn read_above(page: &mut Page, lines: Vec<Line>, document_title: Option<&str>, context: &PageContext<'_>) {
    let (frame, mut rest): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| is_above(line, context));
    let title = title(&rest, document_title).map(|at| rest.remove(at).text);
    page.title =
        title.or_else(|| document_title.map(|text| without_site(text, context)).filter(|text| !text.is_empty()));
    for line in frame {
        match boilerplate::breadcrumb(&line.text) {
            Some(crumbs) if line.is_text() => read_breadcrumb(page, &crumbs, &line, context),
            _ if matches!(line.form, Form::Table(_)) => page.keep(&line),
            _ => page.left_out += 1,
        }
    }
    for line in rest {
        page.keep(&line);
    }
}

/// Returns the index of the title: the last line that `<title>` contains, else the last heading, else the last line before
/// the facts.
fn title(lines: &[Line], document_title: Option<&str>) -> Option<usize> {
    let tab = normalized(document_title.unwrap_or_default());
    let in_tab = |line: &Line| {
        let text = normalized(&line.text);
        text.chars().count() > 3 && tab.contains(&text)
    };
    let is_heading = |line: &Line| matches!(line.form, Form::Heading(_));
    lines.iter().rposition(in_tab).or_else(|| lines.iter().rposition(is_heading)).or_else(|| lines.len().checked_sub(1))
}

/// Returns the text of `<title>` without the site's name.
fn without_site(title: &str, context: &PageContext<'_>) -> String {
    let parts: Vec<&str> = title.split(['_', '|', '－']).flat_map(|part| part.split(" - ")).map(str::trim).collect();
    let names = [&context.site.name, &context.site.name_en].map(|name| name.to_lowercase());
    let own = |part: &&&str| !names.iter().any(|name| part.to_lowercase().contains(name.as_str()));
    parts.iter().find(own).map(|part| (*part).to_owned()).unwrap_or_default()
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
    if strange { page.keep(line) } else { page.left_out += 1 }
}

fn kind_of(crumb: &str) -> Option<Kind> {
    match crumb {
        "文字新闻" => Some(Kind::Text),
        "图片新闻" => Some(Kind::Photo),
        "视频新闻" => Some(Kind::Video),
        _ => None,
    }
}
