//! The bottom of a page: the links to the previous and next article, facts below the body, the contact block, the copyright
//! line.

use investchn_lines::date;
use investchn_model::{PartialDate, Site};

use super::bare;
use super::head;
use super::parts::Page;
use super::source;
use crate::{boilerplate, ends};
use investchn_lines::labels::{self, Label};
use investchn_lines::line::{Line, normalized};

/// The texts of pages that have no previous or next article.
const NO_NEIGHBOUR: [&str; 27] = [
    "最后一页",
    "第一页",
    "最后一篇",
    "第一篇",
    "已到最后一篇",
    "已到第一篇",
    "已经是第一篇",
    "下面没有链接了",
    "返回列表",
    "已经是最后一篇",
    "没有了",
    "没有",
    "无",
    "暂无",
    "已经没有了",
    "没有了!",
    "没有相关新闻",
    "没有上一条",
    "没有下一条",
    "没有上一篇",
    "没有下一篇",
    "没有资料",
    "已是第一篇",
    "已是最后一篇",
    "没有文章",
    "没有内容",
    "无记录",
];

/// The number of lines below a body that may have the date without a label. Below them stand lists of other articles.
const NEAR: usize = 3;

/// The longest line, in characters, that only names the source at the end of a body.
const LONGEST_SOURCE: usize = 40;

/// Returns the index of the contact block or of the copyright line.
pub(crate) fn contact(lines: &[Line], site: &Site) -> usize {
    let contact = || lines.iter().rposition(|line| line.is_text() && boilerplate::is_contact_heading(&line.text));
    let copyright = || lines.iter().position(|line| line.is_text() && boilerplate::is_copyright(&line.text, site));
    let end = contact().or_else(copyright).unwrap_or(lines.len());
    // The portal's own phone numbers just above are furniture too.
    let own = |line: &&Line| line.is_text() && boilerplate::is_own(&line.text, site);
    end - lines[..end].iter().rev().take_while(own).count()
}

/// Returns true for a link to the previous or next article.
pub(crate) fn is_neighbour(line: &Line) -> bool {
    let names_neighbour = matches!(labels::split(&line.text).first(), Some(Label::Previous | Label::Next));
    line.is_text() && names_neighbour && !ends::is_pager(&normalized(&line.text))
}

/// Reads the lines below the article.
pub(crate) fn read_below(page: &mut Page, lines: Vec<Line>, site: &Site) {
    let mut lines = lines.into_iter().enumerate().peekable();
    while let Some((at, line)) = lines.next() {
        if page.date.is_none() {
            page.date = ends::posted(&line.text);
        }
        if !is_neighbour(&line) {
            if head::is_facts(&line) && labels::split(&line.text).first() != Some(Label::Count) {
                head::read_facts(page, &line);
            } else if page.date.is_none() && at < NEAR && bare::is_bare_facts(&line) {
                bare::read(page, &line);
            } else if !line.is_text() || !boilerplate::is_boilerplate(&line, site) {
                page.keep(&line);
            } else {
                page.furniture.push(line.text);
            }
            continue;
        }
        for field in labels::split(&line.text).fields {
            let mut title = field.value;
            // The label is alone, and the title follows as a link on a line of its own.
            if title.is_empty() && lines.peek().is_some_and(|(_, next)| next.linked && !is_neighbour(next)) {
                title = lines.next().map(|(_, next)| next.text).unwrap_or_default();
            }
            let title = super::title::cleaned(&title);
            let place = match field.label {
                Label::Previous => &mut page.previous,
                Label::Next => &mut page.next,
                _ => {
                    page.unplaced.push(field.whole);
                    continue;
                }
            };
            if !title.is_empty() && !names_no_neighbour(&title) && *place.get_or_insert_with(|| title.clone()) != title
            {
                page.unplaced.push(field.whole);
            }
        }
    }
}

/// Takes the source out of the last lines of a body: `（来源：示例日报）`.
pub(crate) fn read_signed_source(page: &mut Page, body: &mut Vec<Line>) {
    let Some(last) = body.iter().rposition(Line::is_text) else { return };
    let text = body[last].text.clone();
    let inner = text.trim_matches(|sign: char| "()（）[]【】—- ".contains(sign));
    let fields = labels::split(inner);
    let is_alone = fields.first() == Some(Label::Source) && text.chars().count() <= LONGEST_SOURCE;
    if is_alone && fields.fields.len() == 1 && body.len() > 1 {
        let named = source::outlet(&fields.fields[0].value);
        if page.source.is_none() || page.source == named {
            page.source = page.source.take().or(named);
            page.furniture.push(body.remove(last).text);
        }
        return;
    }
    // The source stands alone in brackets, as the facts above name it.
    let is_bracketed = text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
    if is_bracketed && body.len() > 1 && page.source.as_deref() == Some(inner) {
        page.furniture.push(body.remove(last).text);
        return;
    }
    // The source stands in brackets behind the last sentence.
    if page.source.is_none()
        && let Some(open) = text.rfind(['（', '('])
        && let Some(inner) = text[open..].trim_start_matches(['（', '(']).strip_suffix(['）', ')'])
        && let fields = labels::split(inner)
        && fields.first() == Some(Label::Source)
        && let Some(only) = fields.fields.first()
        && let Some(named) = source::outlet(&only.value)
    {
        page.source = Some(named);
        let kept = text[..open].trim_end().len();
        let line = &mut body[last];
        page.furniture.push(line.text.split_off(kept));
        line.links.retain(|link| link.range.end <= kept);
    }
}

/// Returns the date by which a document is signed: the last line of its text, or the one before it.
pub(crate) fn signed_date(body: &[Line]) -> Option<PartialDate> {
    let last = body.iter().rev().filter(|line| line.is_text() && line.attachments.is_empty()).take(2);
    let mut dates = last.filter_map(|line| date::parse(line.text.trim_matches(['(', ')', '（', '）'])));
    dates.find(|dated| dated.rest.is_empty() && dated.date.day().is_some()).map(|dated| dated.date)
}

/// Returns true if the page says that there is no previous or next article.
pub(crate) fn names_no_neighbour(title: &str) -> bool {
    let normalized = normalized(title);
    let bare = normalized.trim_matches(|letter: char| "[]()【】!.。".contains(letter));
    NO_NEIGHBOUR.contains(&bare)
}
