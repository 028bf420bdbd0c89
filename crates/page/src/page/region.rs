//! Finds where the body begins and ends: by the box with most of the prose, by the words of what follows an article, and by
//! the neighbours.

use investchn_model::Site;

use super::head;
use super::outline::Outline;
use super::parts::Page;
use super::prose;
use super::tail;
use crate::boilerplate;
use crate::ends;
use investchn_lines::line::{Form, Line};

/// The part of all prose, in percent, that may stand behind words that end an article. With more, they stand in the article.
const BEHIND_THE_END: usize = 30;

/// The prose, in characters, before which the readers' comments cannot begin.
const ENOUGH: usize = 60;

/// The place of the body in the lines below the facts.
#[derive(Debug)]
pub(crate) struct BodyRange {
    /// The box with most of the prose.
    heaviest: usize,
    /// The index of the line after the body.
    pub(crate) end: usize,
}

/// Finds the body in the lines below the facts. `undated` is true if the page has no date above them.
pub(crate) fn find(lines: &[Line], outline: &Outline, site: &Site, undated: bool) -> BodyRange {
    let is_content = |line: &Line| prose::weight(line) > 0 || matches!(line.form, Form::Embedded(_) | Form::Picture(_));
    let content = lines.iter().position(is_content).unwrap_or(0);
    let stop = lines.iter().position(tail::is_neighbour).unwrap_or_else(|| tail::contact(lines, site));
    let stop = strong_end(&lines[..stop]).unwrap_or(stop);
    let heaviest = outline.heaviest(&lines[..stop]);
    let within = |line: &Line| outline.is_within(line.within, heaviest);
    let weight = |lines: &[Line]| lines.iter().filter(|line| within(line)).map(prose::weight).sum::<usize>();
    let total = weight(&lines[..stop]);
    let is_end = |at: &usize| {
        let line = &lines[*at];
        line.is_text()
            && line.attachments.is_empty()
            && (ends::is_end(&line.text) || head::is_editor(line))
            && weight(&lines[*at..stop]) * 100 <= total * BEHIND_THE_END
    };
    let mut end = (content.min(stop)..stop).find(is_end).unwrap_or(stop);
    // What stands outside of the box is the body's only if it reads as its next paragraph.
    if let Some(last) = lines[..end].iter().rposition(within).filter(|_| heaviest > 0) {
        let goes_on = |line: &&Line| prose::is_prose(line) || !line.attachments.is_empty();
        end = last + 1 + lines[last + 1..end].iter().take_while(goes_on).count();
    }
    while end > 0 && is_furniture(&lines[end - 1], site, undated, end > content + 1) {
        end -= 1;
    }
    BodyRange { heaviest, end }
}

/// Returns the index of the line that ends an article whatever follows it: the editor's, a
/// disclaimer, or the heading of readers' comments.
fn strong_end(lines: &[Line]) -> Option<usize> {
    let mut before = 0;
    lines.iter().position(|line| {
        let is_strong = ends::is_comments(&line.text) || ends::is_disclaimer(&line.text) || head::is_editor(line);
        let is_end = line.is_text() && is_strong;
        if is_end && before >= ENOUGH {
            return true;
        }
        before += prose::weight(line);
        false
    })
}

/// Returns true if the last line of a body is none of it.
pub(crate) fn is_furniture(line: &Line, site: &Site, undated: bool, below_content: bool) -> bool {
    match &line.form {
        Form::Embedded(address) => below_content && !is_player(address),
        Form::Picture(shown) => below_content && is_of_layout(&shown.address),
        Form::Table(_) => false,
        _ if !line.attachments.is_empty() => false,
        _ => {
            boilerplate::is_tool(&line.text)
                || boilerplate::is_own(&line.text, site)
                || ends::is_end(&line.text)
                || (below_content && line.linked && !line.text.contains('。'))
                || (below_content && head::is_signature_of_facts(line, undated))
        }
    }
}

/// Returns true for the address of a video or of a page that plays one.
pub(crate) fn is_player(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    [
        "mp4", "flv", "swf", "m3u8", "mp3", "wmv", "avi", "mov", "webm", "player", "video", "youku", "v.qq", "tudou",
        "cntv",
    ]
    .iter()
    .any(|part| lower.contains(part))
}

/// Returns the lines of the body. Those above its box are kept if they read as paragraphs.
pub(crate) fn inside(
    page: &mut Page,
    lines: Vec<Line>,
    region: &BodyRange,
    outline: &Outline,
    site: &Site,
) -> Vec<Line> {
    let within = |line: &Line| outline.is_within(line.within, region.heaviest);
    let first = lines.iter().position(within).unwrap_or(0);
    let mut body = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        let above = at < first || body.is_empty();
        let is_frame = matches!(&line.form, Form::Picture(shown) if at < first && is_of_layout(&shown.address));
        let is_embedded_page =
            matches!(&line.form, Form::Embedded(address) if !is_player(address) && address.contains("foot"));
        if at < first && head::begins_facts(&line) {
            head::read_facts(page, &line);
        } else if at < first && line.is_text() && line.attachments.is_empty() && !prose::is_prose(&line) {
            page.keep(&line);
        } else if is_embedded_page || is_frame || (above && is_furniture_above(&line, site)) {
            page.furniture.push(line.text);
        } else {
            body.push(line);
        }
    }
    body
}

/// Returns true for a tool or a breadcrumb above the first paragraph.
fn is_furniture_above(line: &Line, site: &Site) -> bool {
    let is_known = boilerplate::is_boilerplate(line, site) || boilerplate::breadcrumb(&line.text).is_some();
    line.is_text() && line.attachments.is_empty() && is_known
}

/// Returns true for the address of a picture that belongs to the layout of a site: its folder says so, and it has no number
/// or date.
fn is_of_layout(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let digits = lower.split(|letter: char| !letter.is_ascii_digit()).map(str::len).max().unwrap_or_default();
    let folders = [
        "css", "static", "skin", "template", "theme", "logo", "weixin", "wx.", "qq.", "icon", "banner", "share",
        "zone.", "qr",
    ];
    digits < 6 && (folders.iter().any(|part| lower.contains(part)) || lower.contains("/images/"))
}
