//! Lines that are nearly headings, list items or rows of a table.

use investchn_localized::localized;
use investchn_text::{is_han, to_half_width};

use super::form::NearForm;

/// Returns what the text at the beginning of a line nearly is.
pub(super) fn form(text: &str, start: usize, begins_block: bool) -> Option<NearForm> {
    let line = text[start..].lines().next().unwrap_or_default().trim_end();
    let length = |part: &str| start..start + part.len();
    if let Some((marks, right)) = heading(line) {
        let message = localized!(zh "`{}` 不会显示为小标题", en "`{}` is no heading", shown(line));
        return Some(NearForm::near(length(marks), right, message));
    }
    if let Some((mark, right)) = item(line).or_else(|| numbered(line)) {
        let message = localized!(zh "`{}` 不会显示为列表", en "`{}` is no item of a list", shown(line));
        return Some(NearForm::near(length(mark), right, message));
    }
    let next = text[start..].lines().nth(1).unwrap_or_default();
    let right = row(line, begins_block && !is_rule_of_table(next))?;
    let message = localized!(zh "`{}` 不会显示为表格", en "`{}` is no row of a table", shown(line));
    Some(NearForm::near(length(line), right, message))
}

/// Returns the beginning of a line, for a message.
fn shown(line: &str) -> String {
    let mut part: String = line.chars().take(24).collect();
    if part.len() < line.len() {
        part.push('…');
    }
    part
}

/// Returns the part of a line that its first characters of a kind and the spaces after them are, and the rest.
fn beginning(line: &str, marks: impl Fn(char) -> bool) -> (&str, &str, &str) {
    let after = line.trim_start_matches(&marks);
    let rest = after.trim_start();
    (&line[..line.len() - after.len()], &line[..line.len() - rest.len()], rest)
}

fn heading(line: &str) -> Option<(&str, String)> {
    let (marks, whole, rest) = beginning(line, |letter| letter == '#' || letter == '＃');
    let level = marks.chars().count();
    // A topic, as in #招商引资#, is no heading, nor is a number, as in #3 厂房.
    let is_topic =
        level == 1 && (rest.contains(['#', '＃']) || rest.starts_with(|letter: char| letter.is_ascii_digit()));
    let is_meant = (1..=6).contains(&level) && !rest.is_empty() && !is_topic;
    is_meant.then(|| (whole, "#".repeat(level.clamp(2, 6)) + " "))
}

fn item(line: &str) -> Option<(&str, String)> {
    let mark = line.chars().next().filter(|mark| "-－*+".contains(*mark))?;
    let after = &line[mark.len_utf8()..];
    let rest = after.trim_start();
    let is_item = rest.starts_with(|letter: char| is_han(letter) || "“《（【".contains(letter));
    (is_item && !(mark == '*' && rest.contains('*'))).then(|| (&line[..line.len() - rest.len()], "- ".to_owned()))
}

fn numbered(line: &str) -> Option<(&str, String)> {
    let (digits, ..) = beginning(line, |letter| to_half_width(letter).is_ascii_digit());
    let after = &line[digits.len()..];
    let mark = after.chars().next().filter(|mark| "、.．".contains(*mark))?;
    let rest = after[mark.len_utf8()..].trim_start();
    let is_item = rest.starts_with(|letter: char| is_han(letter) || "“《（【".contains(letter));
    let number: String = digits.chars().map(to_half_width).collect();
    let is_short = (1..=2).contains(&number.len());
    (is_short && is_item).then(|| (&line[..line.len() - rest.len()], number + ". "))
}

/// Returns a row of a table; with `is_head` also the line below the first row, which makes a table of it.
fn row(line: &str, is_head: bool) -> Option<String> {
    let bars = line.matches(['｜', '|']).count();
    let is_row = line.starts_with(['｜', '|']) && bars > 1 && (is_head || line.contains('｜'));
    if !is_row {
        return None;
    }
    let mut right = line.replace('｜', "|");
    if is_rule_of_table(line) {
        right = right.replace(['－', '—', '–'], "-").replace('：', ":");
    } else if is_head {
        let columns = right.trim_matches('|').split('|').count();
        right = right + "\n|" + &" --- |".repeat(columns);
    }
    Some(right)
}

/// Returns true for the line below the first row of a table, in any width.
fn is_rule_of_table(line: &str) -> bool {
    line.contains(['-', '－', '—', '–']) && line.chars().all(|letter| "|｜-－—–:： \u{3000}".contains(letter))
}
