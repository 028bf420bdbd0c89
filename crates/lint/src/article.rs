//! The editorial rules for a single article: its punctuation, former names of zones, and placeholders. Rules that need all
//! articles are in `editorial`.

use investchn_diagnostics::{Diagnostic, Fix, LineIndex};
use investchn_diagnostics::{Rule, rules};
use investchn_localized::{Localized, Text, localized};
use investchn_markdown::{NearForm, prose_and_near_forms};
use investchn_messages::ZH;
use investchn_sources::{ArticleSource, ArticleSpans, ArticleText, Prose, ProseKind, ZoneLookup};

use crate::punctuation::{self, Mark};

/// The characters of the longest line that advice shows whole.
const MAX_LINE: usize = 120;

/// A finding at a byte of the file.
struct Finding {
    offset: usize,
    rule: &'static Rule,
    message: Text,
    help: Text,
    fix: Option<Fix>,
}

/// Returns the texts of the front matter that every article has: its title, and its summary if it is stated.
pub(crate) fn head(ArticleText { article, text, spans }: ArticleText<'_>) -> Vec<Prose> {
    let title = Prose::of_entry(ProseKind::Title, &article.item.title, text, &spans.title);
    let summary =
        spans.summary.as_ref().map(|span| Prose::of_entry(ProseKind::Summary, &article.item.summary, text, span));
    std::iter::once(title).chain(summary).collect()
}

/// Checks an article or a translation after parsing.
pub fn check_article(checked: ArticleText<'_>, names: &ZoneLookup, diagnostics: &mut Vec<Diagnostic>) {
    let ArticleText { article, text, spans } = checked;
    let mut all = head(checked);
    let first = all.len();
    let (body, near_forms) = prose_and_near_forms(text, spans.body.clone());
    all.extend(body);
    let mut found = former_names(&all, names);
    for (index, prose) in all.iter().enumerate() {
        let next = all.get(index + 1).filter(|_| index >= first);
        let continues = next.is_some_and(|next| next.text.trim_start().starts_with('“'));
        unbalanced(prose, continues, &mut found);
        if index < first || prose.kind == ProseKind::Caption {
            marks(prose, &mut found);
        }
        // Other languages use half-width marks, even beside Chinese names.
        if article.lang.starts_with("zh") {
            half_width(prose, text, &mut found);
        }
    }
    for entry in &spans.entries {
        marks(&Prose::of_entry(entry.kind, &entry.text, text, &entry.span), &mut found);
    }
    found.extend(near_forms.into_iter().map(|form| near(form, text)));
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
    let help = line.map_or(form.help, |line| {
        let below = localized!(zh "`，下一行写 `", en "` and below it `");
        let (zh, en) = (line.replace('\n', &below.zh), line.replace('\n', &below.en));
        localized!(zh "改成 `{zh}`", en "write `{en}`")
    });
    let fix = form.right.map(|right| Fix::new(form.at.clone(), right));
    Finding { offset: form.at.start, rule: form.rule, message: form.message, help, fix }
}

/// Reports marks of Markdown in a text that is no Markdown.
fn marks(prose: &Prose, found: &mut Vec<Finding>) {
    if let Some(mark) = ["**", "~~"].into_iter().find(|mark| prose.text.contains(mark)) {
        let Text { zh, en } = prose.kind.localized();
        found.push(Finding {
            offset: prose.find(mark).unwrap_or_default(),
            rule: &rules::LEFTOVER_MARK,
            message: localized!(
                zh "{zh}里的 `{mark}` 会原样显示给读者",
                en "`{mark}` is published as it stands in a {en}"
            ),
            help: localized!(zh "删掉它：只有正文能用这样的记号", en "take it out: only the body has bold"),
            fix: None,
        });
    }
}

fn unbalanced(prose: &Prose, continues: bool, found: &mut Vec<Finding>) {
    for Mark { byte, mark, other } in punctuation::unbalanced(&prose.text, continues) {
        let Text { zh, en } = prose.kind.localized();
        let (message, help) = if punctuation::opens(mark) {
            (
                localized!(zh "{zh}里的 `{mark}` 没有配对", en "`{mark}` is not closed in its {en}"),
                localized!(zh "后面补上 `{other}`，或删掉它", en "close it by `{other}`, or take it out"),
            )
        } else {
            (
                localized!(zh "{zh}里的 `{mark}` 没有配对", en "`{mark}` is not opened in its {en}"),
                localized!(zh "前面补上 `{other}`，或删掉它", en "open it by `{other}`, or take it out"),
            )
        };
        found.push(Finding { offset: prose.offset(byte), rule: &rules::UNBALANCED, message, help, fix: None });
    }
}

fn half_width(prose: &Prose, text: &str, found: &mut Vec<Finding>) {
    for Mark { byte, mark, other } in punctuation::half_width(&prose.text) {
        let offset = prose.offset(byte);
        found.push(Finding {
            offset,
            rule: &rules::MIXED_WIDTH,
            message: localized!(zh "中文里用了半角标点 `{mark}`", en "`{mark}` is half-width in Chinese text"),
            help: localized!(zh "改成 `{other}`", en "write `{other}`"),
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
            let (name, id) = (&zone.name, &zone.id);
            found.push(Finding {
                offset,
                rule: &rules::FORMER_NAME,
                message: localized!(
                    zh "`{former}` 是{name}（{id}）的曾用名",
                    en "`{former}` is a former name of {name} ({id})"
                ),
                help: localized!(zh "改用现名，或两个名称都写上", en "write the present name, or name both"),
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
        message: localized!(zh "还留着 `new` 写的 `{words}`", en "`{words}` is left from `new`"),
        help: localized!(
            zh "写上内容，或保留 `draft = true`",
            en "write what belongs there, or keep `draft = true`"
        ),
        fix: None,
    }));
}
