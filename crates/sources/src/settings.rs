//! `site.toml`: the facts of the portal, and how it is published.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_model::{Contact, Site};
use serde::{Deserialize, Serialize};
use toml::de::{DeTable, ValueDeserializer};

use crate::languages;
use investchn_diagnostics::{Diagnostic, Location, rules};
use investchn_files::Files;
use investchn_files::SourceError;
use investchn_localized::localized;
use investchn_messages::translation_tags;
use investchn_toml::toml_diagnostics;

/// The settings of the portal.
#[derive(Clone, Debug)]
pub struct SiteSettings {
    /// The facts that every page shows.
    pub site: Site,
    /// The number of articles on a full page of a list.
    pub per_page: usize,
    /// The URL under which the portal is deployed.
    pub base_url: String,
    /// Selects the pages that are published with their text.
    pub prerender: Prerender,
    /// The text of articles in feeds.
    pub feeds: FeedText,
    /// True if readers' browsers store visited pages for reading offline.
    pub offline: bool,
    /// The editions in other languages, by the language's tag.
    pub editions: BTreeMap<&'static str, EditionSettings>,
}

/// The facts of the portal in another language: the table of that language, `[en]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionSettings {
    /// The name of the portal.
    pub name: String,
    /// The line above the breadcrumb.
    pub slogan: String,
    /// The copyright line, shown verbatim.
    pub copyright: String,
    /// The contact for readers of this language, if it is another one.
    pub contact: Option<Contact>,
}

/// Selects the pages that are published with their text; the others have only the data from which the app renders it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Prerender {
    /// Every page has its text.
    #[default]
    All,
    /// No page has its text. Files are smaller, but readers see nothing until the app runs.
    None,
}

/// The text of articles in feeds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FeedText {
    /// The full text, and all pictures.
    #[default]
    Full,
    /// The summary, and the first picture.
    Summary,
}

/// The names of all settings that are texts or switches.
const KEYS: [&str; 13] = [
    "name",
    "name_en",
    "slogan",
    "copyright",
    "icp",
    "police",
    "base_url",
    "prerender",
    "feeds",
    "offline",
    "phone",
    "fax",
    "email",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSettings {
    name: String,
    name_en: String,
    slogan: String,
    copyright: String,
    since: u16,
    #[serde(default)]
    icp: String,
    #[serde(default)]
    police: String,
    #[serde(default = "thirty")]
    per_page: std::num::NonZeroU16,
    base_url: String,
    #[serde(default)]
    prerender: Prerender,
    #[serde(default)]
    feeds: FeedText,
    #[serde(default = "yes")]
    offline: bool,
    contact: RawContact,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawContact {
    phone: String,
    fax: String,
    email: String,
}

impl From<RawContact> for Contact {
    fn from(RawContact { phone, fax, email }: RawContact) -> Self {
        Contact { phone, fax, email }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEdition {
    name: String,
    slogan: String,
    copyright: String,
    contact: Option<RawContact>,
}

fn thirty() -> std::num::NonZeroU16 {
    std::num::NonZeroU16::MIN.saturating_add(29)
}

fn yes() -> bool {
    true
}

/// Reads the settings.
///
/// # Errors
/// If the file cannot be read or has faults, because nothing can be built without settings.
pub(crate) fn read(
    files: &dyn Files,
    file: &Path,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<SiteSettings, SourceError> {
    let text = files.read_text(file)?;
    let mut fault = |error: &toml::de::Error| {
        toml_diagnostics(file, &text, 0..text.len(), error, &KEYS, diagnostics);
        SourceError::Settings(std::mem::take(diagnostics))
    };
    let mut table = DeTable::parse(&text).map_err(|error| fault(&error))?;
    let mut editions = BTreeMap::new();
    for tag in translation_tags() {
        let Some(entry) = table.get_mut().remove(tag) else { continue };
        let raw = RawEdition::deserialize(ValueDeserializer::from(entry)).map_err(|error| fault(&error))?;
        let RawEdition { name, slogan, copyright, contact } = raw;
        editions.insert(tag, EditionSettings { name, slogan, copyright, contact: contact.map(Contact::from) });
    }
    let unknown = table.get_ref().iter().find(|(key, value)| value.get_ref().is_table() && key.get_ref() != "contact");
    if let Some((key, _)) = unknown {
        let tags = translation_tags().collect::<Vec<_>>().join("], [");
        let message = localized!(zh "没有 `{}` 版", en "there is no edition `{}`", key.get_ref());
        let help = localized!(
            zh "删掉这一段；可以有的段是 [contact]、[{tags}]",
            en "take the table out; the tables are [contact], [{tags}]"
        );
        diagnostics.push(Diagnostic::new(Location::at(file, &text, key.span().start), &rules::TOML, message, help));
        return Err(SourceError::Settings(std::mem::take(diagnostics)));
    }
    let raw = RawSettings::deserialize(toml::Deserializer::from(table)).map_err(|error| fault(&error))?;
    let site = Site {
        name: raw.name,
        name_en: raw.name_en,
        slogan: raw.slogan,
        copyright: raw.copyright,
        since: raw.since,
        icp: raw.icp,
        police: raw.police,
        contact: raw.contact.into(),
        editions: languages::editions(|tag| editions.contains_key(tag)),
    };
    let (per_page, base_url, prerender) = (raw.per_page.get().into(), raw.base_url, raw.prerender);
    Ok(SiteSettings { site, per_page, base_url, prerender, feeds: raw.feeds, offline: raw.offline, editions })
}
