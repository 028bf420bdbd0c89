//! The translations of a tree's articles, by language and by article.

use std::collections::BTreeMap;

use investchn_messages::translation_tags;
use investchn_model::ArticleId;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::article::ArticleSource;
use crate::articles::UnsortedArticles;
use crate::languages;

/// The translations, each language newest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Translations {
    by_tag: BTreeMap<&'static str, Vec<ArticleSource>>,
    /// The languages into which an article is translated, in the order of the catalogue.
    tags: FxHashMap<ArticleId, Vec<&'static str>>,
}

impl Translations {
    /// Takes the translations out of `articles`, and sorts them as the originals.
    pub(crate) fn take_from(articles: &mut UnsortedArticles) -> Self {
        let mut by_tag: BTreeMap<&'static str, UnsortedArticles> = BTreeMap::new();
        for article in articles.extract_if(.., |article| tag_of(article).is_some()) {
            if let Some(tag) = tag_of(&article) {
                by_tag.entry(tag).or_default().push(article);
            }
        }
        let by_tag = by_tag.into_iter().map(|(tag, articles)| (tag, sorted(articles))).collect();
        let mut translations = Translations { by_tag, tags: FxHashMap::default() };
        translations.index();
        translations
    }

    fn index(&mut self) {
        self.tags.clear();
        for tag in translation_tags() {
            for article in self.by_tag.get(tag).into_iter().flatten() {
                self.tags.entry(article.item.id.clone()).or_default().push(tag);
            }
        }
    }

    pub(crate) fn retain(&mut self, is_wanted: impl Fn(&ArticleSource) -> bool) {
        self.by_tag.values_mut().for_each(|articles| articles.retain(&is_wanted));
        self.index();
    }

    pub(crate) fn of(&self, tag: &str) -> &[ArticleSource] {
        self.by_tag.get(tag).map(Vec::as_slice).unwrap_or_default()
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &ArticleSource> {
        self.by_tag.values().flatten()
    }

    pub(crate) fn languages_of(&self, id: &ArticleId) -> &[&'static str] {
        self.tags.get(id).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Returns the tag of a translation; none for an original.
fn tag_of(article: &ArticleSource) -> Option<&'static str> {
    let (_, tag) = languages::of_file(&article.file)?;
    translation_tags().find(|known| *known == tag)
}

/// Sorts articles newest first. On one day, the article with the higher number is later. The order between zones is arbitrary, but
/// the same in every build.
pub(crate) fn sorted(mut articles: UnsortedArticles) -> Vec<ArticleSource> {
    articles.par_sort_unstable_by(|a, b| {
        (b.item.published, b.number, &b.item.id).cmp(&(a.item.published, a.number, &a.item.id))
    });
    articles.into_iter().map(|article| *article).collect()
}
