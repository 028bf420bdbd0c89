//! The bottom of a page: the neighbours, the contact block, the copyright line. It owns where an article ends.

use investchn_model::Site;

use super::super::boilerplate;
use super::super::labels::{self, Label};
use super::super::line::{Line, normalized};
use super::parts::Page;

/// What a page says where there is no neighbour.
const NONE: [&str; 9] =
    ["没有了", "没有", "无", "暂无", "已经没有了", "没有了!", "没有相关新闻", "没有上一条", "没有下一条"];

/// Where the article ends: at the neighbours; where none are named, at the contact block or the copyright line.
pub(super) fn start(lines: &[Line], site: &Site) -> usize {
    if let Some(neighbours) = lines.iter().position(is_neighbour) {
        return neighbours;
    }
    let contact = || lines.iter().rposition(|line| line.is_text() && boilerplate::is_contact_heading(&line.text));
    let copyright = || lines.iter().position(|line| line.is_text() && boilerplate::is_copyright(&line.text, site));
    let end = contact().or_else(copyright).unwrap_or(lines.len());
    // The operator's own numbers just above are the frame's too.
    let own = |line: &&Line| line.is_text() && boilerplate::is_own(&line.text, site);
    end - lines[..end].iter().rev().take_while(own).count()
}

fn is_neighbour(line: &Line) -> bool {
    line.is_text() && matches!(labels::split(&line.text).first(), Some(Label::Previous | Label::Next))
}

/// Takes what stands below the article.
pub(super) fn below(page: &mut Page, lines: Vec<Line>, site: &Site) {
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        if !is_neighbour(&line) {
            if !line.is_text() || !boilerplate::is_frame(&line, site) {
                page.keep(&line);
            } else {
                page.left_out += 1;
            }
            continue;
        }
        for field in labels::split(&line.text).fields {
            let mut title = field.value;
            // The label alone, and the title on a line of its own, as a link.
            if title.is_empty() && lines.peek().is_some_and(|next| next.linked && !is_neighbour(next)) {
                title = lines.next().map(|next| next.text).unwrap_or_default();
            }
            let place = match field.label {
                Label::Previous => &mut page.previous,
                Label::Next => &mut page.next,
                _ => {
                    page.unplaced.push(field.whole);
                    continue;
                }
            };
            if !title.is_empty() && !is_none(&title) && *place.get_or_insert_with(|| title.clone()) != title {
                page.unplaced.push(field.whole);
            }
        }
    }
}

fn is_none(title: &str) -> bool {
    let normalized = normalized(title);
    let bare = normalized.trim_matches(|letter: char| "[]()【】!.。".contains(letter));
    NONE.contains(&bare)
}
