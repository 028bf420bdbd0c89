//! The page that shows old pages beside their sources: those in doubt first, then some of the others, spread over the
//! import. A person who checks some of five thousand pages needs no more, and a browser could not show all.

use std::collections::HashSet;

use investchn_lines::line::normalized;
use investchn_localized::{Lang, Localized, Text};
use investchn_messages::{EN, Messages, ZH};
use investchn_model::Site;
use investchn_text::escape;

use crate::options::{ImportSummary, Outcome, PageReport};

/// The most pages in doubt that are shown.
const MOST_DOUBTS: usize = 300;

/// The most other pages that are shown.
const MOST_OTHERS: usize = 30;

/// The style of the page, which is read where no other file is.
const STYLE: &str = include_str!("review.css");

/// The pages to show.
pub(crate) struct Review {
    /// The number of pages of the import.
    pages: usize,
    seen: usize,
    doubts: Vec<ReviewedPage>,
    others: Vec<ReviewedPage>,
}

struct ReviewedPage {
    report: PageReport,
    /// The lines of the page.
    shown: Vec<String>,
    /// The source; empty if there is none.
    source: String,
}

impl Review {
    pub(crate) fn new(pages: usize) -> Self {
        Review { pages, seen: 0, doubts: Vec::new(), others: Vec::new() }
    }

    /// Adds a page, if it is one of those that are shown.
    pub(crate) fn add(&mut self, report: &PageReport, shown: Vec<String>, source: String) {
        self.seen += 1;
        let is_doubt = matches!(report.outcome, Outcome::Written { draft: true, .. } | Outcome::NotImported(_));
        // Of the others, every so many-th is shown.
        let every = self.pages.div_ceil(MOST_OTHERS).max(1);
        let (list, wanted) = if is_doubt {
            let wanted = self.doubts.len() < MOST_DOUBTS;
            (&mut self.doubts, wanted)
        } else {
            let wanted =
                (self.seen - 1).is_multiple_of(every) || self.others.len() * every < self.seen.saturating_sub(every);
            (&mut self.others, wanted)
        };
        if wanted {
            list.push(ReviewedPage { report: report.clone(), shown, source });
        }
    }

    /// Writes the page in the language of its reader. `old` is the language of the old pages, as a BCP 47 tag.
    pub(crate) fn html(&self, summary: &ImportSummary, site: &Site, lang: Lang, old: &str) -> String {
        let (messages, name) = match lang {
            Lang::Zh => (&ZH, &site.name),
            Lang::En => (&EN, &site.name_en),
        };
        let words = messages.import_review;
        let name = escape(name);
        let counts = words.counts(summary.imported, summary.drafts, summary.already_there, summary.not_imported);
        let mut html = format!(
            "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
             content=\"width=device-width\">\n<title>{title} - {name}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
             <main>\n<h1>{title}</h1>\n<p>{counts}</p>\n<p>{legend}</p>\n",
            tag = messages.lang(),
            title = words.title,
            legend = words.legend,
        );
        for (heading, pages) in [(words.doubts, &self.doubts), (words.others, &self.others)] {
            if !pages.is_empty() {
                html += &format!("<h2>{heading}</h2>\n");
                html.extend(pages.iter().map(|page| page.html(messages, lang, old)));
            }
        }
        html + "</main>\n</body>\n</html>\n"
    }
}

impl ReviewedPage {
    fn html(&self, messages: &Messages, lang: Lang, old: &str) -> String {
        let words = messages.import_review;
        let path = escape(&self.report.page.display().to_string());
        let mut notes: Vec<Text> = match &self.report.outcome {
            Outcome::NotImported(reason) => vec![reason.localized()],
            _ => Vec::new(),
        };
        notes.extend(self.report.notes.iter().cloned());
        let notes: String =
            notes.iter().map(|note| format!("<li><mark>{}</mark></li>\n", escape(note.get(lang)))).collect();
        let notes = if notes.is_empty() { notes } else { format!("<ul>\n{notes}</ul>\n") };
        let taken = TakenTexts::new(&self.source);
        let lines: String = self.shown.iter().map(|line| taken.line(line)).collect();
        let old = escape(old);
        let source = if self.source.is_empty() {
            format!("<pre>{}</pre>", words.nothing)
        } else {
            format!("<pre lang=\"{old}\">{}</pre>", escape(&self.source))
        };
        format!(
            "<section>\n<h3>{path}</h3>\n{notes}<div class=\"pair\">\n<div>\n<h4>{}</h4>\n\
             <div lang=\"{old}\">\n{lines}</div>\n</div>\n<div>\n<h4>{}</h4>\n{source}\n</div>\n</div>\n</section>\n",
            words.old_page, words.source
        )
    }
}

