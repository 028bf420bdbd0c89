//! The pages of an edition that the app shows, and the share cards that stand for them.

use investchn_model::paging::PageRange;
use investchn_model::published::{PORTAL_CARD, zone_card_path};
use investchn_model::route::Route;
use investchn_model::{Envelope, SCHEMA, View};
use rayon::prelude::*;
use serde_json::value::{RawValue, to_raw_value};

use super::EditionBuilder;
use crate::error::SiteError;
use crate::inputs::EditionContent;
use crate::lists::List;
use crate::search::OnBody;
use investchn_digest::Digest;

impl EditionBuilder<'_> {
    /// Writes the page, the data file and the oEmbed answer of an article. Calls `on_body` with the body if the page is made anew.
    pub(super) fn article(&self, number: usize, on_body: OnBody<'_>) -> Result<(), SiteError> {
        (self.progress.advance)();
        let EditionContent { tree, index, .. } = self.content;
        let source = &tree.articles[number];
        let route = Route::Article(source.item.id.clone());
        let key = index.article_key(number)?;
        let key = if self.content.is_translated() && !source.links.is_empty() {
            let links: Vec<bool> = source.links.iter().map(|link| index.has(&link.route)).collect();
            Digest::of_json(&(key, links))?
        } else {
            key
        };
        self.view(&route, key, || {
            let mut article = index.article(number, self.content.body(source)?);
            self.texts.keep(number, &article.body)?;
            on_body(&article.body);
            article.editions = self.other_editions_with(&route);
            Ok(View::Article(article))
        })?;
        self.oembed_of_article(number)
    }

    /// Writes a page of a list.
    pub(super) fn list_page(&self, list: &List, page: &PageRange) -> Result<(), SiteError> {
        let route = Route::of_list(&list.subject, page.number);
        let untranslated = self.untranslated.as_ref().filter(|_| page.number.is_none());
        let originals = untranslated.and_then(|untranslated| untranslated.of(&route));
        let key = self.content.index.list_key(list, page)?;
        let key = if originals.is_some() { Digest::of_json(&(key, &originals))? } else { key };
        self.view(&route, key, || {
            let mut view = self.content.index.list_page(list, page);
            view.originals = originals;
            Ok(View::List(view))
        })
    }

    /// Writes the page and the data file of a view. Keeps both, and does not call `make`, if the last build made them from
    /// inputs with the same digest `key`, and the same editions had the page.
    pub(super) fn view(
        &self,
        route: &Route,
        key: Digest,
        make: impl FnOnce() -> Result<View, SiteError>,
    ) -> Result<(), SiteError> {
        let (page, data) = ([&route.below(), "index.html"].concat(), route.data_path());
        let alternates = self.alternates(route);
        let key = if alternates.is_empty() { key } else { Digest::of_json(&(key, &alternates))? };
        if self.output.keep(&[&page, &data], key) {
            return Ok(());
        }
        let view = make()?;
        // Serialized once, for the page and the data file.
        let json: Box<RawValue> = to_raw_value(&view)?;
        let text = self.template.page(self.content.context, route, view, &json, &alternates)?;
        self.output.put(&page, text.as_bytes(), Some(key))?;
        let bytes = serde_json::to_vec(&Envelope { schema: SCHEMA, view: &json })?;
        self.output.put(&data, &bytes, Some(key))
    }

    /// Writes the share cards of the portal and of the zones that have all pages. A zone whose name the cards' font cannot write has
    /// none; its pages have the portal's.
    pub(super) fn cards(&self) -> Result<(), SiteError> {
        let context = self.content.context;
        self.output.put(PORTAL_CARD, &investchn_discovery::portal_card(context.site())?, None)?;
        self.content.index.lists.par_iter().try_for_each(|list| {
            let Some(zone) = list.whole_zone() else { return Ok(()) };
            let name = zone_card_path(&zone.id);
            if self.output.keep(&[&name], list.key) {
                return Ok(());
            }
            let card = investchn_discovery::zone_card(&context.messages.app, context.site(), zone)?;
            card.map_or(Ok(()), |card| self.output.put(&name, &card, Some(list.key)))
        })
    }

    /// Returns the tags of the other editions that have a page.
    fn other_editions_with(&self, route: &Route) -> Vec<String> {
        let own = self.content.context.messages.lang();
        let others =
            self.all.iter().filter(|edition| edition.context.messages.lang() != own && edition.index.has(route));
        others.map(|edition| edition.context.messages.lang().to_owned()).collect()
    }
}
