//! The languages of translations, as files and settings name them.

use std::path::Path;

use crate::article::date_and_number;
use investchn_messages::{Messages, language_tag, languages, translation_languages};
use investchn_model::Edition;

/// Returns the editions of a portal that has, besides that of the originals, those of some languages; none if it has one only.
pub(crate) fn editions(has: impl Fn(&str) -> bool) -> Vec<Edition> {
    let others: Vec<_> = translation_languages().filter(|messages| has(language_tag(messages))).collect();
    if others.is_empty() {
        return Vec::new();
    }
    let edition = |messages: &Messages| Edition {
        tag: messages.lang().to_owned(),
        name: messages.name.to_owned(),
        folder: messages.folder.to_owned(),
        zone_page: messages.zone_page.to_owned(),
    };
    languages().take(1).chain(others).map(edition).collect()
}

/// Returns the messages of a language into which articles may be translated, by its tag.
pub(crate) fn translation_language(tag: &str) -> Option<&'static Messages> {
    translation_languages().find(|messages| language_tag(messages) == tag)
}

/// Splits the name of a translation's file, `2022-02-14-1.en.md`: returns the name of its original's, and its tag, which may be
/// unknown. None for any other file.
pub(crate) fn of_file(file: &Path) -> Option<(String, &str)> {
    let (original, tag) = file.file_stem()?.to_str()?.rsplit_once('.')?;
    Some((format!("{original}.md"), tag))
}

/// Returns true for the name of a translation's file, whose language may be unknown.
pub fn is_translation(file: &Path) -> bool {
    of_file(file).is_some_and(|(original, _)| date_and_number(Path::new(&original)).is_some())
}
