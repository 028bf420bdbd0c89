//! The rule for industries without a translation.

use std::collections::BTreeSet;

use investchn_diagnostics::{Diagnostic, rules};
use investchn_localized::localized;
use investchn_sources::SourceTree;

/// Reports each industry of the register that `terms.csv` does not translate, once, at the first zone that has it. Only the languages
/// count in which the portal has an edition.
pub(crate) fn missing(tree: &SourceTree) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for tag in tree.settings.editions.keys() {
        let terms = tree.terms.get(tag);
        let mut named: BTreeSet<&str> = BTreeSet::new();
        for source in &tree.zones {
            let facts = source.zone.industries.iter();
            let industries =
                facts.flat_map(|fact| std::iter::once(&fact.value).chain(fact.others.iter().map(|it| &it.value)));
            for industry in industries.flatten() {
                if terms.is_some_and(|terms| terms.contains_key(industry)) || !named.insert(industry) {
                    continue;
                }
                let message = localized!(
                    zh "terms.csv 里，`{industry}` 没有 `{tag}` 译名",
                    en "`{industry}` has no `{tag}` in terms.csv"
                );
                let help = localized!(
                    zh "加一行，写上这个词和译名；在此之前，网页显示中文",
                    en "add a row with the word and its translation; until then pages show it in Chinese"
                );
                diagnostics.push(Diagnostic::new(source.place.clone(), &rules::TERMS_MISSING, message, help));
            }
        }
    }
    diagnostics
}
