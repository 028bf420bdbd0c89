//! The bottom of a page: the links to the previous and next article, the contact block, the copyright line. Decides where
//! an article ends.

use investchn_model::Site;

use super::super::boilerplate;
use super::super::labels::{self, Label};
use super::super::line::{Line, normalized};
use super::parts::Page;

/// The texts of pages that have no previous or next article.
const NO_NEIGHBOUR: [&str; 9] =
    ["没有了", "没有", "无", "暂无", "已经没有了", "没有了!", "没有相关新闻", "没有上一条", "没有下一条"];

/// Returns the index of the line after the article: at the links to the previous and next article; without them, at the
/// contact block or the copyright line.
pub(crate) fn start(lines: &[Line], site: &Site) -> usize {
    if let Some(neighbours) = lines.iter().position(is_neighbour) {
        return neighbours;
    }
    let contact = || lines.iter().rposition(|line| line.is_text() && boilerplate::is_contact_heading(&line.text));
    let copyright = || lines.iter().position(|line| line.is_text() && boilerplate::is_copyright(&line.text, site));
    let end = contact().or_else(copyright).unwrap_or(lines.len());
    // The portal's own phone numbers just above are boilerplate too.
    let own = |line: &&Line| line.is_text() && boilerplate::is_own(&line.text, site);
    end - lines[..end].iter().rev().take_while(own).count()
}

fn is_neighbour(line: &Line) -> bool {
    line.is_text() && matches!(labels::split(&line.text).first(), Some(Label::Previous | Label::Next))
}

/// Reads the lines below the article.
pub(crate) fn read_below(page: &mut Page, lines: Vec<Line>, site: &Site) {
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        if !is_neighbour(&line) {
            if !line.is_text() || !boilerplate::is_boilerplate(&line, site) {
                page.keep(&line);
            } else {
                page.left_out += 1;
            }
            continue;
        }
        for field in labels::split(&line.text).fields {
            let mut title = field.value;
            // The label is alone, and the title follows as a link on a line of its own.
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
            if !title.is_empty() && !names_no_neighbour(&title) && *place.get_or_insert_with(|| title.clone()) != title
            {
                page.unplaced.push(field.whole);
            }
        }
    }
}

fn names_no_neighbour(title: &str) -> bool {
    let normalized = normalized(title);
    let bare = normalized.trim_matches(|letter: char| "[]()【】!.。".contains(letter));
    NO_NEIGHBOUR.contains(&bare)
}
