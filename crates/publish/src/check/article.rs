//! The editor's rules that one article answers by itself: its marks, the names in it, and what `new` left in it. What needs
//! all articles is in `editorial`.

use std::ops::Range;

use crate::markdown::{Prose, prose};
use crate::new_article::{BODY, SOURCE};
use crate::problem::{Place, Problem};
use crate::rules;
use crate::source::{ArticleSource, Names};

use super::punctuation::{self, Mark};

/// Where the parts of an article stand in its file.
#[derive(Clone, Debug)]
pub(crate) struct Spans {
    /// The title's entry.
    pub title: Range<usize>,
    /// The source's entry.
    pub source: Range<usize>,
    /// The summary's entry, where there is one.
    pub summary: Option<Range<usize>>,
    /// The body.
    pub body: Range<usize>,
}

/// Looks at an article that could be read; `text` is its file.
pub(crate) fn check(article: &ArticleSource, text: &str, spans: &Spans, names: &Names, problems: &mut Vec<Problem>) {
    let looked_at = LookedAt { article, text };
    let mut all = vec![Prose::of_entry("title", &article.title, text, &spans.title)];
    if let Some(span) = &spans.summary {
        all.push(Prose::of_entry("summary", &article.summary, text, span));
    }
    let first = all.len();
    all.extend(prose(text, spans.body.clone()));
    for (index, prose) in all.iter().enumerate() {
        let next = all.get(index + 1).filter(|_| index >= first);
        let goes_on = next.is_some_and(|next| next.text.trim_start().starts_with('“'));
        problems.extend(looked_at.marks(prose, goes_on));
    }
    problems.extend(looked_at.former_names(&all, names));
    if !article.draft {
        problems.extend(looked_at.placeholders(spans, &all));
    }
}

struct LookedAt<'a> {
    article: &'a ArticleSource,
    text: &'a str,
}

impl LookedAt<'_> {
    fn place(&self, offset: usize) -> Place {
        Place::at(&self.article.file, self.text, offset)
    }

    fn marks(&self, prose: &Prose, goes_on: bool) -> Vec<Problem> {
        let unbalanced = punctuation::unbalanced(&prose.text, goes_on).into_iter().map(|found| {
            let Mark { byte, mark, other } = found;
            let (message, advice) = if found.opens() {
                (
                    format!("`{mark}` is not closed in its {}", prose.what),
                    format!("close it by {other}, or take it out"),
                )
            } else {
                (format!("`{mark}` is not opened in its {}", prose.what), format!("open it by {other}, or take it out"))
            };
            Problem::new(self.place(prose.offset(byte)), &rules::UNBALANCED, message, advice)
        });
        // Other languages have the half-width marks, beside Chinese names too.
        let chinese = self.article.lang.starts_with("zh");
        let half_width = if chinese { punctuation::half_width(&prose.text) } else { Vec::new() };
        let half_width = half_width.into_iter().map(|Mark { byte, mark, other }| {
            let message = format!("`{mark}` is half-width in Chinese text");
            Problem::new(self.place(prose.offset(byte)), &rules::MIXED_WIDTH, message, format!("write {other}"))
        });
        unbalanced.chain(half_width).collect()
    }

    /// A former name is no slip where the present one stands in the same article: the reader is told.
    fn former_names(&self, all: &[Prose], names: &Names) -> Vec<Problem> {
        let said = |name: &str| all.iter().any(|prose| prose.text.contains(name));
        let first = |name: &str| all.iter().find_map(|prose| Some(prose.offset(prose.text.find(name)?)));
        let mut problems = Vec::new();
        for (zone, former) in names.renamed() {
            // The longest of those at the first place.
            let found = former
                .iter()
                .filter_map(|former| Some((first(former)?, former)))
                .min_by_key(|(at, former)| (*at, usize::MAX - former.len()));
            if let Some((at, former)) = found
                && !said(&zone.name)
                && !said(&zone.short)
            {
                let message = format!("`{former}` is a former name of {} ({})", zone.name, zone.id);
                let advice = "write the present name, or name both";
                problems.push(Problem::new(self.place(at), &rules::FORMER_NAME, message, advice));
            }
        }
        problems
    }

    fn placeholders(&self, spans: &Spans, all: &[Prose]) -> Vec<Problem> {
        let source = (self.article.source == SOURCE).then_some((SOURCE, spans.source.start));
        let body = all.iter().filter(|prose| prose.text == BODY).map(|prose| (BODY, prose.offset(0)));
        let problem = |(words, at)| {
            let message = format!("`{words}` is left from `new`");
            let advice = "write what belongs there, or keep `draft = true`";
            Problem::new(self.place(at), &rules::PLACEHOLDER, message, advice)
        };
        source.into_iter().chain(body).map(problem).collect()
    }
}
