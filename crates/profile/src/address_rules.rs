//! Rules for the addresses of an old site: what the folder of a page tells of the page.

use globset::{Glob, GlobBuilder, GlobMatcher};
use investchn_model::Kind;

use crate::named_zone::NamedZone;

/// The facts of the pages whose addresses match a pattern.
#[derive(Clone, Debug)]
pub struct AddressRule {
    /// The pattern, such as `/zhaoshang/**`.
    pub pattern: String,
    /// The zone of pages that name none.
    pub zone: Option<NamedZone>,
    /// The source of pages that name none.
    pub source: Option<String>,
    /// The kind of pages that do not say theirs.
    pub kind: Option<Kind>,
    /// True if the pages are no articles, such as lists.
    pub skipped: bool,
    pub(crate) matcher: GlobMatcher,
}

impl AddressRule {
    /// Makes a rule that tells nothing yet. `*` matches within a folder, `**` across folders; letters match in any case, as
    /// on the servers of many old sites.
    ///
    /// # Errors
    /// If the pattern is none.
    pub fn new(pattern: &str) -> Result<Self, globset::Error> {
        let glob: Glob = GlobBuilder::new(pattern).literal_separator(true).case_insensitive(true).build()?;
        let (zone, source, kind) = (None, None, None);
        Ok(AddressRule {
            pattern: pattern.to_owned(),
            zone,
            source,
            kind,
            skipped: false,
            matcher: glob.compile_matcher(),
        })
    }
}

/// The rules in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct AddressRules(pub Vec<AddressRule>);

impl AddressRules {
    /// Returns the first rule whose pattern matches an address: path and query below the site, with or without the first
    /// slash.
    pub fn find(&self, address: &str) -> Option<&AddressRule> {
        let path = ["/", address.trim_start_matches('/')].concat();
        self.0.iter().find(|rule| rule.matcher.is_match(&path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_matching_pattern_counts_in_any_case() {
        let rules = ["/zhaoshang/list*.html", "/zhaoshang/**", "/*.asp*"];
        let rules = AddressRules(rules.iter().map(|pattern| AddressRule::new(pattern).expect("a pattern")).collect());
        for (address, expected) in [
            ("zhaoshang/list_2.html", Some("/zhaoshang/list*.html")),
            ("/ZhaoShang/2012/1.html", Some("/zhaoshang/**")),
            ("show.asp?id=1", Some("/*.asp*")),
            ("news/show.asp?id=1", None),
        ] {
            assert_eq!(rules.find(address).map(|rule| rule.pattern.as_str()), expected, "{address}");
        }
    }
}
