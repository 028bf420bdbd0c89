//! Labelled text such as `发布时间:2022-02-14  来源:示例报`: the labels of old pages, and the parser that finds the end of each
//! value.

use std::collections::HashMap;
use std::sync::LazyLock;

use investchn_text::{is_han, to_half_width};

/// The kind of value that a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// Date of publication.
    Date,
    /// Date of the last change.
    Updated,
    /// Date on which the site made the page, which says nothing of the article.
    Made,
    /// The outlet that carried it.
    Source,
    /// The zone that published it.
    Zone,
    /// Counter of views, or choice of font size.
    Count,
    /// Values that a source has no field for: author, editor.
    Other,
    /// The article before it.
    Previous,
    /// The article after it.
    Next,
    /// Contact of the site's operator, or the maker of the site.
    Contact,
}

/// The labels. Of two labels with the same beginning, the longer comes first, because the first match wins.
const LABELS: [(&str, Label); 189] = [
    ("信息发布时间", Label::Date),
    ("信息发布日期", Label::Date),
    ("发布日期时间", Label::Date),
    ("发布时间", Label::Date),
    ("发布日期", Label::Date),
    ("发表时间", Label::Date),
    ("发表日期", Label::Date),
    ("发稿时间", Label::Date),
    ("发稿日期", Label::Date),
    ("添加时间", Label::Date),
    ("添加日期", Label::Date),
    ("录入时间", Label::Date),
    ("录入日期", Label::Date),
    ("加入时间", Label::Date),
    ("上传时间", Label::Date),
    ("上传日期", Label::Date),
    ("入库时间", Label::Date),
    ("发文时间", Label::Date),
    ("信息时间", Label::Date),
    ("信息日期", Label::Date),
    ("公布时间", Label::Date),
    ("公布日期", Label::Date),
    ("公开时间", Label::Date),
    ("公开日期", Label::Date),
    ("发文日期", Label::Date),
    ("发表于", Label::Date),
    ("稿件时间", Label::Date),
    ("新闻时间", Label::Date),
    ("文章时间", Label::Date),
    ("发布于", Label::Date),
    ("时间", Label::Date),
    ("日期", Label::Date),
    ("页面生成时间", Label::Made),
    ("页面生成日期", Label::Made),
    ("生成时间", Label::Made),
    ("生成日期", Label::Made),
    ("制作时间", Label::Made),
    ("打印时间", Label::Made),
    ("生效日期", Label::Made),
    ("废止日期", Label::Made),
    ("实施日期", Label::Made),
    ("成文日期", Label::Made),
    ("成文时间", Label::Made),
    ("截止时间", Label::Made),
    ("截止日期", Label::Made),
    ("更新时间", Label::Updated),
    ("更新日期", Label::Updated),
    ("最后更新", Label::Updated),
    ("修改时间", Label::Updated),
    ("信息来源", Label::Source),
    ("文章来源", Label::Source),
    ("新闻来源", Label::Source),
    ("稿件来源", Label::Source),
    ("本文来源", Label::Source),
    ("来源单位", Label::Source),
    ("文章出处", Label::Source),
    ("信息出处", Label::Source),
    ("来源于", Label::Source),
    ("来源自", Label::Source),
    ("来源", Label::Source),
    ("稿源", Label::Source),
    ("出处", Label::Source),
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
    ("浏览数", Label::Count),
    ("浏览人数", Label::Count),
    ("视力保护色", Label::Count),
    ("浏览人次", Label::Count),
    ("浏览", Label::Count),
    ("阅读次数", Label::Count),
    ("阅读量", Label::Count),
    ("阅读数", Label::Count),
    ("阅读", Label::Count),
    ("访问次数", Label::Count),
    ("访问量", Label::Count),
    ("访问数", Label::Count),
    ("查看次数", Label::Count),
    ("查看", Label::Count),
    ("人气", Label::Count),
    ("字号大小", Label::Count),
    ("字体大小", Label::Count),
    ("文字大小", Label::Count),
    ("字号", Label::Count),
    ("字体", Label::Count),
    ("评论数", Label::Count),
    ("分享到", Label::Count),
    ("分享至", Label::Count),
    ("分享", Label::Count),
    ("文章录入", Label::Other),
    ("信息录入", Label::Other),
    ("新闻录入", Label::Other),
    ("文章作者", Label::Other),
    ("新闻作者", Label::Other),
    ("文章编辑", Label::Other),
    ("网站编辑", Label::Other),
    ("本文编辑", Label::Other),
    ("稿件审核", Label::Other),
    ("信息审核", Label::Other),
    ("审核人", Label::Other),
    ("信息员", Label::Other),
    ("信息发布", Label::Other),
    ("发文字号", Label::Other),
    ("主题分类", Label::Other),
    ("信息分类", Label::Other),
    ("发布机构", Label::Other),
    ("发文机关", Label::Other),
    ("公开方式", Label::Other),
    ("信息索引", Label::Other),
    ("责任编辑", Label::Other),
    ("责编", Label::Other),
    ("编辑", Label::Other),
    ("发布者", Label::Other),
    ("发布人", Label::Other),
    ("作者", Label::Other),
    ("记者", Label::Other),
    ("通讯员", Label::Other),
    ("审核", Label::Other),
    ("录入者", Label::Other),
    ("录入人", Label::Other),
    ("录入员", Label::Other),
    ("录入", Label::Other),
    ("审稿", Label::Other),
    ("校对", Label::Other),
    ("初审", Label::Other),
    ("复审", Label::Other),
    ("终审", Label::Other),
    ("签发", Label::Other),
    ("撰稿", Label::Other),
    ("供稿", Label::Other),
    ("关键词", Label::Other),
    ("关键字", Label::Other),
    ("标签", Label::Other),
    ("索引号", Label::Other),
    ("上一条新闻", Label::Previous),
    ("上一篇文章", Label::Previous),
    ("上一篇新闻", Label::Previous),
    ("上一条信息", Label::Previous),
    ("上一篇信息", Label::Previous),
    ("上一条", Label::Previous),
    ("上一篇", Label::Previous),
    ("上一则", Label::Previous),
    ("上一个", Label::Previous),
    ("上一页", Label::Previous),
    ("前一篇", Label::Previous),
    ("前一条", Label::Previous),
    ("上篇文章", Label::Previous),
    ("上篇", Label::Previous),
    ("上条", Label::Previous),
    ("下一条新闻", Label::Next),
    ("下一篇文章", Label::Next),
    ("下一篇新闻", Label::Next),
    ("下一条信息", Label::Next),
    ("下一篇信息", Label::Next),
    ("下一条", Label::Next),
    ("下一篇", Label::Next),
    ("下一则", Label::Next),
    ("下一个", Label::Next),
    ("下一页", Label::Next),
    ("后一篇", Label::Next),
    ("后一条", Label::Next),
    ("下篇文章", Label::Next),
    ("下篇", Label::Next),
    ("下条", Label::Next),
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
    ("主办", Label::Contact),
    ("承办", Label::Contact),
];

