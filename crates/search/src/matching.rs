//! Confirms candidates: compares a query with the folded text of an article. What the reader shows has passed here.

use crate::folding::{FoldedText, fold};
use crate::pack::PackedArticle;
use crate::query::{QueryPart, SearchQuery};
use crate::terms::{FollowedTerm, Term, TermKind};

/// Limits a search to articles of a zone, region, kind or year. An empty field sets no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFilter {
    /// The id of a zone.
    pub zone: Option<String>,
    /// The id of a region.
    pub region: Option<String>,
    /// The kind.
    pub kind: Option<String>,
    /// The year of the date.
    pub year: Option<u32>,
}

impl SearchFilter {
    /// Returns the terms that every article which passes the filter has.
    pub(crate) fn terms(&self) -> Vec<FollowedTerm> {
        let facets =
            [(TermKind::Zone, &self.zone), (TermKind::Region, &self.region), (TermKind::ArticleKind, &self.kind)];
        let facets = facets.into_iter().filter_map(|(kind, id)| Some(Term::new(kind, id.as_ref()?.chars())));
        let terms = facets.chain(self.year.map(|year| Term::year(year.saturating_mul(10_000))));
        terms.map(FollowedTerm::alone).collect()
    }

    /// Returns true if the dates of a segment can pass.
    pub(crate) fn allows_dates(&self, oldest: u32, newest: u32) -> bool {
        self.year.is_none_or(|year| (oldest / 10_000..=newest / 10_000).contains(&year))
    }

    pub(crate) fn allows(&self, article: &PackedArticle) -> bool {
        let is = |asked: &Option<String>, id: &str| asked.as_ref().is_none_or(|asked| asked == id);
        is(&self.zone, &article.zone)
            && is(&self.kind, &article.kind)
            && self.region.as_ref().is_none_or(|region| article.regions.contains(region))
            && self.allows_dates(article.date, article.date)
    }
}

/// The fewest Latin letters that are looked for in extra terms: with fewer, “AI” would find every title with the syllable “ai”.
const FEWEST_LATIN: usize = 4;

/// The texts in which all parts of a query must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MatchScope {
    /// Title, extra terms or body.
    Anywhere,
    /// Title or extra terms.
    Titles,
    /// Title, extra terms or body, but not all in the title and the extra terms.
    BeyondTitles,
}

/// The folded texts of an article. A phrase does not reach from one into another.
pub(crate) struct FoldedArticle<'a> {
    pub(crate) title: FoldedText,
    pub(crate) body: FoldedText,
    pub(crate) extra: Vec<(&'a str, FoldedText)>,
}

impl<'a> FoldedArticle<'a> {
    pub(crate) fn new(article: &'a PackedArticle) -> Self {
        FoldedArticle {
            title: fold(&article.title),
            body: fold(&article.body),
            extra: article.extra.iter().map(|text| (text.as_str(), fold(text))).collect(),
        }
    }

    /// Returns true if the article has all parts of a query, and nowhere one of those that it excludes.
    pub(crate) fn matches(&self, query: &SearchQuery, scope: MatchScope) -> bool {
        let is_in_titles = || query.parts.iter().all(|part| part.is_excluded || self.has_in_titles(part));
        query.parts.iter().all(|part| self.has(part) != part.is_excluded)
            && match scope {
                MatchScope::Anywhere => true,
                MatchScope::Titles => is_in_titles(),
                MatchScope::BeyondTitles => !is_in_titles(),
            }
    }

    fn has(&self, part: &QueryPart) -> bool {
        self.has_in_titles(part) || self.has_in_body(part)
    }

    fn has_in_body(&self, part: &QueryPart) -> bool {
        part.letters.len() > 1 && self.body.contains(&part.letters)
    }

    /// Returns the first extra term that is no Latin text and without which the article would lack a part of a query.
    pub(crate) fn explaining(&self, query: &SearchQuery) -> Option<&(&'a str, FoldedText)> {
        let is_seen = |part: &QueryPart| self.title.contains(&part.letters) || self.has_in_body(part);
        let mut unseen = query.parts.iter().filter(|part| !part.is_excluded && !is_seen(part));
        unseen.find_map(|part| {
            let mut names = self.extra.iter().filter(|(text, _)| !text.as_bytes().first().is_some_and(u8::is_ascii));
            names.find(|(text, folded)| has_in_extra(text, folded, &part.letters))
        })
    }

    fn has_in_titles(&self, part: &QueryPart) -> bool {
        self.title.contains(&part.letters)
            || self.extra.iter().any(|(text, folded)| has_in_extra(text, folded, &part.letters))
    }
}

/// Returns true if an extra term has a phrase. Latin letters match from a capital on, at which a syllable begins.
fn has_in_extra(text: &str, folded: &FoldedText, phrase: &[char]) -> bool {
    let is_latin = phrase.first().is_some_and(char::is_ascii_alphabetic);
    if is_latin && phrase.len() < FEWEST_LATIN {
        return false;
    }
    // Bytes, because a slice of text that may fail is 3 KB of messages in the browser's code.
    let is_capital = |at| text.as_bytes().get(folded.original(at, 1).start).is_some_and(u8::is_ascii_uppercase);
    folded.find(phrase).any(|at| !is_latin || is_capital(at))
}
