//! The rules for a translation beside its original.

mod difference;
mod terms;

use investchn_diagnostics::{Diagnostic, rules};
use investchn_localized::localized;
use investchn_sources::{ArticleText, ZoneLookup};

use crate::article::check_article;

pub(crate) use terms::missing as missing_terms;

/// Checks a translation beside its original, after parsing.
pub fn check_translation(
    translation: ArticleText<'_>,
    original: ArticleText<'_>,
    names: &ZoneLookup,
    diagnostics: &mut Vec<Diagnostic>,
) {
    check_article(translation, names, diagnostics);
    diagnostics.extend(outdated(translation, original));
    // Figures are read in Chinese and in English.
    if translation.article.lang.starts_with("en") {
        difference::check(translation, original, diagnostics);
    }
}

/// Reports a translation that does not have the last correction of its original.
fn outdated(translation: ArticleText<'_>, original: ArticleText<'_>) -> Option<Diagnostic> {
    let last = original.article.corrections.last()?;
    if translation.article.corrections.iter().any(|correction| correction.date == last.date) {
        return None;
    }
    let message = localized!(
        zh "原文在 {} 有更正，译文里没有",
        en "the original was corrected on {}, and the translation does not say so",
        last.date
    );
    let date = if last.date.day().is_some() { last.date.to_string() } else { format!("\"{}\"", last.date) };
    let help = localized!(
        zh "改正译文，并在译文的 `corrections` 里加上 {{ date = {date}, text = \"…\" }}",
        en "correct the translation, and add to its `corrections`: {{ date = {date}, text = \"…\" }}"
    );
    let place = translation.article.title_at.in_file(&translation.article.file);
    Some(Diagnostic::new(place, &rules::TRANSLATION_OUTDATED, message, help))
}
