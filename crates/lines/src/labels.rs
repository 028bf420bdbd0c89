//! Labelled text such as `发布时间:2022-02-14  来源:示例报`: the labels of old pages, and the parser that finds the end of each
//! value.

mod kind;
mod known;

use std::collections::HashMap;
use std::sync::LazyLock;

pub use self::kind::Label;
use crate::date;
use investchn_text::{is_han, to_half_width};

/// The labels by their first letters, in lower case; the longer before the shorter, because the first match wins. Most
/// letters of a text begin no label, so the search skips them.
static BY_FIRST: LazyLock<HashMap<char, Vec<(&str, Label)>>> = LazyLock::new(|| {
    let mut labels: HashMap<char, Vec<(&str, Label)>> = HashMap::new();
    for (label, names) in &known::LABELS {
        for name in names.split(' ') {
            let first = name.chars().next().unwrap_or_default().to_ascii_lowercase();
            labels.entry(first).or_default().push((name, *label));
        }
    }
    labels.values_mut().for_each(|labels| labels.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count())));
    labels
});

/// A label and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its kind.
    pub label: Label,
    /// The label and its value, as written.
    pub whole: String,
    /// The value, without separators.
    pub value: String,
}

/// A line, split at its labels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// The text before the first label.
    pub lead: String,
    /// The labels and their values, in order.
    pub fields: Vec<Field>,
}

impl Fields {
    /// Returns the label at the beginning of the line, if the line begins with one.
    pub fn first(&self) -> Option<Label> {
        self.lead.is_empty().then(|| self.fields.first().map(|field| field.label)).flatten()
    }
}

/// Splits a line at its labels.
pub fn split(text: &str) -> Fields {
    let letters: Vec<char> = text.chars().collect();
    let mut starts: Vec<(usize, usize, Label)> = Vec::new();
    let both = has_both_neighbours(text);
    let mut at = 0;
    while at < letters.len() {
        match label_at(&letters, at, both) {
            Some((label, end)) => {
                starts.push((at, end, label));
                at = end;
            }
            None => at += 1,
        }
    }
    let joined = |from: usize, to: usize| -> String { letters[from..to].iter().collect() };
    let lead = joined(0, starts.first().map_or(letters.len(), |(start, ..)| *start));
    let ends = starts.iter().skip(1).map(|(start, ..)| *start).chain([letters.len()]);
    let fields = starts.iter().zip(ends).map(|((start, value, label), end)| Field {
        label: *label,
        whole: trimmed(&joined(*start, end)),
        value: trimmed(&joined(*value, end)),
    });
    Fields { lead: trimmed(&lead), fields: fields.collect() }
}

/// Returns true if the text contains a label.
pub fn is_labelled(text: &str) -> bool {
    !split(text).fields.is_empty()
}

/// The names of links to the previous and to the next article that a page writes without colon, on one line.
const NEIGHBOURS: [(&str, &str); 6] = [
    ("上一篇", "下一篇"),
    ("上一条", "下一条"),
    ("上一则", "下一则"),
    ("上一个", "下一个"),
    ("前一篇", "后一篇"),
    ("前一条", "后一条"),
];

/// Returns true if a line begins with a link to the previous article and has one to the next.
fn has_both_neighbours(text: &str) -> bool {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    NEIGHBOURS.iter().any(|(previous, next)| text.starts_with(previous) && text.contains(next))
}

