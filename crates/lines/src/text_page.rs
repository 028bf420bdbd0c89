//! Splits a plain text into lines. A line of the file is a paragraph, unless the text was saved without line ends: then two
//! full-width spaces begin a paragraph.

use super::labels;
use super::line::{Line, clean};

/// The indent of a paragraph.
const INDENT: &str = "\u{3000}\u{3000}";

/// The shortest line, in characters, that may have several paragraphs.
const SEVERAL: usize = 120;

/// Words of a page that stand before the title when a browser's text was saved in one line.
const MENU: [&str; 10] = ["首页", "浏览器", "登录", "注册", "搜索", "加入收藏", "设为首页", "无障碍", "正文", "导航"];

/// Returns the lines that are not empty, cleaned.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    for line in text.split(['\n', '\r']) {
        let inner = clean(line);
        if inner.contains(INDENT) && inner.chars().count() >= SEVERAL {
            lines.extend(paragraphs(&inner));
        } else {
            lines.push(inner);
        }
    }
    lines.into_iter().filter(|line| !line.is_empty()).map(Line::text).collect()
}

/// Splits a line with several paragraphs. What is before the facts is the title, behind the words of the menu.
fn paragraphs(line: &str) -> Vec<String> {
    let mut paragraphs = line.split(INDENT).map(clean);
    let mut lines = Vec::new();
    let first = paragraphs.next().unwrap_or_default();
    let fields = labels::split(&first);
    let facts = fields.fields.first().and_then(|field| first.find(&field.whole)).filter(|at| *at > 0);
    match facts {
        Some(at) if !first.contains('。') => {
            let (menu, title) = behind_menu(&first[..at]);
            lines.extend([menu, title, clean(&first[at..])]);
        }
        _ => lines.push(first),
    }
    lines.extend(paragraphs);
    lines
}

/// Splits words into those of the menu and the title. The menu's last words are known, or the title's first word is in it.
fn behind_menu(text: &str) -> (String, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let known = words.iter().rposition(|word| MENU.iter().any(|menu| word.contains(menu))).map_or(0, |at| at + 1);
    let repeated = (1..words.len()).rfind(|at| words[*at].chars().count() > 3 && words[..*at].contains(&words[*at]));
    let start = known.max(repeated.unwrap_or(0));
    if start >= words.len() {
        return (String::new(), words.join(" "));
    }
    (words[..start].join(" "), words[start..].join(" "))
}
