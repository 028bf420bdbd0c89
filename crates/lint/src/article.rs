//! The editorial rules for a single article: its punctuation, former names of zones, and placeholders. Rules that need all
//! articles are in `editorial`.

use investchn_diagnostics::{Diagnostic, Fix, LineIndex};
use investchn_diagnostics::{Rule, rules};
use investchn_markdown::{NearForm, near_forms};
use investchn_messages::ZH;
use investchn_sources::{ArticleSource, ArticleSpans, ArticleText, Prose, ZoneLookup, prose};

use crate::punctuation::{self, Mark};

/// The characters of the longest line that advice shows whole.
const MAX_LINE: usize = 120;

/// A finding at a byte of the file.
struct Finding {
    offset: usize,
    rule: &'static Rule,
    message: String,
    help: String,
    fix: Option<Fix>,
}

/// Returns the texts of the front matter that every article has: its title, and its summary if it is stated.
pub(crate) fn head(ArticleText { article, text, spans }: ArticleText<'_>) -> Vec<Prose> {
    let title = Prose::of_entry("title", &article.item.title, text, &spans.title);
    let summary = spans.summary.as_ref().map(|span| Prose::of_entry("summary", &article.item.summary, text, span));
    std::iter::once(title).chain(summary).collect()
}

/// Checks an article or a translation after parsing.
pub fn check_article(checked: ArticleText<'_>, names: &ZoneLookup, diagnostics: &mut Vec<Diagnostic>) {
    let ArticleText { article, text, spans } = checked;
    let mut all = head(checked);
    let first = all.len();
    all.extend(prose(text, spans.body.clone()));
    let mut found = former_names(&all, names);
    for (index, prose) in all.iter().enumerate() {
        let next = all.get(index + 1).filter(|_| index >= first);
        let continues = next.is_some_and(|next| next.text.trim_start().starts_with('“'));
        unbalanced(prose, continues, &mut found);
        if index < first || prose.what == "caption" {
            marks(prose, &mut found);
        }
        // Other languages use half-width marks, even beside Chinese names.
        if article.lang.starts_with("zh") {
            half_width(prose, text, &mut found);
        }
    }
    for entry in &spans.entries {
        marks(&Prose::of_entry(entry.what, &entry.text, text, &entry.span), &mut found);
    }
    found.extend(near_forms(text, spans.body.clone()).into_iter().map(|form| near(form, text)));
    if !article.draft {
        placeholders(article, spans, &all, &mut found);
    }
    found.sort_by_key(|finding| finding.offset);
    let mut lines = LineIndex::new(&article.file, text);
    let diagnostic = |Finding { offset, rule, message, help, fix }| {
        Diagnostic::new(lines.at(offset), rule, message, help).with_fix(fix)
    };
    diagnostics.extend(found.into_iter().map(diagnostic));
}

/// Reports nearly Markdown with its line as it should be.
fn near(form: NearForm, text: &str) -> Finding {
    let line = form.line(text).filter(|line| line.chars().count() <= MAX_LINE).or_else(|| form.right.clone());
    let help =
        line.map_or_else(|| form.help.to_owned(), |line| format!("write `{}`", line.replace('\n', "` and below it `")));
    let fix = form.right.map(|right| Fix::new(form.at.clone(), right));
    Finding { offset: form.at.start, rule: form.rule, message: form.message, help, fix }
}

/// Reports marks of Markdown in a text that is no Markdown.
fn marks(prose: &Prose, found: &mut Vec<Finding>) {
    if let Some(mark) = ["**", "~~"].into_iter().find(|mark| prose.text.contains(mark)) {
        found.push(Finding {
            offset: prose.find(mark).unwrap_or_default(),
            rule: &rules::LEFTOVER_MARK,
            message: format!("`{mark}` is published as it stands in a {}", prose.what),
            help: "take it out: only the body has bold".to_owned(),
            fix: None,
        });
    }
}

fn unbalanced(prose: &Prose, continues: bool, found: &mut Vec<Finding>) {
    for Mark { byte, mark, other } in punctuation::unbalanced(&prose.text, continues) {
        let (state, what) = if punctuation::opens(mark) { ("closed", "close") } else { ("opened", "open") };
        found.push(Finding {
            offset: prose.offset(byte),
            rule: &rules::UNBALANCED,
            message: format!("`{mark}` is not {state} in its {}", prose.what),
            help: format!("{what} it by {other}, or take it out"),
            fix: None,
        });
    }
}

fn half_width(prose: &Prose, text: &str, found: &mut Vec<Finding>) {
    for Mark { byte, mark, other } in punctuation::half_width(&prose.text) {
        let offset = prose.offset(byte);
        found.push(Finding {
            offset,
            rule: &rules::MIXED_WIDTH,
            message: format!("`{mark}` is half-width in Chinese text"),
            help: format!("write {other}"),
            // A mark written as an entity or an escape has another length there.
            fix: text[offset..].starts_with(mark).then(|| Fix::new(offset..offset + mark.len_utf8(), other)),
        });
    }
}

/// Finds former names of zones. A former name is no fault if the article has the present name too, because readers then see
/// both.
fn former_names(all: &[Prose], names: &ZoneLookup) -> Vec<Finding> {
    let mentions = |name: &str| all.iter().any(|prose| prose.text.contains(name));
    let first = |name: &str| all.iter().find_map(|prose| prose.find(name));
    let mut found = Vec::new();
    if !all.iter().any(|prose| names.has_former(&prose.text)) {
        return found;
    }
    for (zone, former) in names.renamed() {
        // Of former names at the same first place, the longest counts.
        let earliest = former
            .iter()
            .filter_map(|former| Some((first(former)?, former)))
            .min_by_key(|(offset, former)| (*offset, usize::MAX - former.len()));
        if let Some((offset, former)) = earliest
            && !mentions(&zone.name)
            && !mentions(&zone.short_name)
        {
            found.push(Finding {
                offset,
                rule: &rules::FORMER_NAME,
                message: format!("`{former}` is a former name of {} ({})", zone.name, zone.id),
                help: "write the present name, or name both".to_owned(),
                fix: None,
            });
        }
    }
    found
}

fn placeholders(article: &ArticleSource, spans: &ArticleSpans, all: &[Prose], found: &mut Vec<Finding>) {
    let source = spans.source.as_ref().filter(|_| article.item.source == ZH.sources.source_pending);
    let source = source.map(|span| (ZH.sources.source_pending, span.start));
    let body = all
        .iter()
        .filter(|prose| prose.text == ZH.sources.body_pending)
        .map(|prose| (ZH.sources.body_pending, prose.offset(0)));
    found.extend(source.into_iter().chain(body).map(|(words, offset)| Finding {
        offset,
        rule: &rules::PLACEHOLDER,
        message: format!("`{words}` is left from `new`"),
        help: "write what belongs there, or keep `draft = true`".to_owned(),
        fix: None,
    }));
}
