//! `site.toml`: the facts of the portal, and how it is published.

use std::path::Path;

use investchn_model::{Contact, Site};
use serde::{Deserialize, Serialize};

use crate::error::SourceError;
use crate::files::Files;
use investchn_diagnostics::Diagnostic;
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
    let raw: RawSettings = toml::from_str(&text).map_err(|error| {
        toml_diagnostics(file, &text, 0..text.len(), &error, &KEYS, diagnostics);
        SourceError::Settings(std::mem::take(diagnostics))
    })?;
    let RawContact { phone, fax, email } = raw.contact;
    let site = Site {
        name: raw.name,
        name_en: raw.name_en,
        slogan: raw.slogan,
        copyright: raw.copyright,
        since: raw.since,
        icp: raw.icp,
        police: raw.police,
        contact: Contact { phone, fax, email },
        editions: Vec::new(),
    };
    let (per_page, base_url, prerender) = (raw.per_page.get().into(), raw.base_url, raw.prerender);
    Ok(SiteSettings { site, per_page, base_url, prerender, feeds: raw.feeds, offline: raw.offline })
}
