//! The text that an import prints: a line for each page, what was taken from it, and the tables at the end.

use std::collections::BTreeMap;

use investchn_localized::{Lang, Localized, Text, localized};
use investchn_page::page::Origin;

use crate::options::{ImportSummary, Outcome, PageReport, PartOrigin, TakenParts};

/// The longest text of a part that is printed, in characters.
const LONGEST: usize = 40;

/// The width of the names of parts.
const NAME_WIDTH: usize = 8;

/// The width of a column of the table.
const COLUMN_WIDTH: usize = 10;

impl PageReport {
    /// Returns the outcome of the page with its notes, for the terminal.
    pub fn text(&self) -> Text {
        let page = self.page.display();
        let text = match &self.outcome {
            Outcome::Written { file, draft: false } => Text::same(format!("{page}: {}", file.display())),
            Outcome::Written { file, draft: true } => {
                localized!(zh "{page}: {}，草稿", en "{page}: {}, a draft", file.display())
            }
            Outcome::AlreadyThere(file) => {
                localized!(zh "{page}: 已有，{}", en "{page}: already there, {}", file.display())
            }
            Outcome::SourceAdded(file) => localized!(
                zh "{page}: 已有，补上了来源，{}",
                en "{page}: already there, its source is added, {}",
                file.display()
            ),
            Outcome::NoArticle => {
                localized!(zh "{page}: 按配置文件不是稿件", en "{page}: no article, as the profile says")
            }
            Outcome::NotImported(reason) => {
                let Text { zh, en } = reason.localized();
                localized!(zh "{page}: 未导入，{zh}", en "{page}: not imported, {en}")
            }
        };
        self.notes.iter().fold(text, |text, note| text.then(&Text::same("\n  ")).then(note))
    }

    /// Returns what was taken from the page, and from where; empty if it was not read.
    pub fn taken_text(&self) -> Text {
        self.taken.as_ref().map(taken_text).unwrap_or_default()
    }
}

fn taken_text(taken: &TakenParts) -> Text {
    let line = |name: Text, rest: Text| Text::same("  ").then(&padded(&name)).then(&rest);
    let mut lines: Vec<Text> = Vec::new();
    for (name, part) in parts(taken) {
        lines.push(match part {
            Some((text, origin)) => {
                let (text, Text { zh, en }) = (short(text), worded(origin));
                line(part_name(name), localized!(zh "{text}（{zh}）", en "{text} ({en})"))
            }
            None => line(part_name(name), Text::same("-")),
        });
    }
    if let Some((first, last)) = &taken.paragraphs {
        lines.push(line(localized!(zh "开头", en "begins"), Text::same(short(first))));
        lines.push(line(localized!(zh "结尾", en "ends"), Text::same(short(last))));
    }
    let counts = localized!(
        zh "{} 段，{} 张图片，{} 个表格",
        en "{} paragraphs, {} pictures, {} tables",
        taken.paragraph_count,
        taken.picture_count,
        taken.table_count
    );
    lines.push(line(part_name("body"), counts));
    Text::join(&lines, &Text::same("\n"))
}