/// A label by its letters.
struct LabelName {
    letters: Vec<char>,
    label: Label,
}

/// The labels by their first letter, in lower case, each in the order of the table. Most letters of a text begin none.
static BY_FIRST: LazyLock<HashMap<char, Vec<LabelName>>> = LazyLock::new(|| {
    let mut by_first = HashMap::<char, Vec<LabelName>>::new();
    for (name, label) in LABELS {
        let letters: Vec<char> = name.chars().collect();
        if let Some(first) = letters.first() {
            by_first.entry(first.to_ascii_lowercase()).or_default().push(LabelName { letters, label });
        }
    }
    by_first
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

/// Returns true if the text contains a label.
pub fn is_labelled(text: &str) -> bool {
    !split(text).fields.is_empty()
}

/// Returns the label at this index, and the index of its value.
fn label_at(letters: &[char], at: usize) -> Option<(Label, usize)> {
    let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied();
    let names = BY_FIRST.get(&to_half_width(*letters.get(at)?).to_ascii_lowercase())?;
    names.iter().find_map(|LabelName { letters: name, label }| {
        // A short name after a Chinese character is part of a longer word: 活动时间 is not the label 时间. A name of four or more
        // characters counts in any position.
        let neighbour = matches!(label, Label::Previous | Label::Next);
        if name.len() < 4 && !neighbour && before.is_some_and(is_han) {
            return None;
        }
        let mut end = at;
        for wanted in name {
            // Old pages space labels out to the same width: 来　源, 传  真.
            while end > at && letters.get(end).is_some_and(|letter| letter.is_whitespace()) {
                end += 1;
            }
            if !letters.get(end).is_some_and(|letter| to_half_width(*letter).eq_ignore_ascii_case(wanted)) {
                return None;
            }
            end += 1;
        }
        let after = letters.get(end).copied();
        // Some pages write no colon behind a link to a neighbour, or before a date.
        let mut colon = match label {
            Label::Previous | Label::Next => at == 0 && after.is_none_or(char::is_whitespace),
            Label::Date => name.len() >= 4 && begins_date(&letters[end..]),
            _ => false,
        };
        let mut had_colon = false;
        while let Some(letter) = letters.get(end) {
            match to_half_width(*letter) {
                ':' if !had_colon => (colon, had_colon) = (true, true),
                ']' | '】' | '>' | '»' if neighbour => colon = true,
                space if space.is_whitespace() => {}
                _ => break,
            }
            end += 1;
        }
        colon.then_some((*label, end))
    })
}

/// Returns true if the letters begin with a year, after spaces.
fn begins_date(letters: &[char]) -> bool {
    let mut digits = letters.iter().skip_while(|letter| letter.is_whitespace());
    digits.by_ref().take(4).filter(|letter| letter.is_ascii_digit()).count() == 4
        && digits.next().is_some_and(|sign| "-/.年".contains(*sign))
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
