//! The languages into which articles may be translated: all of the portal's, but the first.

use crate::{LANGUAGES, Messages};

/// Returns the messages of each language into which articles may be translated.
pub fn translation_languages() -> impl Iterator<Item = &'static Messages> {
    LANGUAGES.into_iter().skip(1)
}

/// Returns the tag that names a language in file names, columns and tables: the primary subtag, `en` of `en-GB`.
pub fn language_tag(messages: &Messages) -> &'static str {
    messages.lang().split('-').next().unwrap_or_default()
}

/// Returns the tags of the languages into which articles may be translated.
pub fn translation_tags() -> impl Iterator<Item = &'static str> {
    translation_languages().map(language_tag)
}
