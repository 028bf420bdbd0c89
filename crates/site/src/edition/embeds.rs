//! The files of an edition for partners' pages: frames, oEmbed answers and the embed builder.

use investchn_messages::Messages;
use investchn_model::published::PREVIEW_PAGE;
use investchn_model::route::{EMBED_BUILDER_PATH, Route, frame_path, oembed_path};
use investchn_model::{Zone, ZoneId};
use rayon::prelude::*;

use super::EditionBuilder;
use crate::embed;
use crate::error::SiteError;
use crate::inputs::EditionContent;
use crate::lists::List;
use investchn_digest::Digest;

impl EditionBuilder<'_> {
    /// Writes the frames and answers of zones, and the embed builder.
    pub(super) fn embeds(&self) -> Result<(), SiteError> {
        let EditionContent { context, tree, index } = self.content;
        let zones = index.lists.par_iter().filter_map(|list| Some((list, list.whole_zone()?)));
        zones.try_for_each(|(list, zone)| self.embeds_of_zone(list, zone))?;
        // An app that was built before there were embeds lacks the files that these pages need.
        let Some(script) = self.app.script() else { return Ok(()) };
        let newest = tree.items().next().map(|item| item.zone.id.clone());
        let alternates = self.alternates_of_static(EMBED_BUILDER_PATH);
        let builder = embed::builder(context, self.template, index.embeddable_zones(), newest, script, &alternates);
        self.output.put(&[EMBED_BUILDER_PATH, "index.html"].concat(), builder.as_bytes(), None)?;
        self.output.put(PREVIEW_PAGE, embed::preview(context).as_bytes(), None)
    }

    /// Writes a zone's frame and oEmbed answer, under its id and its former ids, which partners may still use.
    fn embeds_of_zone(&self, list: &List, zone: &Zone) -> Result<(), SiteError> {
        let EditionContent { context, index, .. } = self.content;
        let (newest, key) = self.newest(list, embed::LENGTH)?;
        let originals = if newest.is_empty() { self.originals(list, embed::LENGTH) } else { Vec::new() };
        let digests: Vec<Digest> = originals.iter().map(|article| article.digest).collect();
        let editions = self.editions_of_frame(zone, &zone.id);
        let key = Digest::of_json(&(key, digests, editions.iter().map(|it| it.folder).collect::<Vec<_>>()))?;
        for id in std::iter::once(&zone.id).chain(index.former_ids(&zone.id)) {
            let (frame, answer) = ([&frame_path(id), "index.html"].concat(), oembed_path(id.as_str()));
            if self.output.keep(&[&frame, &answer], key) {
                continue;
            }
            let editions = self.editions_of_frame(zone, id);
            let page = embed::Frame { context, id, zone, newest: &newest, originals: &originals, editions: &editions };
            self.output.put(&frame, page.html().as_bytes(), Some(key))?;
            self.output.put(&answer, &serde_json::to_vec(&embed::of_zone(context, zone))?, Some(key))?;
        }
        Ok(())
    }

    /// Returns the other editions that have the frame of a zone under one of its ids.
    fn editions_of_frame(&self, zone: &Zone, id: &ZoneId) -> Vec<&'static Messages> {
        let route = Route::Zone(zone.id.clone(), None, None);
        let own = self.content.context.folder();
        let others = self.all.iter().filter(|edition| edition.context.folder() != own);
        let with_it = others.filter(|EditionContent { index, .. }| {
            let has_frame = index.list(&route).is_some_and(|list| list.whole_zone().is_some());
            has_frame && (*id == zone.id || index.former_ids(&zone.id).contains(id))
        });
        with_it.map(|edition| edition.context.messages).collect()
    }

    /// Writes the oEmbed answer of an article.
    pub(super) fn oembed_of_article(&self, number: usize) -> Result<(), SiteError> {
        let source = &self.content.tree.articles[number];
        let name = oembed_path(source.item.id.as_str());
        if self.output.keep(&[&name], source.digest) {
            return Ok(());
        }
        let answer = embed::of_article(self.content.context, &source.item);
        self.output.put(&name, &serde_json::to_vec(&answer)?, Some(source.digest))
    }
}
