//! The top of a page: the way to it, the title, and the line of facts below the title. It owns how these are told apart.

use investchn_model::Kind;

use super::super::boilerplate;
use super::super::date;
use super::super::labels::{self, Label};
use super::super::line::{Form, Line, normalized};
use super::parts::{Known, Page};

/// The longest line of facts, in characters.
const LONGEST_FACTS: usize = 200;

/// The longest value that stands in a cell beside its label.
const LONGEST_VALUE: usize = 60;

/// A label that stands in a cell of its own is joined with the cell beside it.
pub(super) fn joined(lines: Vec<Line>) -> Vec<Line> {
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

/// Whether a line is one of the facts: a date, an outlet or a zone, by its label.
pub(super) fn is_facts(line: &Line) -> bool {
    if !line.is_text() || line.text.chars().count() > LONGEST_FACTS {
        return false;
    }
    let fields = labels::split(&line.text);
    let of_facts =
        |label: Label| matches!(label, Label::Date | Label::Source | Label::Zone | Label::Count | Label::Other);
    let begins = fields.lead.is_empty() || date::parse(&fields.lead).is_some();
    begins && fields.fields.first().is_some_and(|field| of_facts(field.label))
}

/// Whether the facts may begin here: a counter or an author alone can stand anywhere.
pub(super) fn begins_facts(line: &Line) -> bool {
    let decides = |label: Label| matches!(label, Label::Date | Label::Source | Label::Zone);
    is_facts(line) && labels::split(&line.text).fields.iter().any(|field| decides(field.label))
}

/// Takes what a line of facts says.
pub(super) fn facts(page: &mut Page, line: &Line) {
    let fields = labels::split(&line.text);
    if !fields.lead.is_empty() {
        published(page, &fields.lead, &fields.lead);
    }
    for field in fields.fields {
        let (value, whole) = (field.value, field.whole);
        let taken = match field.label {
            Label::Date => {
                published(page, &value, &whole);
                true
            }
            Label::Source => once(&mut page.source, &value),
            Label::Zone => once(&mut page.zone, &value),
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

/// Whether the value is what is said now: a second, other one has no place.
fn once(place: &mut Option<String>, value: &str) -> bool {
    if value.is_empty() {
        return true;
    }
    place.get_or_insert_with(|| value.to_owned()) == value
}

fn published(page: &mut Page, value: &str, whole: &str) {
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

/// Whether a line above the title is not the title.
pub(super) fn is_above(line: &Line, known: &Known<'_>) -> bool {
    !line.is_text() || boilerplate::crumbs(&line.text).is_some() || boilerplate::is_frame(line, known.site)
}

/// Takes what stands above the facts: the frame, the way, the title.
pub(super) fn above(page: &mut Page, lines: Vec<Line>, document_title: Option<&str>, known: &Known<'_>) {
    let (frame, mut rest): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| is_above(line, known));
    let title = title(&rest, document_title).map(|at| rest.remove(at).text);
    page.title = title.or_else(|| document_title.map(|text| without_site(text, known)).filter(|text| !text.is_empty()));
    for line in frame {
        match boilerplate::crumbs(&line.text) {
            Some(crumbs) if line.is_text() => way(page, &crumbs, &line, known),
            _ if matches!(line.form, Form::Table(_)) => page.keep(&line),
            _ => page.left_out += 1,
        }
    }
    for line in rest {
        page.keep(&line);
    }
}

/// Which line is the title: the one that the browser's tab has too, else a heading, else the last before the facts.
fn title(lines: &[Line], document_title: Option<&str>) -> Option<usize> {
    let tab = normalized(document_title.unwrap_or_default());
    let in_tab = |line: &Line| {
        let text = normalized(&line.text);
        text.chars().count() > 3 && tab.contains(&text)
    };
    let is_heading = |line: &Line| matches!(line.form, Form::Heading(_));
    lines.iter().rposition(in_tab).or_else(|| lines.iter().rposition(is_heading)).or_else(|| lines.len().checked_sub(1))
}

/// The tab's title without the site's name behind it.
fn without_site(title: &str, known: &Known<'_>) -> String {
    let parts: Vec<&str> = title.split(['_', '|', '－']).flat_map(|part| part.split(" - ")).map(str::trim).collect();
    let names = [&known.site.name, &known.site.name_en].map(|name| name.to_lowercase());
    let own = |part: &&&str| !names.iter().any(|name| part.to_lowercase().contains(name.as_str()));
    parts.iter().find(own).map(|part| (*part).to_owned()).unwrap_or_default()
}

/// Takes the kind and the place from the way to the page; words that are neither are kept.
fn way(page: &mut Page, crumbs: &[String], line: &Line, known: &Known<'_>) {
    let title = normalized(page.title.as_deref().unwrap_or_default());
    let site = normalized(&known.site.name);
    let mut strange = false;
    for crumb in crumbs {
        let kind = kind_of(crumb);
        let usual = ["首页", "网站首页", "主页", "新闻", "新闻中心", "开发区新闻", "正文", "详细内容", "内容"];
        if kind.is_some() {
            page.kind = kind;
        } else if (known.is_place)(crumb) {
            page.place = Some(crumb.clone());
        } else if !usual.contains(&crumb.as_str())
            && *crumb != site
            && !boilerplate::is_own(crumb, known.site)
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
