//! The rule for figures that stand in one of original and translation, and not in the other.

use std::iter;

use investchn_diagnostics::{Diagnostic, LineIndex, Location, rules};
use investchn_figures::{Figure, FigureValue, Known, figures};
use investchn_localized::{Text, localized};
use investchn_model::PartialDate;
use investchn_sources::{ArticleText, Prose, prose};

use crate::article::head;

/// The figures of an article, with their places.
struct ArticleFigures<'a> {
    article: ArticleText<'a>,
    paragraphs: Vec<Prose>,
    /// The number of paragraphs before the body.
    head: usize,
    figures: Vec<Figure>,
    /// The paragraph of each figure.
    paragraph_of: Vec<usize>,
}

impl<'a> ArticleFigures<'a> {
    fn new(article: ArticleText<'a>) -> Self {
        let mut paragraphs = head(article);
        let head = paragraphs.len();
        paragraphs.extend(prose(article.text, article.spans.body.clone()));
        let (mut all, mut paragraph_of) = (Vec::new(), Vec::new());
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let found = figures(&paragraph.text);
            paragraph_of.extend(iter::repeat_n(index, found.len()));
            all.extend(found);
        }
        ArticleFigures { article, paragraphs, head, figures: all, paragraph_of }
    }

    /// Returns what the article says, and what its readers know without its text: its date, and the number of its source.
    fn known(&self) -> Known {
        let item = &self.article.article.item;
        let mut known = Known::new(&self.figures, Some(item.published.year().into()));
        known.extend(values_of(item.published));
        known.extend(figures(&item.source).into_iter().flat_map(|figure| figure.values));
        known
    }

    /// Returns the text of a figure.
    fn text(&self, index: usize) -> &str {
        &self.paragraphs[self.paragraph_of[index]].text[self.figures[index].at.clone()]
    }

    /// Returns the offset of a figure in the file.
    fn offset(&self, index: usize) -> usize {
        self.paragraphs[self.paragraph_of[index]].offset(self.figures[index].at.start)
    }

    /// Returns the offset in the file of the paragraph that corresponds to that of another article's figure.
    fn beside(&self, other: &ArticleFigures<'_>, figure: usize) -> usize {
        let paragraph = other.paragraph_of[figure];
        let index = match paragraph.checked_sub(other.head) {
            Some(of_body) => {
                let (length, its_length) = (self.paragraphs.len() - self.head, other.paragraphs.len() - other.head);
                self.head + of_body * length / its_length
            }
            None => paragraph,
        };
        self.paragraphs.get(index).map_or(0, |paragraph| paragraph.offset(0))
    }
}

/// Returns what a date says.
fn values_of(date: PartialDate) -> impl Iterator<Item = FigureValue> {
    let month = date.month().map(u32::from);
    let day = month.zip(date.day().map(u32::from));
    let year = FigureValue::Number(u32::from(date.year()).into());
    iter::once(year)
        .chain(month.map(FigureValue::Month))
        .chain(day.map(|(month, day)| FigureValue::MonthDay(month, day)))
}

/// Reports the figures that one of the texts lacks, each at its place in the translation, with the place in the original.
pub(super) fn check(translation: ArticleText<'_>, original: ArticleText<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let (ours, theirs) = (ArticleFigures::new(translation), ArticleFigures::new(original));
    let (file, original_file) = (&translation.article.file, &original.article.file);
    let mut found: Vec<(usize, usize, Text, bool)> = Vec::new();
    for figure in theirs.known().lacks(&ours.figures) {
        let text = ours.text(figure);
        let message = localized!(zh "原文里没有 `{text}`", en "`{text}` is not in the original");
        found.push((ours.offset(figure), theirs.beside(&ours, figure), message, false));
    }
    for figure in ours.known().lacks(&theirs.figures) {
        let text = theirs.text(figure);
        let message =
            localized!(zh "译文里没有原文的 `{text}`", en "`{text}` of the original is not in the translation");
        found.push((ours.beside(&theirs, figure), theirs.offset(figure), message, true));
    }
    found.sort_by_key(|(at, original_at, ..)| (*original_at, *at));
    let mut original_lines = LineIndex::new(original_file, original.text);
    let mut places: Vec<(usize, Text, Text)> = Vec::new();
    for (at, original_at, message, is_of_original) in found {
        let Location { line, column, .. } = original_lines.at(original_at);
        let place = format!("{}:{line}:{column}", original_file.display());
        let help = if is_of_original {
            localized!(
                zh "它在 {place}；改正写错的一方，或忽略这条规则并写明理由",
                en "it stands at {place}; mend the text that is wrong, or suppress the rule and say why"
            )
        } else {
            localized!(
                zh "对照 {place}；改正写错的一方，或忽略这条规则并写明理由",
                en "compare it with {place}; mend the text that is wrong, or suppress the rule and say why"
            )
        };
        places.push((at, message, help));
    }
    places.sort_by_key(|(at, ..)| *at);
    let mut lines = LineIndex::new(file, translation.text);
    let diagnostic = |(at, message, help)| Diagnostic::new(lines.at(at), &rules::TRANSLATION_DIFFERS, message, help);
    diagnostics.extend(places.into_iter().map(diagnostic));
}
