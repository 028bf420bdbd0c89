//! The portal's languages at run time, and those into which articles may be translated: all but the first.

use std::sync::OnceLock;

use crate::{LANGUAGES, Messages};

/// The language that a test has added.
static ADDED: OnceLock<&Messages> = OnceLock::new();

/// Adds a language that only a test has, once in a process: from then on it may be published, as if it were in [`LANGUAGES`].
#[doc(hidden)]
pub fn add_language(messages: &'static Messages) {
    investchn_model::published::add_edition_folder(ADDED.get_or_init(|| messages).folder);
}

/// Returns the messages of every language that may be published; the first is that of the sources.
pub fn languages() -> impl Iterator<Item = &'static Messages> {
    LANGUAGES.into_iter().chain(ADDED.get().copied())
}

/// Returns the messages of each language into which articles may be translated.
pub fn translation_languages() -> impl Iterator<Item = &'static Messages> {
    languages().skip(1)
}

/// Returns the tag that names a language in file names, columns and tables: the primary subtag, `en` of `en-GB`.
pub fn language_tag(messages: &Messages) -> &'static str {
    messages.lang().split('-').next().unwrap_or_default()
}

/// Returns the tags of the languages into which articles may be translated.
pub fn translation_tags() -> impl Iterator<Item = &'static str> {
    translation_languages().map(language_tag)
}
