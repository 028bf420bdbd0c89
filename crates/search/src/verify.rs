//! Compares the candidates of a segment with their text.

use crate::candidates::SegmentVisit;
use crate::excerpt::{excerpt, marks};
use crate::hits::SearchHit;
use crate::manifest::SegmentEntry;
use crate::matching::{FoldedArticle, MatchScope, SearchFilter};
use crate::pack::PackedArticle;
use crate::query::SearchQuery;

/// Returns the packs that the newest `most` candidates need and that are not at hand. None while lists are awaited.
pub(crate) fn missing_packs(visit: &SegmentVisit, entry: &SegmentEntry, most: usize, haste: usize) -> Vec<u32> {
    let candidates =
        visit.candidates.iter().filter(|_| visit.is_settled).flatten().rev().take(visit.texts_at_once(most, haste));
    candidates.map(|article| article / entry.per_pack).filter(|pack| visit.pack(*pack).is_none()).collect()
}

/// Compares candidates, newest first, until one's pack is not at hand, enough match, or another list is worth reading. Compared ones
/// are candidates no more.
pub(crate) fn compare(
    visit: &mut SegmentVisit,
    entry: &SegmentEntry,
    query: &SearchQuery,
    filter: &SearchFilter,
    scope: MatchScope,
    most: usize,
) -> Vec<SearchHit> {
    let mut hits = Vec::new();
    while let Some(number) = visit.candidates.as_ref().and_then(|candidates| candidates.last()).copied() {
        let pack = number / entry.per_pack;
        // The packs of newer articles are not needed any more.
        visit.packs.retain(|(number, _)| *number <= pack);
        let Some(articles) = visit.pack(pack) else { break };
        if hits.len() >= most {
            break;
        }
        let article = articles.get((number % entry.per_pack) as usize);
        let found = article.and_then(|article| compare_article(article, query, filter, scope));
        let is_match = found.is_some();
        hits.extend(found);
        visit.candidates.as_mut().and_then(Vec::pop);
        if !is_match && visit.reject() {
            break;
        }
    }
    hits
}

/// Compares one article with a query. Without an index, this finds among articles that are at hand.
pub fn match_article(article: &PackedArticle, query: &SearchQuery, filter: &SearchFilter) -> Option<SearchHit> {
    compare_article(article, query, filter, MatchScope::Anywhere)
}

fn compare_article(
    article: &PackedArticle,
    query: &SearchQuery,
    filter: &SearchFilter,
    scope: MatchScope,
) -> Option<SearchHit> {
    let folded = FoldedArticle::new(article);
    if !filter.allows(article) || !folded.matches(query, scope) {
        return None;
    }
    let found_by = folded.explaining(query);
    Some(SearchHit {
        id: article.id.clone(),
        title: article.title.clone(),
        title_marks: marks(&folded.title, query),
        date: article.date,
        zone: article.zone.clone(),
        zone_name: article.zone_name.clone(),
        regions: article.regions.clone(),
        kind: article.kind.clone(),
        found_by: found_by.map_or_else(String::new, |(text, _)| (*text).to_owned()),
        found_by_marks: found_by.map_or_else(Vec::new, |(_, folded)| marks(folded, query)),
        excerpt: excerpt(&article.body, &folded.body, query),
    })
}
