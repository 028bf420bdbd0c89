//! Facts without labels: a short line with a day, and the outlet or the author beside it.

use investchn_lines::date;
use investchn_lines::line::Line;
use investchn_model::PartialDate;

use super::parts::Page;
use super::source;
use crate::boilerplate;

/// The longest line with a date and without label, in characters.
const LONGEST: usize = 60;

/// The longest word beside a date, in characters. A title may have a date too, but few words stand beside a date in a line
/// of facts.
const LONGEST_WORD: usize = 14;

/// The most English words beside a date.
const MOST_WORDS: usize = 5;

/// Words that only announce a date or an author.
const ANNOUNCING: [&str; 12] =
    ["by", "on", "posted", "published", "written", "in", "at", "于", "发布", "发表", "发表于", "发布于"];

/// A date without label, and the words beside it.
struct BareFacts {
    date: PartialDate,
    words: Vec<String>,
}

/// Returns true for a short line with a day and no label: `2009年09月07日　[示例网]　示例作者`.
pub(crate) fn is_bare_facts(line: &Line) -> bool {
    // A date has no letters, so a line with a linked outlet behind it reads as a link.
    let begins = line.text.starts_with(|letter: char| letter.is_ascii_digit());
    let only_outlets = |found: &BareFacts| found.words.iter().all(|word| source::is_outlet(word));
    line.is_text()
        && (masthead(&line.text).is_some()
            || facts(&line.text).is_some_and(|found| !line.linked || begins || only_outlets(&found)))
}

/// Returns true for a line that is the name of an outlet and nothing else, as pages have it beside the date.
pub(crate) fn is_outlet_alone(line: &Line) -> bool {
    let text = line.text.trim();
    line.is_text() && text.chars().count() <= LONGEST_WORD && source::is_named(text) && !boilerplate::is_tool(text)
}

/// Reads a line of facts without labels.
pub(crate) fn read(page: &mut Page, line: &Line) {
    if let Some((date, outlet)) = masthead(&line.text) {
        page.date.get_or_insert(date);
        page.source = page.source.take().or(outlet);
    } else if !read_lead(page, line, &line.text) {
        if page.source.is_none() && !page.without_source && is_outlet_alone(line) {
            page.source = source::outlet(&line.text);
            page.source_is_unlabelled = true;
        } else {
            page.unplaced.push(line.text.clone());
        }
    }
}

/// Reads the date and the words beside it from a line, or from what stands in it before the first label. Returns false if
/// there is no date, or another than the known one.
pub(crate) fn read_lead(page: &mut Page, line: &Line, text: &str) -> bool {
    let Some(BareFacts { date, words }) = facts(text) else { return false };
    if *page.date.get_or_insert(date) != date {
        return false;
    }
    for word in words {
        if page.source.is_none() && !page.without_source && is_source(line, &word) {
            page.source = source::outlet(&word);
            page.source_is_unlabelled = true;
        } else if !boilerplate::is_count(&word) {
            page.unplaced.push(word);
        }
    }
    true
}

/// Reads the author and the outlet before a date, which strokes or brackets separate.
pub(crate) fn read_names(page: &mut Page, names: &str) {
    for name in names.split(['|', '｜', '(', ')', '（', '）']).map(str::trim).filter(|name| !name.is_empty()) {
        if page.source.is_none() && source::is_outlet(name) {
            page.source = source::outlet(name);
        } else {
            page.unplaced.push(name.to_owned());
        }
    }
}

/// Returns true if a word beside a date is a source: the name of an outlet, or that of an office if the page sets it apart.
fn is_source(line: &Line, word: &str) -> bool {
    let range = || line.text.find(word).map(|start| start..start + word.len());
    let in_brackets = || ["[", "【", "〔"].iter().any(|open| line.text.contains(&[open, word].concat()));
    source::is_outlet(word)
        || (source::is_named(word) && (in_brackets() || range().is_some_and(|range| line.is_set_apart(&range))))
}

/// Returns the day that a short text has, and the words beside it.
fn facts(text: &str) -> Option<BareFacts> {
    let is_sentence = |sign: char| "，。；！？、《》“”".contains(sign);
    let is_other = text.contains(boilerplate::TODAY) || boilerplate::breadcrumb(text).is_some();
    if text.chars().count() > LONGEST || text.contains(is_sentence) || is_other {
        return None;
    }
    let (at, date, rest) = date::first_day(text)?;
    let signs = |sign: char| sign.is_whitespace() || "[]【】()（）|｜:：,·•/".contains(sign);
    let words = text[..at].split(signs).chain(rest.split(signs)).filter(|word| !word.is_empty());
    let announces = |word: &str| ANNOUNCING.iter().any(|known| word.eq_ignore_ascii_case(known));
    let words: Vec<String> = words.filter(|word| !announces(word)).map(str::to_owned).collect();
    let longest = words.iter().map(|word| word.chars().count()).max().unwrap_or_default();
    let english = words.iter().filter(|word| word.chars().all(|letter| letter.is_ascii_alphabetic())).count();
    (longest <= LONGEST_WORD && english <= MOST_WORDS && !text.ends_with('.')).then_some(BareFacts { date, words })
}

/// Reads the line by which a newspaper names the issue: `《示例日报》（2012年05月08日　第01版）`.
fn masthead(text: &str) -> Option<(PartialDate, Option<String>)> {
    if text.chars().count() > LONGEST || text.contains(['，', '。', '；', '！', '？']) || !names_a_page(text) {
        return None;
    }
    let (_, date, _) = date::first_day(text)?;
    let quoted = text.split_once('《').and_then(|(_, rest)| rest.split_once('》')).map(|(name, _)| name.to_owned());
    let word = || {
        let words = text.split(|sign: char| sign.is_whitespace() || "（）()[]【】|：:".contains(sign));
        words.map(str::to_owned).find(|word| source::is_outlet(word))
    };
    Some((date, quoted.or_else(word)))
}

/// Returns true if a text has the number of a page of a newspaper: 第01版, A3版, 04版：要闻.
pub(crate) fn names_a_page(text: &str) -> bool {
    text.match_indices('版').any(|(at, _)| {
        let digits = text[..at].trim_end().trim_end_matches(|letter: char| letter.is_ascii_digit());
        let number = text[..at].trim_end().len() - digits.len();
        (1..=3).contains(&number)
    })
}
