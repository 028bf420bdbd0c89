//! The articles that a translated edition does not have, for its lists.

use investchn_model::route::Route;
use investchn_model::{Item, Originals};

use crate::index::SiteIndex;

/// The number of articles that a list shows of those that are not translated.
const LENGTH: usize = 20;

/// The articles of the portal that an edition does not have.
#[derive(Clone, Copy)]
pub(crate) struct UntranslatedArticles<'a> {
    /// The first edition, which has every article.
    pub(crate) first: &'a SiteIndex<'a>,
    /// The translated edition.
    pub(crate) edition: &'a SiteIndex<'a>,
}

impl UntranslatedArticles<'_> {
    /// Returns those of a list, by the route of its newest page; none if the edition has them all.
    pub(crate) fn of(&self, route: &Route) -> Option<Originals> {
        let (all, translated) = (self.first.list(route)?, self.edition.list(route)?);
        let items = all.indices.iter().map(|number| self.first.item(*number));
        self.missing(items, translated.indices.len(), all.indices.len())
    }

    /// Returns those of the whole portal.
    pub(crate) fn of_portal(&self) -> Option<Originals> {
        self.of(&Route::News(None, None))
    }

    fn missing<'b>(&self, items: impl Iterator<Item = &'b Item>, translated: usize, all: usize) -> Option<Originals> {
        let missing = items.filter(|item| !self.edition.has(&Route::Article(item.id.clone())));
        let items: Vec<Item> = missing.take(LENGTH).cloned().collect();
        (!items.is_empty()).then_some(Originals { items, translated: translated as u32, all: all as u32 })
    }
}
