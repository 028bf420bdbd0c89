//! Labelled text: `发布时间:2022-02-14  来源:示例报`. It owns which labels old pages use, and where a label's value ends.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use investchn_text::{is_han, to_half_width};

/// What a label says of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Date,
    Source,
    Zone,
    /// How often the page was read.
    Count,
    /// What a source has no place for: author, editor.
    Other,
    Previous,
    Next,
    /// How to reach the site's operator, and who makes the site.
    Contact,
}

/// The labels; of two that begin alike the longer stands first.
const LABELS: [(&str, Label); 62] = [
    ("发布时间", Label::Date),
    ("发布日期", Label::Date),
    ("发表时间", Label::Date),
    ("发表日期", Label::Date),
    ("发稿时间", Label::Date),
    ("时间", Label::Date),
    ("日期", Label::Date),
    ("信息来源", Label::Source),
    ("文章来源", Label::Source),
    ("新闻来源", Label::Source),
    ("稿件来源", Label::Source),
    ("本文来源", Label::Source),
    ("来源", Label::Source),
    ("稿源", Label::Source),
    ("发布开发区", Label::Zone),
    ("所属开发区", Label::Zone),
    ("开发区", Label::Zone),
    ("点击次数", Label::Count),
    ("点击数", Label::Count),
    ("点击率", Label::Count),
    ("点击量", Label::Count),
    ("点击", Label::Count),
    ("浏览次数", Label::Count),
    ("浏览量", Label::Count),
    ("浏览", Label::Count),
    ("阅读次数", Label::Count),
    ("阅读量", Label::Count),
    ("阅读", Label::Count),
    ("访问次数", Label::Count),
    ("访问量", Label::Count),
    ("人气", Label::Count),
    ("字号", Label::Count),
    ("字体", Label::Count),
    ("责任编辑", Label::Other),
    ("编辑", Label::Other),
    ("作者", Label::Other),
    ("记者", Label::Other),
    ("通讯员", Label::Other),
    ("审核", Label::Other),
    ("录入", Label::Other),
    ("上一条", Label::Previous),
    ("上一篇", Label::Previous),
    ("上一则", Label::Previous),
    ("下一条", Label::Next),
    ("下一篇", Label::Next),
    ("下一则", Label::Next),
    ("联系电话", Label::Contact),
    ("联系人", Label::Contact),
    ("电话", Label::Contact),
    ("传真", Label::Contact),
    ("电子邮箱", Label::Contact),
    ("电子邮件", Label::Contact),
    ("邮箱", Label::Contact),
    ("E-mail", Label::Contact),
    ("Email", Label::Contact),
    ("地址", Label::Contact),
    ("邮编", Label::Contact),
    ("网址", Label::Contact),
    ("QQ", Label::Contact),
    ("技术支持", Label::Contact),
    ("主办单位", Label::Contact),
    ("承办单位", Label::Contact),
];

/// The letters that labels begin with: nearly every letter of a text is none of them, and looked at no further.
static FIRST: LazyLock<BTreeSet<char>> = LazyLock::new(|| {
    LABELS.iter().filter_map(|(name, _)| name.chars().next()).map(|l| l.to_ascii_lowercase()).collect()
});

/// A label and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) label: Label,
    /// The label as written, then its value, as one text.
    pub(super) whole: String,
    pub(super) value: String,
}

/// A line taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields {
    /// What stands before the first label.
    pub(super) lead: String,
    pub(super) fields: Vec<Field>,
}

impl Fields {
    /// The label that the line begins with.
    pub(super) fn first(&self) -> Option<Label> {
        self.lead.is_empty().then(|| self.fields.first().map(|field| field.label)).flatten()
    }
}

/// Takes a line apart at its labels.
pub(super) fn split(text: &str) -> Fields {
    let letters: Vec<char> = text.chars().collect();
    let mut starts: Vec<(usize, usize, Label)> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        match label_at(&letters, at) {
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

/// Whether there is a label in it.
pub(super) fn is_labelled(text: &str) -> bool {
    !split(text).fields.is_empty()
}

/// The label that begins here, and where its value begins.
fn label_at(letters: &[char], at: usize) -> Option<(Label, usize)> {
    let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied();
    if !FIRST.contains(&to_half_width(*letters.get(at)?).to_ascii_lowercase()) {
        return None;
    }
    LABELS.iter().find_map(|(name, label)| {
        // 活动时间 is no 时间. A long name is taken for a label even where nothing stands between it and a value.
        if name.chars().count() < 4 && before.is_some_and(is_han) {
            return None;
        }
        let mut end = at;
        for wanted in name.chars() {
            // 来　源, 传  真: labels are spaced out to the same width.
            while end > at && letters.get(end).is_some_and(|letter| letter.is_whitespace()) {
                end += 1;
            }
            if !letters.get(end).is_some_and(|letter| to_half_width(*letter).eq_ignore_ascii_case(&wanted)) {
                return None;
            }
            end += 1;
        }
        let neighbour = matches!(label, Label::Previous | Label::Next);
        let mut colon = false;
        while let Some(letter) = letters.get(end) {
            match to_half_width(*letter) {
                ':' if !colon => colon = true,
                ']' | '】' | '>' | '»' if neighbour => colon = true,
                space if space.is_whitespace() => {}
                _ => break,
            }
            end += 1;
        }
        colon.then_some((*label, end))
    })
}

/// Without spaces and the signs that fields are set apart by.
fn trimmed(text: &str) -> String {
    let signs = "|｜·•●■▪【[〔(（";
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || "|｜·•●■▪".contains(letter));
    // Brackets that open before a label, or close after a value, without their other half.
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
    fn a_line_is_taken_apart_at_its_labels() {
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
    fn neighbours_are_labels_too() {
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
