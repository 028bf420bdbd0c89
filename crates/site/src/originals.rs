//! The articles that a translated edition does not have, for its lists.

use investchn_edition::{ListCoverage, TranslationCoverage};
use investchn_model::route::Route;
use investchn_model::{Item, Originals};

use crate::index::SiteIndex;

/// The articles of the portal that an edition does not have.
pub(crate) struct UntranslatedArticles<'a> {
    /// The first edition, which has every article.
    pub(crate) first: &'a SiteIndex<'a>,
    /// The translated edition.
    pub(crate) edition: &'a SiteIndex<'a>,
    pub(crate) coverage: TranslationCoverage,
}

impl UntranslatedArticles<'_> {
    /// Returns the newest of a list, by the route of its newest page; none if the edition has all articles of the list.
    pub(crate) fn of(&self, route: &Route) -> Option<Originals> {
        let ListCoverage { originals, translated, all } = self.coverage.of(&self.first.list(route)?.indices);
        let items = originals.into_iter().map(|index| self.named(self.first.item(index)));
        (translated < all).then(|| Originals { items: items.collect(), translated, all })
    }

    /// Returns what the edition's lists show of an original: its text, and its zone by the edition's names. Its picture has no text,
    /// because lists hide pictures from screen readers.
    fn named(&self, item: &Item) -> Item {
        let mut item = item.clone();
        if let Some(zone) = self.edition.reference(&item.zone.id) {
            item.zone = zone;
        }
        if let Some(picture) = &mut item.picture {
            picture.alt.clear();
        }
        item
    }

    /// Returns the newest of the whole portal.
    pub(crate) fn of_portal(&self) -> Option<Originals> {
        self.of(&Route::News(None, None))
    }
}
