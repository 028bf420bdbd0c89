//! Compares what a reader took from a page with what a person sees on it. Spaces do not count: readers differ in them.

use std::fmt;

use investchn_localized::{Lang, Text, localized};
use investchn_tooling::{language, told};
use serde_json::Value;

/// The width of a column, in digits.
const WIDTH: usize = 9;

/// The parts that a reader took from a page.
#[derive(Debug, Default)]
pub(super) struct ReadPage {
    pub(super) title: Option<String>,
    /// As `YYYY-MM-DD`.
    pub(super) date: Option<String>,
    /// The source (来源); none if the reader does not look for it.
    pub(super) source: Option<Option<String>>,
    /// The paragraphs of the body.
    pub(super) body: Vec<String>,
    /// Paragraphs that a page may have or not: captions, and lines that are nothing but links to attachments.
    pub(super) asides: Vec<String>,
    /// True if the reader leaves the page to a person.
    pub(super) draft: bool,
}

/// The parts of a page as a person sees them: its `.want.json`.
#[derive(Debug)]
pub(super) struct Wanted(pub(super) Value);

impl Wanted {
    fn text(&self, key: &str) -> Option<Option<&str>> {
        let value = self.0.get(key)?;
        Some(value.as_str())
    }

    /// Returns the paragraphs of the body, if all are named.
    fn body(&self) -> Option<Vec<&str>> {
        Some(self.0.get("body")?.as_array()?.iter().filter_map(Value::as_str).collect())
    }
}

/// The number of pages that were read rightly, of those that have the part.
#[derive(Debug, Default)]
pub(super) struct Score {
    pages: usize,
    /// Title, date, source, beginning, end, whole body: right, and asked for.
    parts: [(usize, usize); 6],
    /// Paragraphs of bodies that were lost.
    lost: usize,
    drafts: usize,
    without_source: bool,
}

/// Returns the names of the parts, and after them those of the other columns, in both languages.
fn columns() -> [Text; 8] {
    [
        localized!(zh "标题", en "title"),
        localized!(zh "日期", en "date"),
        localized!(zh "来源", en "source"),
        localized!(zh "开头", en "begins"),
        localized!(zh "结尾", en "ends"),
        localized!(zh "全文", en "exact"),
        localized!(zh "丢失", en "lost"),
        localized!(zh "草稿", en "drafts"),
    ]
}

/// Returns the name of a part in the language of this process.
fn name(part: usize) -> String {
    columns().get(part).map(language::told).unwrap_or_default()
}

/// Returns the heading of the table.
pub(super) fn head() -> String {
    heading(language::language())
}

fn heading(lang: Lang) -> String {
    let aligned = |name: &Text| {
        let name = name.get(lang);
        // A Chinese character is as wide as two digits.
        let width = name.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<usize>();
        [&" ".repeat(WIDTH.saturating_sub(width)), name].concat()
    };
    columns().iter().map(aligned).collect()
}

impl Score {
    /// Adds a page. Returns what is wrong with it.
    pub(super) fn add(&mut self, read: &ReadPage, wanted: &Wanted) -> Vec<String> {
        let mut faults = Vec::new();
        self.pages += 1;
        self.drafts += usize::from(read.draft);
        self.without_source = read.source.is_none();
        let bare = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        let same = |given: Option<&str>, wanted: Option<&str>| given.map(bare) == wanted.map(bare);
        let is_wanted = |text: &str| {
            let ends = [wanted.text("first"), wanted.text("last")].into_iter().flatten().flatten();
            ends.chain(wanted.body().into_iter().flatten()).any(|paragraph| bare(paragraph).contains(text))
        };
        let asides: Vec<String> = read.asides.iter().map(|text| bare(text)).filter(|text| !is_wanted(text)).collect();
        let body: Vec<&String> = read.body.iter().filter(|text| !asides.contains(&bare(text))).collect();
        let (first_given, last_given) = (body.first().copied(), body.last().copied());
        let body: String = body.iter().map(|text| bare(text)).collect();
        let mut count = |part: usize, right: Option<bool>, given: &dyn fmt::Debug| {
            let Some(right) = right else { return };
            self.parts[part].1 += 1;
            self.parts[part].0 += usize::from(right);
            if !right {
                let name = name(part);
                faults.push(told!(zh "{name}取成 {given:?}", en "{name} is {given:?}"));
            }
        };
        count(0, wanted.text("title").map(|title| same(read.title.as_deref(), title)), &read.title);
        count(1, wanted.text("published").map(|date| same(read.date.as_deref(), date)), &read.date);
        let source = read.source.as_ref().map(|source| source.as_deref());
        count(2, wanted.text("source").map(|wanted| source.is_some_and(|source| same(source, wanted))), &read.source);
        let first = wanted.text("first").flatten().map(|first| body.starts_with(&bare(first)));
        count(3, first, &first_given);
        let last = wanted.text("last").flatten().map(|last| body.ends_with(&bare(last)));
        count(4, last, &last_given);
        if let Some(paragraphs) = wanted.body() {
            let exact = bare(&paragraphs.concat()) == body;
            count(5, Some(exact), &format_args!("{}", told!(zh "正文以外的文字", en "not the body's text alone")));
            let lost: Vec<&&str> = paragraphs.iter().filter(|text| !body.contains(&bare(text))).collect();
            self.lost += lost.len();
            faults.extend(lost.iter().map(|text| told!(zh "丢失 {text:?}", en "lost {text:?}")));
        }
        faults
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (right, all)) in self.parts.iter().enumerate() {
            let cell = if at == 2 && self.without_source { "–".to_owned() } else { format!("{right}/{all}") };
            write!(f, "{cell:>WIDTH$}")?;
        }
        write!(f, "{:>WIDTH$}{:>WIDTH$}", self.lost, self.drafts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_heads_in_both_languages_that_stand_over_them() {
        assert_eq!(heading(Lang::En), "    title     date   source   begins     ends    exact     lost   drafts");
        let zh = heading(Lang::Zh);
        assert!(!zh.contains(|letter: char| letter.is_ascii_alphabetic()), "{zh}");
        let width: usize = zh.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum();
        assert_eq!(width, format!("{}", Score::default()).chars().count());
    }

    #[test]
    fn each_part_counts_by_itself() {
        let wanted = Wanted(serde_json::json!({
            "title": "示例", "published": "2020-01-02", "source": null, "first": "甲。", "last": "乙。", "body": ["甲。", "乙。"]
        }));
        let mut read = ReadPage {
            title: Some("示 例".to_owned()),
            date: None,
            source: Some(None),
            body: vec!["甲。".to_owned(), "打印".to_owned()],
            asides: Vec::new(),
            draft: true,
        };
        let mut score = Score::default();
        assert_eq!(score.add(&read, &wanted).len(), 4, "date, end, body, and a paragraph");
        assert_eq!(score.parts, [(1, 1), (0, 1), (1, 1), (1, 1), (0, 1), (0, 1)]);
        assert_eq!((score.lost, score.drafts), (1, 1));
        read.body = vec!["甲。乙。".to_owned(), "附件：表.xls".to_owned()];
        read.asides = vec!["附件：表.xls".to_owned()];
        read.date = Some("2020-01-02".to_owned());
        assert!(score.add(&read, &wanted).is_empty());
    }
}
