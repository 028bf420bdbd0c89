//! Makes the tree of an edition.

use investchn_messages::{Messages, language_tag};
use investchn_model::Site;
use investchn_sources::{EditionParts, EditionSettings, SiteSettings, SourceTree};

use crate::articles;
use crate::regions;
use crate::zones;

/// Returns the tree of the edition in a language: its texts of the portal, names of regions and zones, terms, and the articles that
/// are translated into it, in the order of the originals. None if the settings have no table for the language.
pub fn edition(tree: &SourceTree, messages: &'static Messages) -> Option<SourceTree> {
    let tag = language_tag(messages);
    let settings = settings(&tree.settings, tree.settings.editions.get(tag)?);
    let regions = regions::named(tree, tag);
    let zones = zones::named(tree, tag, &regions);
    let articles = articles::translated(tree, tag, &zones);
    Some(tree.edition(EditionParts { settings, regions, zones, articles }))
}

/// Returns the settings with what the edition says of the portal. Numbers of filings are the same in every language.
fn settings(settings: &SiteSettings, edition: &EditionSettings) -> SiteSettings {
    let EditionSettings { name, slogan, copyright, contact } = edition.clone();
    let site = settings.site.clone();
    let contact = contact.unwrap_or_else(|| site.contact.clone());
    SiteSettings { site: Site { name, slogan, copyright, contact, ..site }, ..settings.clone() }
}
