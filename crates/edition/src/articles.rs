//! The articles of an edition.

use investchn_digest::Digest;
use investchn_model::{ZoneId, ZoneRef};
use investchn_sources::{ArticleSource, Pin, SourceTree, ZoneSource};
use rustc_hash::FxHashMap;

/// Returns the articles that are translated into a language, by the names of `zones` in it.
pub(crate) fn translated(tree: &SourceTree, tag: &str, zones: &[ZoneSource]) -> Vec<ArticleSource> {
    let reference = |ZoneSource { zone, .. }: &ZoneSource| {
        (
            zone.id.clone(),
            ZoneRef { id: zone.id.clone(), name: zone.name.value.clone(), short_name: zone.short_name.clone() },
        )
    };
    let zones: FxHashMap<ZoneId, ZoneRef> = zones.iter().map(reference).collect();
    // The title of an article that the portal does not have is Chinese, so the neighbour in the edition stands there instead.
    let pin =
        |pin: Option<Pin>| pin.filter(|pin| matches!(pin, Pin::Article { id, .. } if tree.is_translated(tag, id)));
    let in_language = |article: &ArticleSource| {
        let mut article = article.clone();
        if let Some(zone) = zones.get(&article.item.zone.id) {
            article.item.zone = zone.clone();
        }
        article.previous = pin(article.previous);
        article.next = pin(article.next);
        // Digests and names can always be written as JSON.
        article.digest = Digest::of_json(&(article.digest, &article.item.zone)).unwrap_or(article.digest);
        article
    };
    tree.translations(tag).iter().map(in_language).collect()
}
