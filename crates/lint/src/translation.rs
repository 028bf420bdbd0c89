//! The rules for a translation beside its original.

use investchn_diagnostics::Diagnostic;
use investchn_sources::{ArticleText, ZoneLookup};

use crate::article::check_article;

/// Checks a translation beside its original, after parsing.
pub fn check_translation(
    translation: ArticleText<'_>,
    _original: ArticleText<'_>,
    names: &ZoneLookup,
    diagnostics: &mut Vec<Diagnostic>,
) {
    check_article(translation, names, diagnostics);
}
