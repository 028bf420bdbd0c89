//! Signs of a Chinese keyboard in TOML, and what its grammar takes in another form: each with what to type.

use std::ops::Range;

use investchn_text::to_half_width;

use crate::date::date_reading;

/// A sign or a word that TOML does not read as it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignFault {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// The sign to type instead.
    pub right: String,
    /// The kind of the fault.
    pub kind: SignKind,
}

/// The kinds of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignKind {
    /// The name of an entry in Chinese or in capitals.
    Name,
    /// Another sign than `=` after a name, or wide spaces around it.
    Equals,
    /// A word for yes or no.
    YesNo,
    /// A date in another form.
    Date,
    /// A text without quotes.
    Unquoted,
    /// A quotation mark that is none of TOML's.
    Quote,
    /// A Chinese comma between values.
    Comma,
    /// A full-width bracket or equals sign.
    Bracket,
    /// A space that is no plain one.
    Space,
}

/// The signs that stand for double quotes.
const QUOTES: [char; 6] = ['“', '”', '„', '‟', '＂', '「'];

/// The signs that stand for single quotes. An apostrophe is none of them: TOML has it.
const SINGLE_QUOTES: [char; 3] = ['‘', '’', '＇'];

/// The Chinese names that editors type for entries, with the names that TOML has.
const CHINESE_NAMES: [(&str, &str); 19] = [
    ("标题", "title"),
    ("发布时间", "published"),
    ("发布日期", "published"),
    ("来源", "source"),
    ("开发区", "zone"),
    ("发布开发区", "zone"),
    ("类型", "kind"),
    ("语言", "lang"),
    ("摘要", "summary"),
    ("旧地址", "aliases"),
    ("旧网址", "aliases"),
    ("上一条", "previous"),
    ("下一条", "next"),
    ("更正", "corrections"),
    ("草稿", "draft"),
    ("日期", "date"),
    ("名称", "name"),
    ("口号", "slogan"),
    ("邮箱", "email"),
];

/// Returns the name of an entry that a word means: in small letters, in English.
fn right_name(word: &str) -> String {
    let known = CHINESE_NAMES.iter().find(|(chinese, _)| *chinese == word);
    known.map_or_else(|| word.to_lowercase(), |(_, name)| (*name).to_owned())
}

/// Returns every fault of TOML text, line by line. `keys` are the names that it may have, in small letters.
pub fn sign_faults(toml: &str, keys: &[&str]) -> Vec<SignFault> {
    let mut faults = Vec::new();
    // A text of several lines has these signs for itself.
    if toml.contains("\"\"\"") || toml.contains("'''") {
        return faults;
    }
    let mut offset = 0;
    for line in toml.split_inclusive('\n') {
        let first = faults.len();
        of_line(line.trim_end(), keys, &mut faults);
        for fault in &mut faults[first..] {
            fault.at = fault.at.start + offset..fault.at.end + offset;
        }
        offset += line.len();
    }
    faults
}

fn of_line(line: &str, keys: &[&str], faults: &mut Vec<SignFault>) {
    let mut fault = |at: Range<usize>, right: String, kind| faults.push(SignFault { at, right, kind });
    let indent = line.len() - line.trim_start().len();
    let name_length = line[indent..].find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(0);
    let (name, rest) = line[indent..].split_at(name_length);
    let gap = rest.len() - rest.trim_start().len();
    let meant = right_name(name);
    let is_key = keys.contains(&meant.as_str());
    let sign = rest.trim_start().chars().next().filter(|sign| "=＝:：".contains(*sign));
    let mut from = 0;
    if let (true, Some(sign)) = (is_key, sign) {
        if meant != name {
            fault(indent..indent + name_length, meant.clone(), SignKind::Name);
        }
        let at = indent + name_length + gap;
        from = at + sign.len_utf8();
        let after = from + line[from..].len() - line[from..].trim_start().len();
        if sign != '=' || !line[at - gap..after].is_ascii() {
            fault(at - gap..after, " = ".to_owned(), SignKind::Equals);
            from = after;
        }
        let start = from + line[from..].len() - line[from..].trim_start().len();
        let value = &line[start..];
        let whole = start..line.len();
        if let Some(is_true) = yes_or_no(&meant, value) {
            return fault(whole, is_true.to_string(), SignKind::YesNo);
        }
        if ["published", "date"].contains(&meant.as_str()) {
            let plain = value.trim_matches(|letter| {
                QUOTES.contains(&letter) || SINGLE_QUOTES.contains(&letter) || letter == '"' || letter == '\''
            });
            if let Some(reading) = date_reading(plain).filter(|_| value.parse::<u16>().is_err()) {
                let right = reading.date.to_string();
                let right = if reading.date.day().is_some() { right } else { format!("\"{right}\"") };
                if value != right && value != format!("\"{right}\"") {
                    fault(whole, right, SignKind::Date);
                }
                return;
            }
        }
        // A value without quotes is one text.
        let is_bare = value.starts_with(|letter: char| letter.is_alphabetic() || "《（".contains(letter));
        if is_bare && value != "true" && value != "false" && !value.contains(['"', '\\', '#']) {
            return fault(whole, format!("\"{value}\""), SignKind::Unquoted);
        }
    }
    in_values(line, from, &mut fault);
}

/// Returns the meaning of a word for yes or no in another form than `true` and `false`.
fn yes_or_no(name: &str, value: &str) -> Option<bool> {
    let is_switch = ["draft", "offline"].contains(&name);
    match value {
        "True" | "TRUE" | "是" => Some(true),
        "False" | "FALSE" | "否" => Some(false),
        "yes" | "Yes" | "YES" | "1" | "\"true\"" | "\"是\"" if is_switch => Some(true),
        "no" | "No" | "NO" | "0" | "\"false\"" | "\"否\"" if is_switch => Some(false),
        _ => None,
    }
}