/// The text of a source, to tell which lines of a page it has.
struct TakenTexts {
    /// The lines of the source, without spaces and escapes.
    lines: HashSet<String>,
    whole: String,
}

impl TakenTexts {
    fn new(source: &str) -> Self {
        let bare = |text: &str| normalized(text).replace('\\', "");
        TakenTexts { lines: source.lines().map(bare).collect(), whole: bare(source) }
    }

    /// Writes a line of the page: grey if the source does not have it.
    fn line(&self, line: &str) -> String {
        let bare = normalized(line);
        let is_taken = self.lines.contains(&bare) || (!bare.is_empty() && self.whole.contains(&bare));
        if is_taken {
            format!("<p>{}</p>\n", escape(line))
        } else {
            format!("<p class=\"left\">{}</p>\n", escape(line))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use investchn_localized::localized;

    fn report(number: usize, draft: bool) -> PageReport {
        let outcome = Outcome::Written { file: format!("{number}.md").into(), draft };
        let notes = draft.then(|| localized!(zh "示例疑点", en "a doubt")).into_iter().collect();
        PageReport { page: format!("{number}.html").into(), outcome, notes, taken: None }
    }

    #[test]
    fn every_doubt_is_shown_and_some_of_the_others() {
        let mut review = Review::new(1000);
        for number in 0..1000 {
            review.add(&report(number, number == 7), vec!["示例正文。".to_owned()], "示例正文。".to_owned());
        }
        assert_eq!(review.doubts.len(), 1);
        assert!((20..=MOST_OTHERS).contains(&review.others.len()), "{}", review.others.len());
        let last = review.others.last().map(|page| page.report.page.display().to_string()).unwrap_or_default();
        assert!(last.starts_with('9') && last.len() == "900.html".len(), "{last} is among the last pages");
    }

    #[test]
    fn the_page_is_in_the_language_of_its_reader() {
        let mut review = Review::new(2);
        review.add(&report(1, true), vec!["示例正文。".to_owned()], "示例正文。".to_owned());
        review.add(&report(2, false), vec!["示例正文。".to_owned()], String::new());
        let site = Site { name: "示例门户".to_owned(), name_en: "Example".to_owned(), ..Site::default() };
        let summary = ImportSummary { imported: 2, drafts: 1, ..ImportSummary::default() };
        let html = |lang| review.html(&summary, &site, lang, "zh-CN");
        let (zh, en) = (html(Lang::Zh), html(Lang::En));
        for part in
            ["<html lang=\"zh-CN\">", "<title>导入核对 - 示例门户</title>", "导入 2 页，其中草稿 1 篇", "示例疑点"]
        {
            assert!(zh.contains(part) && !en.contains(part), "{part}: {en}");
        }
        for part in ["<html lang=\"en\">", "<title>Review of the import - Example</title>", "Imported: 2, ", "a doubt"]
        {
            assert!(en.contains(part) && !zh.contains(part), "{part}: {zh}");
        }
        // Old pages and sources stay as they are, in their own language.
        let rest = en.replace("<p>示例正文。</p>", "").replace("<pre lang=\"zh-CN\">示例正文。</pre>", "");
        let rest = rest.replace("<p class=\"left\">示例正文。</p>", "");
        assert!(!rest.contains(|letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter)), "{rest}");
        assert!(en.contains("<div lang=\"zh-CN\">\n<p>示例正文。</p>"), "{en}");
    }

    #[test]
    fn lines_that_the_source_lacks_are_grey() {
        let taken = TakenTexts::new("+++\ntitle = \"示例\"\n+++\n\n示例\\*正文。\n");
        assert_eq!(taken.line("示例*正文。"), "<p>示例*正文。</p>\n");
        assert_eq!(taken.line("示例菜单"), "<p class=\"left\">示例菜单</p>\n");
    }
}
