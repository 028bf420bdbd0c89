//! Cleans the lines of a body: what stands before the first paragraph and repeats it or the title, a body that stands on the
//! page twice, sentences that the page cut in two, tools behind the last sentence.

use super::parts::Page;
use crate::boilerplate;
use crate::ends;
use investchn_lines::line::{Form, Line, normalized};

/// The shortest text that is taken for a repetition, in characters.
const SHORTEST: usize = 10;

/// Takes the lines at the top of a body that repeat the title or the text below them.
pub(crate) fn without_summary(page: &mut Page, body: &mut Vec<Line>) {
    let title = normalized(page.title.as_deref().unwrap_or_default());
    loop {
        let Some(first) = body.first().filter(|line| line.is_text()) else { return };
        let own = normalized(&first.text);
        let bare = ends::behind_summary(&own);
        let is_title = !title.is_empty() && (bare == title || (bare.chars().count() > 5 && title.contains(bare)));
        let cut = bare.trim_end_matches(['.', '…', '。']);
        let below: String = body[1..].iter().take(12).map(|line| normalized(&line.text)).collect();
        let repeats = cut.chars().count() >= SHORTEST && below.starts_with(cut);
        // A picture and its caption may stand between a summary and the paragraph that it repeats.
        let same = |line: &Line| line.form == Form::Text && normalized(&line.text) == bare;
        let again = bare.chars().count() >= SHORTEST && body[1..].iter().take(4).any(same);
        if body.len() > 1 && (is_title || repeats || again || bare.is_empty()) {
            page.furniture.push(body.remove(0).text);
        } else {
            return;
        }
    }
}

/// Returns a body once, if the page has it twice in a row.
pub(crate) fn once(page: &mut Page, body: &mut Vec<Line>) {
    let same = |a: &Line, b: &Line| a.form == b.form && a.text == b.text;
    let Some(first) = body.iter().position(Line::is_text) else { return };
    let again = (first + 1..body.len()).find(|at| same(&body[first], &body[*at]));
    let Some(again) = again else { return };
    let length = (body.len() - again).min(again - first);
    let repeated = (0..length).all(|at| same(&body[first + at], &body[again + at]));
    let text: usize = body[again..again + length].iter().map(|line| line.text.chars().count()).sum();
    if repeated && text >= 40 {
        page.furniture.extend(body.drain(again..again + length).map(|line| line.text));
    }
}

/// Joins the halves of sentences that the page cut by the end of a paragraph.
pub(crate) fn joined(body: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(body.len());
    for line in body {
        match joined.last_mut() {
            Some(last) if is_cut(last, &line) => {
                let start = last.text.len();
                last.text.push_str(&line.text);
                for mut link in line.links {
                    link.range = link.range.start + start..link.range.end + start;
                    last.links.push(link);
                }
                last.attachments.extend(line.attachments);
            }
            _ => joined.push(line),
        }
    }
    joined
}

/// Returns true if a paragraph plainly goes on in the next: it ends within a sentence, and the next begins with what begins
/// none.
fn is_cut(first: &Line, second: &Line) -> bool {
    let is_paragraph = |line: &Line| line.form == Form::Text && !line.right;
    if !is_paragraph(first) || !is_paragraph(second) || second.indented || first.text.chars().count() < 12 {
        return false;
    }
    let (Some(end), Some(start)) = (first.text.chars().next_back(), second.text.chars().next()) else { return false };
    let open = "，、（“《".contains(end);
    let closes = "，。、；）”》％%".contains(start);
    let counts = (end.is_ascii_digit() || "万亿千百".contains(end)) && "元万亿个年月日吨米家名项户亩人".contains(start);
    open || closes || (counts && !second.text.starts_with("日前"))
}

/// Removes the counter behind the link to an attachment: `附件【报名表.doc】已下载12次`.
pub(crate) fn without_downloads(line: &mut Line) {
    let Some(end) = line.text.rfind("已下载").filter(|_| !line.attachments.is_empty()) else { return };
    if line.text[end..].chars().skip(3).all(|letter| letter.is_ascii_digit() || "次 （）()".contains(letter)) {
        line.text.truncate(line.text[..end].trim_end_matches([' ', '(', '（']).len());
    }
}

/// Removes the tools that stand behind the last sentence on the same line.
pub(crate) fn without_tools(line: &mut Line) {
    let Some(end) = line.text.rfind(['。', '！', '？', '”', '）']) else { return };
    let after = end + line.text[end..].chars().next().map_or(0, char::len_utf8);
    let rest = line.text[after..].trim();
    if !rest.is_empty() && rest.split_whitespace().all(boilerplate::is_tool) {
        line.text.truncate(after);
        line.links.retain(|link| link.range.end <= after);
    }
}