/// Returns the label at this index, and the index of its value. `both` is true if the line has the links to both neighbours.
fn label_at(letters: &[char], at: usize, both: bool) -> Option<(Label, usize)> {
    let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied();
    let names = BY_FIRST.get(&to_half_width(*letters.get(at)?).to_ascii_lowercase())?;
    let only_stroke = || letters.iter().filter(|letter| to_half_width(**letter) == '|').count() == 1;
    names.iter().find_map(|(name, label)| {
        let neighbour = matches!(label, Label::Previous | Label::Next);
        let is_short = name.chars().count() < 4 && !neighbour;
        let (follows_han, follows_letter) = (before.is_some_and(is_han), before.is_some_and(char::is_alphanumeric));
        if (is_short && follows_han && *label != Label::Count) || (name.is_ascii() && follows_letter) {
            return None;
        }
        let mut end = at;
        for wanted in name.chars() {
            // Old pages space labels out to the same width: 来　源, 传  真.
            while end > at && letters.get(end).is_some_and(|letter| letter.is_whitespace()) {
                end += 1;
            }
            if !letters.get(end).is_some_and(|letter| to_half_width(*letter).eq_ignore_ascii_case(&wanted)) {
                return None;
            }
            end += 1;
        }
        let after = letters.get(end).copied();
        // Some pages write no colon behind a link to a neighbour, or before a date.
        let mut colon = match label {
            Label::Previous | Label::Next => both || (at == 0 && after.is_none_or(char::is_whitespace)),
            Label::Date | Label::Updated => name.chars().count() >= 4 && begins_date(&letters[end..]),
            _ => false,
        };
        let mut had_colon = false;
        let is_credit = matches!(label, Label::Source | Label::Other | Label::Date);
        while let Some(letter) = letters.get(end) {
            match to_half_width(*letter) {
                ':' if !had_colon => (colon, had_colon) = (true, true),
                // Accounts of WeChat write a stroke for the colon: 来源丨示例报.
                '丨' if !had_colon && is_credit => (colon, had_colon) = (true, true),
                '|' if !had_colon && is_credit && at == 0 && only_stroke() => (colon, had_colon) = (true, true),
                ']' | '】' | '>' | '»' if neighbour => colon = true,
                space if space.is_whitespace() => {}
                _ => break,
            }
            end += 1;
        }
        // A short name after a Chinese character is part of a longer word: 活动时间 is not the label 时间. A name of four or more
        // characters counts in any position, and so does that of a counter before a number or nothing.
        let is_glued_counter = had_colon && letters.get(end).is_none_or(|next| !next.is_alphabetic());
        (colon && (!is_short || !follows_han || is_glued_counter)).then_some((*label, end))
    })
}

/// Returns true if the letters begin with a date, after spaces.
fn begins_date(letters: &[char]) -> bool {
    let start: String = letters.iter().take(40).collect();
    let digits = start.trim_start().chars().take_while(char::is_ascii_digit).count();
    let dated = || date::parse(start.trim_start()).is_some_and(|dated| dated.date.month().is_some());
    matches!(digits, 0..=2 | 4) && dated()
}

/// Trims spaces and the separators of fields.
fn trimmed(text: &str) -> String {
    let signs = "|｜·•●■▪【[〔(（";
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || "|｜·•●■▪".contains(letter));
    // A bracket that opens before the next label, or closes after a value, without its other half.
    let text = text.trim_end_matches(|letter: char| letter.is_whitespace() || signs.contains(letter));
    let text = if text.chars().all(|letter| "-—>《<".contains(letter)) { "" } else { text };
    match text.strip_suffix([')', '）', ']', '】']) {
        Some(inner) if !inner.contains(['(', '（', '[', '【']) => inner.trim_end().to_owned(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Vec<(Label, String)>) {
        let Fields { lead, fields } = split(text);
        (lead, fields.into_iter().map(|field| (field.label, field.value)).collect())
    }

    #[test]
    fn lines_are_split_at_labels() {
        let expected = |zone: &str| {
            let fields = [(Label::Date, "2022-02-14"), (Label::Source, "示例报"), (Label::Zone, zone)];
            (String::new(), fields.map(|(label, value)| (label, value.to_owned())).to_vec())
        };
        let zone = "示例国家高新技术产业开发区";
        for text in [
            "发布时间:2022-02-14  来源:示例报  发布开发区:示例国家高新技术产业开发区",
            "发布时间：2022-02-14　来源：示例报　发布开发区：示例国家高新技术产业开发区",
            "[发布时间：2022-02-14 | 来 源：示例报 | 发布开发区：示例国家高新技术产业开发区]",
            "发布时间:2022-02-14来源:示例报发布开发区:示例国家高新技术产业开发区",
        ] {
            assert_eq!(read(text), expected(zone), "{text}");
        }
        assert_eq!(read("2022-02-14 来源:示例报").0, "2022-02-14");
        assert_eq!(read("  • 传  真:+86"), (String::new(), vec![(Label::Contact, "+86".to_owned())]));
    }

    #[test]
    fn links_to_the_previous_and_next_article_are_labels() {
        for text in
            ["上一条:示例甲 下一条:示例乙", "【上一条】示例甲 【下一条】示例乙", "上一篇：示例甲 | 下一篇：示例乙"]
        {
            let fields = vec![(Label::Previous, "示例甲".to_owned()), (Label::Next, "示例乙".to_owned())];
            assert_eq!(read(text), (String::new(), fields), "{text}");
        }
    }

    #[test]
    fn running_text_has_no_labels() {
        for text in ["会议时间:示例", "示例时间为上午", "来源于示例", "上一条消息称", "活动地址:示例"]
        {
            assert!(!is_labelled(text), "{text}");
        }
    }
}