fn parts(taken: &TakenParts) -> [(&'static str, Option<&(String, PartOrigin)>); 4] {
    [
        ("title", taken.title.as_ref()),
        ("date", taken.date.as_ref()),
        ("source", taken.source.as_ref()),
        ("zone", taken.zone.as_ref()),
    ]
}

/// Returns the word for a part.
fn part_name(name: &str) -> Text {
    match name {
        "title" => localized!(zh "标题", en "title"),
        "date" => localized!(zh "日期", en "date"),
        "source" => localized!(zh "来源", en "source"),
        "zone" => localized!(zh "开发区", en "zone"),
        _ => localized!(zh "正文", en "body"),
    }
}

fn short(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Returns the cells of a terminal that a text takes: Chinese characters take two.
fn width(text: &str) -> usize {
    text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
}

/// Adds spaces after a name.
fn padded(name: &Text) -> Text {
    let of = |text: &str| [text, &" ".repeat(NAME_WIDTH.saturating_sub(width(text)))].concat();
    Text { zh: of(&name.zh), en: of(&name.en) }
}

/// Adds spaces before the text of a column.
fn aligned(text: &str) -> String {
    [&" ".repeat(COLUMN_WIDTH.saturating_sub(width(text))), text].concat()
}

fn worded(origin: &PartOrigin) -> Text {
    match origin {
        PartOrigin::Page(Origin::Selector) => localized!(zh "选择器", en "selector"),
        PartOrigin::Page(Origin::Text) => localized!(zh "正文前后的文字", en "text around the body"),
        PartOrigin::Page(Origin::Body) => localized!(zh "正文末尾", en "end of the body"),
        PartOrigin::Page(Origin::Stated) => localized!(zh "页头或脚本", en "head or script"),
        PartOrigin::Rule(pattern) => localized!(zh "规则 {pattern}", en "rule {pattern}"),
        PartOrigin::Given => localized!(zh "指定的", en "given"),
    }
}

/// Counts where the parts of the pages were found.
#[derive(Debug, Default)]
pub struct DryRunTable {
    pages: usize,
    /// For each part and origin the number of pages.
    counts: BTreeMap<(&'static str, &'static str), usize>,
}

/// The columns of the table.
const COLUMNS: [&str; 7] = ["selector", "text", "body", "head", "rule", "given", "missing"];

/// Returns the head of a column.
fn column_name(column: &str) -> Text {
    match column {
        "selector" => localized!(zh "选择器", en "selector"),
        "text" => localized!(zh "正文前后", en "text"),
        "body" => localized!(zh "正文末尾", en "body"),
        "head" => localized!(zh "页头", en "head"),
        "rule" => localized!(zh "规则", en "rule"),
        "given" => localized!(zh "指定", en "given"),
        _ => localized!(zh "缺", en "missing"),
    }
}

impl DryRunTable {
    /// Counts a page.
    pub fn add(&mut self, report: &PageReport) {
        let Some(taken) = &report.taken else { return };
        self.pages += 1;
        for (name, part) in parts(taken) {
            let column = match part.map(|(_, origin)| origin) {
                None => "missing",
                Some(PartOrigin::Page(Origin::Selector)) => "selector",
                Some(PartOrigin::Page(Origin::Text)) => "text",
                Some(PartOrigin::Page(Origin::Body)) => "body",
                Some(PartOrigin::Page(Origin::Stated)) => "head",
                Some(PartOrigin::Rule(_)) => "rule",
                Some(PartOrigin::Given) => "given",
            };
            *self.counts.entry((name, column)).or_default() += 1;
        }
        let body = if taken.paragraph_count + taken.picture_count == 0 { "missing" } else { "text" };
        *self.counts.entry(("body", body)).or_default() += 1;
    }

    /// Returns the table for the terminal.
    pub fn text(&self) -> Text {
        Text { zh: self.in_lang(Lang::Zh), en: self.in_lang(Lang::En) }
    }

    fn in_lang(&self, lang: Lang) -> String {
        let heading = localized!(
            zh "\n{0} 个页面的各部分从哪里取得：\n",
            en "\nWhere the parts of {0} pages were found:\n",
            self.pages
        );
        let head: String = COLUMNS.iter().map(|column| aligned(column_name(column).get(lang))).collect();
        let mut text = [heading.get(lang), &" ".repeat(NAME_WIDTH), &head].concat();
        for name in ["title", "date", "source", "zone", "body"] {
            let cell = |column: &&'static str| self.counts.get(&(name, *column)).copied().unwrap_or(0);
            let row: String = COLUMNS.iter().map(|column| aligned(&cell(column).to_string())).collect();
            text += &format!("\n{}{row}", padded(&part_name(name)).get(lang));
        }
        text
    }
}

impl ImportSummary {
    /// Returns the counts for the terminal. The last line is for whoever reads no other.
    pub fn text(&self, dry_run: bool) -> Text {
        let ImportSummary { imported, drafts, already_there, not_imported, pictures, documents, .. } = self;
        let Text { zh: did_zh, en: did_en } = match dry_run {
            true => localized!(zh "将导入", en "Would import"),
            false => localized!(zh "已导入", en "Imported"),
        };
        let Text { zh: more_zh, en: more_en } = match documents {
            0 => Text::default(),
            _ => localized!(zh "、{documents} 个附件", en " and {documents} documents"),
        };
        let mut lines = vec![localized!(
            zh "{did_zh} {imported} 页，其中草稿 {drafts} 篇；此前已有 {already_there} 页，未导入 {not_imported} 页；复制 {pictures} 张图片{more_zh}",
            en "{did_en} {imported} pages, {drafts} of them as drafts; {already_there} already there, {not_imported} not imported; \
                {pictures} pictures{more_en} copied"
        )];
        if self.no_articles > 0 {
            lines.push(localized!(
                zh "按配置文件，{} 页不是稿件",
                en "{} pages are no articles, as the profile says",
                self.no_articles
            ));
        }
        if self.sources_added > 0 {
            lines.push(localized!(
                zh "此前导入的 {} 篇稿件补上了来源",
                en "{} sources imported before have their outlet now",
                self.sources_added
            ));
        }
        if self.without_source > 0 {
            lines.push(localized!(
                zh "{} 篇稿件没有来源，写了占位文字：加上 --source 再导入一次，或在稿件里填写",
                en "{} sources name no outlet and have a placeholder: run the import again with --source, or write it there",
                self.without_source
            ));
        }
        Text::join(&lines, &Text::same("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_aligned_in_both_languages() {
        let report = PageReport {
            page: "a.html".into(),
            outcome: Outcome::NoArticle,
            notes: Vec::new(),
            taken: Some(TakenParts { title: Some(("示例".to_owned(), PartOrigin::Given)), ..TakenParts::default() }),
        };
        let mut table = DryRunTable::default();
        table.add(&report);
        for text in [table.text().zh, table.text().en] {
            let widths: Vec<usize> = text.lines().skip(2).map(width).collect();
            assert_eq!(widths, [NAME_WIDTH + COLUMNS.len() * COLUMN_WIDTH; 6], "{text}");
        }
        assert_eq!(report.text().zh, "a.html: 按配置文件不是稿件");
        assert!(report.taken_text().zh.starts_with("  标题    示例（指定的）\n  日期    -\n"));
    }
}
