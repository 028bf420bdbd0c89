//! The rule for names of types: each has one meaning in the whole product, so that a reader who knows it from one crate knows
//! it in all.

use std::collections::BTreeMap;

use syn::Item;

use investchn_tooling::told;

use super::finding::Finding;
use crate::syntax::Target;

/// Checks the types of all targets.
pub(super) fn check<'a>(targets: impl IntoIterator<Item = &'a Target>) -> Vec<Finding> {
    let mut found: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for module in targets.into_iter().flat_map(|target| &target.modules) {
        for name in module.items.iter().filter_map(type_name) {
            let files = found.entry(name).or_default();
            // Two types of the same name in one file are alternatives, of which a build compiles one.
            if !files.contains(&module.file.as_str()) {
                files.push(&module.file);
            }
        }
    }
    found.retain(|_, files| files.len() > 1);
    found
        .into_iter()
        .map(|(name, files)| {
            Finding::new(
                files[0],
                told!(
                    zh "{} 中也有类型 `{name}`：各按其含义命名",
                    en "`{name}` is also a type in {}: name each by what it is",
                    files[1..].join(", ")
                ),
            )
        })
        .collect()
}

fn type_name(item: &Item) -> Option<String> {
    match item {
        Item::Enum(it) => Some(it.ident.to_string()),
        Item::Struct(it) => Some(it.ident.to_string()),
        Item::Trait(it) => Some(it.ident.to_string()),
        Item::Type(it) => Some(it.ident.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::target_of;

    #[test]
    fn repeated_names_are_reported_with_both_files() {
        let one = target_of(&[
            ("src/lib.rs", "mod a; pub struct Page; mod tables;"),
            ("src/a.rs", "enum Page {}"),
            ("src/tables.rs", ""),
        ]);
        let other = target_of(&[("src/lib.rs", "trait Render {} fn page() {}")]);
        let findings = check([&one, &other]);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].place, "src/a.rs");
        assert!(findings[0].advice.contains("`Page`") && findings[0].advice.contains("src/lib.rs"));
    }

    #[test]
    fn types_of_tests_and_forms_of_one_type_may_share_a_name() {
        let target = target_of(&[
            ("src/lib.rs", "mod a; #[cfg(test)] mod tests { struct Page; }"),
            ("src/a.rs", "#[cfg(unix)] struct Page; #[cfg(not(unix))] struct Page; fn f() { struct Page; }"),
        ]);
        assert!(check([&target]).is_empty());
    }
}
