//! Rules for manifests: the rooms import each other one way only.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use super::Finding;
use super::tree::Tree;

const CONTENT: &str = "investchn-model";
const MARKUP: &str = "investchn-markup";
const MARKUP_MACRO: &str = "investchn-markup-macro";
const MESSAGES: &str = "investchn-messages";
const SEARCH: &str = "investchn-search";
const APP: &str = "investchn";
const PUBLISH: &str = "investchn-publish";
const XTASK: &str = "xtask";
const FUZZ: &str = "investchn-fuzz";

/// The packages of this repository: name to manifest.
type Packages = BTreeMap<String, (String, toml::Table)>;

/// Every manifest against the direction of imports.
pub(super) fn check(tree: &Tree) -> Result<Vec<Finding>> {
    let packages = packages(tree)?;
    let mut findings = Vec::new();
    for (package, (path, manifest)) in &packages {
        for (dependency, for_tests) in dependencies(manifest) {
            if packages.contains_key(&dependency) && !may_import(package, &dependency, for_tests) {
                findings.push(Finding::new(
                    path,
                    format!("{package} must not depend on {dependency}: see ARCHITECTURE.md"),
                ));
            }
        }
    }
    Ok(findings)
}

fn packages(tree: &Tree) -> Result<Packages> {
    let mut packages = Packages::new();
    for file in tree.files.iter().filter(|file| file.path == "Cargo.toml" || file.is("/Cargo.toml")) {
        let manifest: toml::Table = file.text.parse().with_context(|| format!("{} is no TOML", file.path))?;
        let name = manifest.get("package").and_then(|package| package.get("name")).and_then(toml::Value::as_str);
        if let Some(name) = name.map(str::to_owned) {
            packages.insert(name, (file.path.clone(), manifest));
        }
    }
    Ok(packages)
}

/// The names that a manifest depends on, of any target, and whether for tests only.
fn dependencies(manifest: &toml::Table) -> Vec<(String, bool)> {
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let tables = targets.into_iter().flat_map(toml::Table::values).filter_map(toml::Value::as_table);
    let mut names = Vec::new();
    for table in tables.chain([manifest]) {
        for key in ["dependencies", "build-dependencies", "dev-dependencies"] {
            for (name, value) in table.get(key).and_then(toml::Value::as_table).into_iter().flatten() {
                let renamed = value.get("package").and_then(toml::Value::as_str);
                names.push((renamed.unwrap_or(name).to_owned(), key == "dev-dependencies"));
            }
        }
    }
    names
}

/// content ← messages ← search ← app ← publish ← fuzz, and markup macro ← markup ← app. Tests of the app may cross rooms, tests of the
/// macro see the runtime that its code calls, and tests may name their own package with other features.
fn may_import(package: &str, dependency: &str, for_tests: bool) -> bool {
    match (package, dependency) {
        (_, XTASK) => false,
        (FUZZ, _) => dependency == PUBLISH,
        (CONTENT, _) => false,
        (MESSAGES, _) => dependency == CONTENT,
        (MARKUP_MACRO, _) => dependency == MARKUP && for_tests,
        (MARKUP, MARKUP) => for_tests,
        (MARKUP, _) => dependency == MARKUP_MACRO,
        (SEARCH, _) => dependency == CONTENT,
        (_, PUBLISH) => package == APP && for_tests,
        (APP, APP) => for_tests,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::tree_of;

    fn broken(package: &str, rest: &str) -> usize {
        let manifest = format!("[package]\nname = \"{package}\"\n{rest}");
        let others: Vec<(String, String)> = [CONTENT, MESSAGES, MARKUP, MARKUP_MACRO, SEARCH, APP, PUBLISH, XTASK]
            .iter()
            .filter(|name| **name != package)
            .map(|name| (format!("crates/{name}/Cargo.toml"), format!("[package]\nname = \"{name}\"\n")))
            .collect();
        let mut files = vec![("crates/it/Cargo.toml", manifest.as_str())];
        files.extend(others.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        check(&tree_of(&files)).unwrap().len()
    }

    #[test]
    fn content_stands_alone() {
        assert_eq!(broken(CONTENT, "[dependencies]\nserde.workspace = true\n"), 0);
        assert_eq!(broken(CONTENT, "[dependencies]\ninvestchn.workspace = true\n"), 1);
    }

    #[test]
    fn markup_knows_nothing_of_the_portal() {
        assert_eq!(broken(MARKUP, "[dependencies]\ninvestchn-markup-macro.workspace = true\n"), 0);
        assert_eq!(broken(MARKUP, "[dependencies]\ninvestchn-model.workspace = true\n"), 1);
        assert_eq!(broken(MARKUP_MACRO, "[dev-dependencies]\ninvestchn-markup.workspace = true\n"), 0);
        assert_eq!(broken(MARKUP_MACRO, "[dependencies]\ninvestchn-markup.workspace = true\n"), 1);
    }

    #[test]
    fn messages_depend_on_the_model_only() {
        assert_eq!(broken(MESSAGES, "[dependencies]\ninvestchn-model.workspace = true\n"), 0);
        assert_eq!(broken(MESSAGES, "[dependencies]\ninvestchn.workspace = true\n"), 1);
    }

    #[test]
    fn the_app_sees_the_publisher_in_tests_only() {
        assert_eq!(broken(APP, "[dev-dependencies]\ninvestchn-publish.workspace = true\n"), 0);
        assert_eq!(broken(APP, "[dependencies]\ninvestchn-publish.workspace = true\n"), 1);
        assert_eq!(broken(APP, "[target.'cfg(unix)'.dependencies]\np = { package = \"investchn-publish\" }\n"), 1);
    }

    #[test]
    fn nothing_depends_on_the_commands() {
        assert_eq!(broken(PUBLISH, "[build-dependencies]\nxtask = { path = \"../xtask\" }\n"), 1);
        assert_eq!(broken(PUBLISH, "[dependencies]\ninvestchn.workspace = true\n"), 0);
    }
}
