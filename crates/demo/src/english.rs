//! The English edition of a corpus: its terms, its settings, and the English texts of articles.

/// The English terms of the register's industries.
pub(super) const TERMS: &str = "terms.csv";

/// The heading of the English edition in the settings; its tables are the last ones.
const EDITION: &str = "\n[en]";

/// Removes the English edition from the settings.
pub(super) fn remove_edition(settings: &mut String) {
    if let Some(at) = settings.find(EDITION) {
        settings.truncate(at + 1);
    }
}

/// Writes the English text of an article. It does not say what the original says, so the rule that compares both is suppressed.
pub(super) fn text(serial: usize) -> String {
    let paragraph = "This English text is an example (示例). It belongs to a synthetic article and says nothing about a real place. \
                     It is about as long as a short report of a development zone, so that builds of a portal in two languages can be \
                     measured.";
    format!(
        "+++\ntitle = \"Example {serial}: news of a development zone\"\nsummary = \"An example of an English text.\"\n\
         suppress = [{{ rule = \"translation-differs\", reason = \"示例\" }}]\n+++\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_without_the_edition_end_before_it() {
        let mut settings = "name = \"甲\"\n\n[contact]\nfax = \"1\"\n[en]\nname = \"A\"\n[en.contact]\n".to_owned();
        remove_edition(&mut settings);
        assert_eq!(settings, "name = \"甲\"\n\n[contact]\nfax = \"1\"\n");
    }

    #[test]
    fn every_english_text_is_marked_as_an_example() {
        assert!(text(7).contains("Example 7") && text(7).contains("示例"));
    }
}