/// Finds signs outside of quoted text: quotes, and commas, brackets and equals signs between values.
fn in_values(line: &str, from: usize, fault: &mut impl FnMut(Range<usize>, String, SignKind)) {
    let mut quoted_by: Option<char> = None;
    let mut letters = line.char_indices().skip_while(|(at, _)| *at < from).peekable();
    while let Some((at, letter)) = letters.next() {
        let here = at..at + letter.len_utf8();
        match quoted_by {
            Some('"') if letter == '\\' => drop(letters.next()),
            Some('"' | '\'') if Some(letter) == quoted_by => quoted_by = None,
            Some('"' | '\'') => {}
            // A curly quote ends where the value does, for text has them too.
            Some(by) if closes(by, letter) && ends_value(&line[here.end..]) => {
                quoted_by = None;
                if letter != '"' {
                    fault(here, "\"".to_owned(), SignKind::Quote);
                }
            }
            Some(_) => {}
            None if letter == '#' => return,
            None if letter == '"' || letter == '\'' => {
                // A quotation may begin with one kind of quotes and end with the other.
                let rest = &line[here.end..];
                quoted_by = Some(if rest.contains(letter) { letter } else { '“' });
            }
            None if QUOTES.contains(&letter) => {
                quoted_by = Some('“');
                fault(here, "\"".to_owned(), SignKind::Quote);
            }
            None if SINGLE_QUOTES.contains(&letter) => {
                quoted_by = Some('‘');
                fault(here, "\"".to_owned(), SignKind::Quote);
            }
            None if "，、".contains(letter) => fault(here, ", ".to_owned(), SignKind::Comma),
            None if "［］【】｛｝＝".contains(letter) => {
                let right = match letter {
                    '【' => '[',
                    '】' => ']',
                    other => to_half_width(other),
                };
                fault(here, right.to_string(), SignKind::Bracket);
            }
            None if letter == '\u{3000}' || letter == '\u{a0}' => fault(here, " ".to_owned(), SignKind::Space),
            None => {}
        }
    }
}

/// Returns true if a letter can end a text that `by` began. A text in single quotes may have double ones.
fn closes(by: char, letter: char) -> bool {
    if by == '‘' { SINGLE_QUOTES.contains(&letter) } else { "”“＂」\"".contains(letter) }
}

/// Returns true if a value ends before this rest of a line.
fn ends_value(rest: &str) -> bool {
    rest.trim_start().chars().next().is_none_or(|next| ",，、]］】}｝#".contains(next))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KEYS: [&str; 7] = ["title", "published", "draft", "aliases", "source", "date", "text"];

    fn mended(toml: &str) -> String {
        let mut right = toml.to_owned();
        for fault in sign_faults(toml, &KEYS).into_iter().rev() {
            right.replace_range(fault.at, &fault.right);
        }
        right
    }

    #[test]
    fn signs_are_shown_as_they_are_typed() {
        for (toml, right) in [
            ("title = “标题”", "title = \"标题\""),
            ("title = “甲”", "title = \"甲\""),
            ("title = ‘甲’", "title = \"甲\""),
            ("title = ‘“甲”乙’", "title = \"“甲”乙\""),
            ("published = ‘2022-02-14’", "published = 2022-02-14"),
            ("标题 = “甲”", "title = \"甲\""),
            ("发布日期：2022年2月14日", "published = 2022-02-14"),
            ("title = “甲“乙”丙”", "title = \"甲“乙”丙\""),
            ("title = \"标题”", "title = \"标题\""),
            ("title ＝ \"x\"", "title = \"x\""),
            ("title：\"x\"", "title = \"x\""),
            ("title: x", "title = \"x\""),
            ("aliases = [\"甲\"，\"乙\"]", "aliases = [\"甲\", \"乙\"]"),
            ("aliases ＝ 【“甲”、“乙”】", "aliases = [\"甲\", \"乙\"]"),
            ("draft = False", "draft = false"),
            ("draft = yes", "draft = true"),
            ("draft = \"否\"", "draft = false"),
            ("Title = \"甲\"", "title = \"甲\""),
            ("title　=　\"甲\"", "title = \"甲\""),
            ("title = 标题", "title = \"标题\""),
            ("published = 2022-2-14", "published = 2022-02-14"),
            ("published = 2022年2月14日", "published = 2022-02-14"),
            ("published = 2022/02/14", "published = 2022-02-14"),
            ("published = 2022.2.14", "published = 2022-02-14"),
            ("published = ２０２２-０２-１４", "published = 2022-02-14"),
            ("published = 2022年2月", "published = \"2022-02\""),
            ("published = “2022-02-14”", "published = 2022-02-14"),
        ] {
            assert_eq!(mended(toml), right, "{toml}");
        }
    }

    #[test]
    fn right_toml_has_no_faults() {
        for toml in [
            "title = \"甲“乙”，丙：丁＝戊【己】\"",
            "published = 2022-02-14",
            "published = \"2021-06\"",
            "published = 1984",
            "aliases = [\"甲\", '乙，']",
            "draft = true # 甲，乙",
            "text = \"a \\\"甲\\\"，乙\"",
        ] {
            assert_eq!(sign_faults(toml, &KEYS), [], "{toml}");
        }
    }

    proptest! {
        #[test]
        fn faults_are_in_order_and_within_characters(toml in "(title|published|甲)?[ =：“”‘’\"'，\\\\\n#　a1]{0,30}") {
            let mut end = 0;
            for fault in sign_faults(&toml, &KEYS) {
                prop_assert!(fault.at.start >= end && toml.get(fault.at.clone()).is_some());
                end = fault.at.end;
            }
        }
    }
}
