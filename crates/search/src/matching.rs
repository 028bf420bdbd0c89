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

/// The folded texts of an article. A phrase does not reach from one into another.
pub(crate) struct FoldedArticle {
    pub(crate) title: FoldedText,
    pub(crate) body: FoldedText,
    pub(crate) extra: Vec<FoldedText>,
}

impl FoldedArticle {
    pub(crate) fn new(article: &PackedArticle) -> Self {
        FoldedArticle {
            title: fold(&article.title),
            body: fold(&article.body),
            extra: article.extra.iter().map(|text| fold(text)).collect(),
        }
    }

    /// Returns true if the article has all parts of a query and none of those that it excludes.
    pub(crate) fn matches(&self, query: &SearchQuery) -> bool {
        query.parts.iter().all(|part| self.has(part) != part.is_excluded)
    }

    fn has(&self, part: &QueryPart) -> bool {
        self.title.contains(&part.letters)
            || self.extra.iter().any(|text| text.contains(&part.letters))
            || (part.letters.len() > 1 && self.body.contains(&part.letters))
    }
}
