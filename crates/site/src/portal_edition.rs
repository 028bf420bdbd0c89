//! The editions of a portal: each language's tree, with the facts by which its pages are rendered.

use std::sync::Arc;

use investchn_edition::edition;
use investchn_messages::{Messages, languages, translation_languages};
use investchn_model::route::Base;
use investchn_navigation::site_context::SiteContext;
use investchn_sources::SourceTree;
use serde_json::value::{RawValue, to_raw_value};

use crate::index::SiteIndex;
use crate::inputs::EditionContent;
use crate::render_context::RenderContext;

/// The portal in one language.
pub struct PortalEdition {
    messages: &'static Messages,
    /// The sources, in its language.
    pub tree: SourceTree,
    /// The edition, with absolute addresses.
    portal: SiteContext,
    /// The facts of the portal as JSON.
    pub site_json: Box<RawValue>,
}

impl PortalEdition {
    /// Makes every edition that the settings ask for. The first one is that of the sources' own language. `base_url` is the address of
    /// the portal, with a slash at its end.
    ///
    /// # Errors
    /// If the facts of the portal cannot be written as JSON.
    pub fn all(tree: SourceTree, base_url: &str) -> serde_json::Result<Vec<Self>> {
        let translated: Vec<(&'static Messages, SourceTree)> =
            translation_languages().filter_map(|messages| Some((messages, edition(&tree, messages)?))).collect();
        let first = languages().next().map(|messages| (messages, tree));
        first
            .into_iter()
            .chain(translated)
            .map(|(messages, tree)| PortalEdition::new(messages, tree, base_url))
            .collect()
    }

    fn new(messages: &'static Messages, tree: SourceTree, base_url: &str) -> serde_json::Result<Self> {
        let root = Base::at(base_url);
        let base = Base::at(&root.join(messages.folder));
        let site = tree.settings.site.clone();
        let site_json = to_raw_value(&site)?;
        Ok(PortalEdition {
            messages,
            tree,
            portal: SiteContext { site: Arc::new(site), base, root, words: &messages.app },
            site_json,
        })
    }

    /// Returns what the publisher writes of the edition.
    pub fn content<'a>(&'a self, index: &'a SiteIndex<'a>) -> EditionContent<'a> {
        let PortalEdition { messages, tree, portal, site_json } = self;
        let prerender = tree.settings.prerender;
        EditionContent { context: RenderContext { portal, messages, site_json, prerender }, tree, index }
    }
}
