//! The lines around a title: the breadcrumb, the line above it, the table of a document's facts.

use investchn_lines::date;
use investchn_lines::labels::{self, Label};
use investchn_lines::line::{Form, Line, normalized};
use investchn_model::Kind;

use super::parts::{Page, PageContext};
use super::source;
use crate::boilerplate;

/// The most lines above a title that may be a document's facts.
const MOST_FACTS: usize = 16;

/// The longest name of a document's fact, in characters.
const LONGEST_NAME: usize = 8;

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
    let start = above.len().saturating_sub(MOST_FACTS);
    read_document(page, &above[start..]);
    let near = if is_html { above.len().saturating_sub(2) } else { 0 };
    for (at, line) in above.into_iter().chain(between).enumerate() {
        let crumbs = boilerplate::breadcrumb(&line.text).filter(|_| line.is_text());
        let repeats_title = page.title.as_ref().is_some_and(|title| normalized(title) == normalized(&line.text));
        match crumbs {
            Some(crumbs) => read_breadcrumb(page, &crumbs, &line, context),
            None if read_table(page, &line) => {}
            None if repeats_title || at < near => page.furniture.push(line.text),
            None if matches!(line.form, Form::Table(_)) || !is_above(&line, context) => page.keep(&line),
            None => page.furniture.push(line.text),
        }
    }
}

/// Reads the authority and the date from the list of a document's facts above its title: 索引号, 发文机关, 发布日期.
fn read_document(page: &mut Page, lines: &[Line]) {
    let fields: Vec<labels::Field> = lines
        .iter()
        .filter(|line| line.is_text())
        .map(|line| labels::split(&line.text))
        .filter(|fields| fields.lead.is_empty())
        .flat_map(|fields| fields.fields)
        .collect();
    if !fields.iter().any(|field| field.label == Label::Publisher) {
        return;
    }
    for field in fields {
        match field.label {
            Label::Publisher => page.publisher = page.publisher.take().or_else(|| source::outlet(&field.value)),
            Label::Date => page.date = page.date.or_else(|| date::first_day(&field.value).map(|(_, date, _)| date)),
            _ => {}
        }
    }
}

/// Returns the label that a cell is, without a colon.
fn named(name: &str) -> Option<Label> {
    let label = labels::split(&[&normalized(name), ":"].concat()).first()?;
    Some(label).filter(|label| !matches!(label, Label::Contact | Label::Previous | Label::Next))
}

/// Returns true for the table of a document's facts: 索引号, 发布机构, 公开日期.
pub(crate) fn is_document_table(line: &Line) -> bool {
    let Form::Table(rows) = &line.form else { return false };
    let is_name = |cell: &&String| named(cell).is_some() && cell.chars().count() <= LONGEST_NAME;
    rows.len() <= MOST_FACTS && rows.iter().flatten().filter(is_name).count() >= 2
}

/// Reads the table of a document's facts. Returns false if the line is no such table.
fn read_table(page: &mut Page, line: &Line) -> bool {
    let Form::Table(rows) = &line.form else { return false };
    if !is_document_table(line) {
        return false;
    }
    let cells: Vec<&String> = rows.iter().flatten().collect();
    for pair in cells.windows(2) {
        let (Some(label), value) = (named(pair[0]), pair[1]) else { continue };
        if named(value).is_some() || value.is_empty() {
            continue;
        }
        match label {
            Label::Date => page.date = page.date.or_else(|| date::first_day(value).map(|(_, date, _)| date)),
            Label::Source => page.source = page.source.take().or_else(|| source::outlet(value)),
            Label::Publisher => page.publisher = page.publisher.take().or_else(|| source::outlet(value)),
            _ => {}
        }
    }
    page.keep(line);
    true
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
