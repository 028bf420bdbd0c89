//! Data that every view needs besides its own: the portal's facts and its base address.

use std::sync::Arc;

use investchn_messages::{AppMessages, LANGUAGES};
use investchn_model::{PartialDate, Site};

use investchn_model::route::{Base, Route};

/// The language of the sources, which is that of the first edition.
const SOURCE_LANG: &str = LANGUAGES[0].lang();

/// The portal that a view belongs to.
#[derive(Clone, Debug)]
pub struct SiteContext {
    /// Name, slogan, contact.
    pub site: Arc<Site>,
    /// The address of the edition's folder, which every address of a view begins with.
    pub base: Base,
    /// The address of the portal's folder, with the files that all editions share. It is the base of the first edition.
    pub root: Base,
    /// The messages in the edition's language.
    pub words: &'static AppMessages,
}

impl SiteContext {
    /// Returns the address of a route.
    pub fn href(&self, route: &Route) -> String {
        route.href(&self.base)
    }

    /// Returns the folder of this edition below the portal's; empty for the first one.
    pub fn folder(&self) -> &str {
        let own = self.site.editions.iter().find(|edition| edition.tag == self.words.lang());
        own.map_or("", |edition| &edition.folder)
    }

    /// Returns the portal path of a route of this edition, such as `/en/zone/huaian-htz/`.
    pub fn path(&self, route: &Route) -> String {
        ["/", self.folder(), &route.below()].concat()
    }

    /// Returns the portal as a published page addresses it: relative to the page's path below the edition's folder.
    pub fn relative_from(&self, below: &str) -> SiteContext {
        let base = Base::relative_from(below);
        let root = Base::relative_from(&[self.folder(), below].concat());
        SiteContext { site: self.site.clone(), base, root, words: self.words }
    }

    /// Words a date in a list or at the head of an article. The first edition has it as the source states it, in digits, and so it needs
    /// no words.
    pub fn date(&self, date: PartialDate) -> String {
        if self.words.lang() == SOURCE_LANG { date.to_string() } else { self.words.facts.date(date) }
    }

    /// Returns the tag of the language of a text that this edition shows untranslated: a source, a former name. None for a text in the
    /// edition's own language.
    pub fn foreign_lang(&self, text: &str) -> Option<&'static str> {
        // The first byte of a Chinese character in UTF-8.
        (self.words.lang() != SOURCE_LANG && text.bytes().any(|byte| byte >= 0xE3)).then_some(SOURCE_LANG)
    }

    /// Returns the address of a link in an article. A portal path is resolved against the portal's folder, whatever the edition;
    /// every other address is returned unchanged.
    pub fn link(&self, href: &str) -> String {
        match href.strip_prefix('/') {
            Some(below) => self.root.join(below),
            None => href.to_owned(),
        }
    }
}
