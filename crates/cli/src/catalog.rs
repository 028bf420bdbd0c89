//! Help in both languages, found by its English text.

use std::collections::BTreeMap;

use investchn_localized::{Lang, Text, localized};

/// Texts of help by their English, without the full stop at the end.
#[derive(Debug)]
pub struct Catalog(BTreeMap<String, String>);

impl Catalog {
    /// Makes a catalog of the texts of a program and those that all programs have.
    pub fn new(texts: impl IntoIterator<Item = Text>) -> Self {
        Catalog(texts.into_iter().chain(crate::texts::common()).map(|text| (text.en, text.zh)).collect())
    }

    /// Translates help, paragraph by paragraph. What the catalog lacks stays as it is; `missing` takes it.
    pub(crate) fn translate(&self, help: &str, lang: Lang, missing: &mut impl FnMut(&str)) -> String {
        let paragraphs = help.split("\n\n").map(|paragraph| {
            let text = paragraph.trim_end_matches('.');
            let has_stop = text.len() < paragraph.len();
            match self.0.get(text) {
                Some(chinese) if lang == Lang::Zh && has_stop => localized!(zh "{chinese}。", en "{text}.").zh,
                Some(chinese) if lang == Lang::Zh => chinese.clone(),
                Some(_) => paragraph.to_owned(),
                None => {
                    missing(text);
                    paragraph.to_owned()
                }
            }
        });
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }
}
