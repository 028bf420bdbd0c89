//! The same page in other languages: links for search engines in heads and sitemaps, and locales for programs that preview pages.

use serde::Serialize;

/// A page in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// The language, as a BCP 47 tag.
    pub lang: &'static str,
    /// The locale, as Open Graph writes it.
    pub locale: &'static str,
    /// The absolute address.
    pub address: String,
}

/// The value of `hreflang` for readers of any other language.
const DEFAULT: &str = "x-default";

/// Returns the languages and addresses that a page names: every edition that has it, this one too, and the first one for everybody
/// else. Search engines ignore a pair that does not name itself and each other.
pub(crate) fn with_default(alternates: &[Alternate]) -> impl Iterator<Item = (&str, &str)> {
    let default = alternates.first().map(|first| (DEFAULT, first.address.as_str()));
    alternates.iter().map(|it| (it.lang, it.address.as_str())).chain(default)
}

/// Returns the elements of a page's head; empty if no other edition has the page.
pub fn alternate_links(alternates: &[Alternate]) -> String {
    let link = |(lang, address): (&str, &str)| {
        format!("<link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\">\n", investchn_text::escape(address))
    };
    with_default(alternates).map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alternate(lang: &'static str, address: &str) -> Alternate {
        Alternate { lang, locale: "", address: address.to_owned() }
    }

    #[test]
    fn the_first_edition_is_for_readers_of_every_other_language() {
        let links =
            alternate_links(&[alternate("zh-CN", "https://a.example/x/"), alternate("en", "https://a.example/en/x/")]);
        assert_eq!(
            links,
            "<link rel=\"alternate\" hreflang=\"zh-CN\" href=\"https://a.example/x/\">\n\
             <link rel=\"alternate\" hreflang=\"en\" href=\"https://a.example/en/x/\">\n\
             <link rel=\"alternate\" hreflang=\"x-default\" href=\"https://a.example/x/\">\n"
        );
        assert_eq!(alternate_links(&[]), "");
    }
}
