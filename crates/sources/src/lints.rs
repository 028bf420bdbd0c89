//! The checks of a caller that need an article's text, which a tree does not keep.

use investchn_diagnostics::Diagnostic;

use crate::article::ArticleSource;
use crate::front_matter::ArticleSpans;
use investchn_zones::ZoneLookup;

/// An article with its text.
#[derive(Clone, Copy, Debug)]
pub struct ArticleText<'a> {
    /// The article.
    pub article: &'a ArticleSource,
    /// The text of the whole file.
    pub text: &'a str,
    /// The parts of the text.
    pub spans: &'a ArticleSpans,
}

/// A function that checks an article after parsing.
pub type ArticleLint = fn(ArticleText<'_>, &ZoneLookup, &mut Vec<Diagnostic>);

/// A function that checks a translation, its first argument, after parsing; its second argument is the original.
pub type TranslationLint = fn(ArticleText<'_>, ArticleText<'_>, &ZoneLookup, &mut Vec<Diagnostic>);

/// The checks of articles and of translations.
#[derive(Clone, Copy, Debug)]
pub struct Lints {
    /// Checks an original.
    pub article: ArticleLint,
    /// Checks a translation.
    pub translation: TranslationLint,
}

impl Lints {
    /// No checks but those of the sources themselves.
    pub const NONE: Lints = Lints { article: |_, _, _| {}, translation: |_, _, _, _| {} };
}
