//! The table of rules: id, severity, and the fault that a rule finds. The checks are in `investchn-sources` and
//! `investchn-lint`. `docs/rules.md` describes each rule, and a test compares it with this table.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The effect of a diagnostic on a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Stops the build.
    Error,
    /// The build reports it and continues.
    Warning,
    /// A check counts it, and lists it only on request. It is work for a quiet hour.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        })
    }
}

/// A rule: an entry of [`RULES`].
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule {
    /// The id, such as `unknown-zone`. It never changes.
    pub id: &'static str,
    /// The effect of its diagnostics on a build.
    pub severity: Severity,
    /// The fault that it finds, in one line.
    pub finds: &'static str,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

impl<'de> Deserialize<'de> for &'static Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = <&str>::deserialize(deserializer)?;
        find(id).ok_or_else(|| serde::de::Error::custom(format!("there is no rule `{id}`")))
    }
}

/// Returns the rule with this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

macro_rules! rules {
    ($($name:ident = $severity:ident $id:literal $finds:literal;)*) => {
        $(#[doc = $finds] pub static $name: Rule = Rule { id: $id, severity: Severity::$severity, finds: $finds };)*

        /// Every rule, in the order of `docs/rules.md`.
        pub static RULES: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    // Files.
    ENCODING = Error "encoding" "a file that is not UTF-8";
    OTHER_FORM = Warning "other-form" "a file in another encoding or with other line ends, which is read all the same";
    BEFORE_FENCE = Warning "before-fence" "something before the first +++ of an article";
    PORTABLE_NAME = Warning "portable-name" "a file name that not every system can have";
    SEPARATOR = Warning "separator" "a table whose cells are not separated by commas";
    CONTROL = Error "control" "a control character, which no page can show and no feed can carry";
    TOO_LARGE = Error "too-large" "an article's file of more than two million bytes";
    SYMLINK = Error "symlink" "a symbolic link in the folder of articles";
    TOML = Error "toml" "TOML that cannot be read, or a key that is unknown or missing";
    CSV = Error "csv" "a row that does not fit its table";
    FILE_NAME = Error "file-name" "an article's file whose name is not its date and number";
    FOLDER = Error "folder" "an article in the folder of another zone";
    // The register.
    REGION_CODE = Error "region-code" "a code that is not of GB/T 2260, or stands there twice";
    ZONE_ID = Error "zone-id" "a zone's id that is malformed or taken";
    ZONE_TYPE = Error "zone-type" "a type of zone that there is not";
    ZONE_AREA = Error "zone-area" "an area that is no number of hectares";
    UNKNOWN_REGION = Error "unknown-region" "a region's code that is not in regions.csv";
    UNKNOWN_SOURCE = Error "unknown-source" "the id of a source that is not in sources.toml";
    UNCITED = Error "uncited" "a fact without a source, or a source without a fact";
    // Front matter.
    FRONT_MATTER = Error "front-matter" "an article without front matter";
    TITLE = Error "title" "an empty title";
    SUMMARY = Error "summary" "an empty summary of a translation";
    SOURCE = Error "source" "an empty source";
    DATE = Error "date" "a date that is malformed or not in the calendar";
    FUTURE_DATE = Error "future-date" "an article dated after today";
    UNKNOWN_ZONE = Error "unknown-zone" "a zone's id that is not in zones.csv";
    KIND = Error "kind" "a kind that there is not";
    ALIAS = Error "alias" "an old address that is no path, or is one of the portal's own";
    PIN = Error "pin" "a pinned neighbour that is neither a title nor an article";
    CORRECTION = Error "correction" "a correction that does not say what was put right";
    SILENCE = Error "silence" "a suppression without a reason, or of something that cannot be suppressed";
    PLACEHOLDER = Error "placeholder" "words that `new` left to be replaced, in an article that is no draft";
    // The body.
    EMPTY_BODY = Error "empty-body" "an article without a text";
    HEADING = Error "heading" "a heading of the first level";
    CODE_BLOCK = Error "code-block" "a block of code, mostly an indented paragraph";
    MARKDOWN = Error "markdown" "a form of Markdown that articles do not have";
    NESTING = Error "nesting" "lists, quotes or emphasis too deep in each other";
    RAW_HTML = Error "raw-html" "HTML in an article";
    LINK = Error "link" "a link that no reader could follow";
    ATTACHMENT = Error "attachment" "a document that is missing, elsewhere or empty";
    PHONE = Error "phone" "a telephone link with the 0 of calls within China after +86";
    IMAGE = Error "image" "a picture that is missing, elsewhere or broken";
    IMAGE_ALT = Error "image-alt" "a picture without its text";
    IMAGE_IN_TEXT = Error "image-in-text" "a picture in running text";
    // Translations.
    TRANSLATION_WITHOUT_ORIGINAL = Error "translation-without-original" "a translation without its original beside it";
    TRANSLATION_OUTDATED = Warning "translation-outdated" "a translation that lacks the last correction of its original";
    TRANSLATION_DIFFERS = Warning "translation-differs" "a number or a date in one of original and translation, and not in the other";
    TERMS_MISSING = Warning "terms-missing" "an industry that terms.csv does not translate";
    // All articles together.
    DUPLICATE_ID = Error "duplicate-id" "two articles with one id";
    DUPLICATE_ALIAS = Error "duplicate-alias" "an old address of two articles";
    BROKEN_LINK = Error "broken-link" "a link or a pin to what is not in this portal";
    // Editorial.
    AFTER_EXIT = Warning "after-exit" "an article dated after its zone left the list";
    FORMER_NAME = Warning "former-name" "a former name of a zone, where the present one is nowhere in the article";
    DUPLICATE_TITLE = Warning "duplicate-title" "a title that a zone has twice on one day";
    UNBALANCED = Warning "unbalanced" "one of 《》 “” （） 【】 without its other half";
    MIXED_WIDTH = Warning "mixed-width" "a half-width mark in Chinese text";
    LEFTOVER_MARK = Warning "leftover-mark" "a mark of Markdown that readers would see";
    NEAR_MARKDOWN = Warning "near-markdown" "a line that is nearly Markdown";
    CARD_FONT = Warning "card-font" "a zone's name with a character that the font of the share cards lacks";
    UNUSED_SILENCE = Warning "unused-silence" "a suppression of a rule that found nothing";
    OLD_FACT = Note "old-fact" "a fact that may have changed since its source, where the zone cites a newer one";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_unique_and_well_formed() {
        let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), RULES.len());
        for id in ids {
            assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{id}");
            assert_eq!(find(id).map(|rule| rule.id), Some(id));
        }
    }

    #[test]
    fn the_document_has_exactly_the_sections_of_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rules.md");
        let document = std::fs::read_to_string(path).unwrap().replace('\r', "");
        let heads: Vec<&str> = document.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        let ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(heads, ids);
        for Rule { id, severity, finds } in RULES {
            let severity = match severity {
                Severity::Error => "Error",
                Severity::Warning => "Warning",
                Severity::Note => "Note",
            };
            let opening = format!("### {id}\n\n{severity}: {finds}.\n");
            assert!(document.contains(&opening), "the section begins as the table says: {opening}");
        }
    }

    #[test]
    fn the_chinese_document_has_the_same_sections_and_severities() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/zh-CN/rules.md");
        let document = std::fs::read_to_string(path).unwrap().replace('\r', "");
        let sections: Vec<&str> = document.split("\n### ").skip(1).collect();
        assert_eq!(sections.len(), RULES.len());
        for (section, Rule { id, severity, .. }) in sections.into_iter().zip(RULES) {
            let severity = match severity {
                Severity::Error => "错误",
                Severity::Warning => "警告",
                Severity::Note => "提示",
            };
            let opening = format!("{id}\n\n{severity}：");
            assert!(section.starts_with(&opening), "the section begins as the table says: {opening}\n{section}");
        }
    }
}
