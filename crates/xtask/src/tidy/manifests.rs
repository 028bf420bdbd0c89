//! The rule for manifests: a crate may depend only on the crates that the table allows. This keeps the direction of
//! dependencies in ARCHITECTURE.md, and shows every new crate or dependency to a reviewer.

use investchn_tooling::told;

use super::finding::Finding;
use investchn_tooling::packages::Package;

/// A crate, and the crates of this repository that it may depend on.
struct Allowed {
    name: &'static str,
    uses: &'static [&'static str],
    /// Further crates that its tests may use. Tests may also use the crate itself, with other features.
    tests: &'static [&'static str],
}

const fn allowed(name: &'static str, uses: &'static [&'static str]) -> Allowed {
    Allowed { name, uses, tests: &[] }
}

const APP: &str = "investchn";
const ARTIFACTS: &str = "investchn-artifacts";
const BENCH: &str = "investchn-bench";
const BENCH_PUBLISH: &str = "investchn-bench-publish";
const BENCH_SEARCH: &str = "investchn-bench-search";
const CARDS: &str = "investchn-cards";
const CLI: &str = "investchn-cli";
const CHARTS: &str = "investchn-charts";
const CSV: &str = "investchn-csv";
const DEMO: &str = "investchn-demo";
const DEV_SERVER: &str = "investchn-devserver";
const DIAGNOSTICS: &str = "investchn-diagnostics";
const DIGEST: &str = "investchn-digest";
const DISCOVERY: &str = "investchn-discovery";
const DISK: &str = "investchn-disk";
const EDITION: &str = "investchn-edition";
const FEEDS: &str = "investchn-feeds";
const FILES: &str = "investchn-files";
const FIGURES: &str = "investchn-figures";
const FUZZ: &str = "investchn-fuzz";
const HOSTING: &str = "investchn-hosting";
const IMPORT: &str = "investchn-import";
const INDEXING: &str = "investchn-indexing";
const STATE: &str = "investchn-state";
const STATIC_PAGES: &str = "investchn-static-pages";
const LINES: &str = "investchn-lines";
const LOCALIZED: &str = "investchn-localized";
const LINT: &str = "investchn-lint";
const MARKDOWN: &str = "investchn-markdown";
const MARKUP: &str = "investchn-markup";
const MARKUP_MACRO: &str = "investchn-markup-macro";
const MENDING: &str = "investchn-mending";
const MESSAGES: &str = "investchn-messages";
const MODEL: &str = "investchn-model";
const NAMING: &str = "investchn-naming";
const NAVIGATION: &str = "investchn-navigation";
const OUTPUT: &str = "investchn-output";
const PAGE: &str = "investchn-page";
const PROFILE: &str = "investchn-profile";
const PUBLISH: &str = "investchn-publish";
const REGISTER: &str = "investchn-register";
const REGISTER_EXPORT: &str = "investchn-register-export";
const SEARCH: &str = "investchn-search";
const SEARCH_WASM: &str = "investchn-search-wasm";
const SITE: &str = "investchn-site";
const SOURCES: &str = "investchn-sources";
const TEXT: &str = "investchn-text";
const TOML: &str = "investchn-toml";
const TOOLING: &str = "investchn-tooling";
const WASM_STREAMS: &str = "wasm-streams";
const ZONES: &str = "investchn-zones";
const XTASK: &str = "xtask";

/// Every crate. Only `site` and `publish` may depend on the app, so that all others compile without Leptos.
const TABLE: [Allowed; 52] = [
    allowed(WASM_STREAMS, &[]),
    allowed(MODEL, &[]),
    allowed(ARTIFACTS, &[MODEL]),
    allowed(TEXT, &[]),
    allowed(LOCALIZED, &[]),
    allowed(CLI, &[LOCALIZED, MODEL]),
    allowed(DIAGNOSTICS, &[LOCALIZED]),
    allowed(DIGEST, &[]),
    allowed(FIGURES, &[]),
    allowed(NAMING, &[LOCALIZED]),
    allowed(SEARCH, &[LOCALIZED, DIGEST]),
    allowed(SEARCH_WASM, &[SEARCH]),
    allowed(STATE, &[DIGEST]),
    allowed(OUTPUT, &[LOCALIZED, ARTIFACTS, MODEL, DIGEST, STATE]),
    // Its tests expand the macro as a caller would.
    Allowed { name: MARKUP_MACRO, uses: &[], tests: &[MARKUP] },
    allowed(MARKUP, &[MARKUP_MACRO]),
    allowed(MESSAGES, &[MODEL]),
    allowed(NAVIGATION, &[MODEL, MESSAGES]),
    allowed(CHARTS, &[MODEL, MESSAGES, TEXT]),
    allowed(FEEDS, &[MODEL, MESSAGES, NAVIGATION]),
    allowed(CARDS, &[LOCALIZED]),
    allowed(DISCOVERY, &[LOCALIZED, CARDS, MODEL, MESSAGES, NAVIGATION, TEXT]),
    allowed(HOSTING, &[LOCALIZED, ARTIFACTS, MODEL]),
    allowed(DEMO, &[LOCALIZED, SOURCES, MODEL, DIAGNOSTICS]),
    allowed(MARKDOWN, &[LOCALIZED, MODEL, TEXT, DIAGNOSTICS]),
    allowed(MENDING, &[LOCALIZED, MODEL, TEXT]),
    allowed(TOML, &[LOCALIZED, MENDING, MODEL, DIAGNOSTICS]),
    allowed(CSV, &[LOCALIZED, MENDING, DIAGNOSTICS]),
    allowed(FILES, &[LOCALIZED, DIAGNOSTICS, DIGEST]),
    allowed(ZONES, &[LOCALIZED, CSV, FILES, TOML, MESSAGES, MODEL, DIAGNOSTICS]),
    allowed(
        SOURCES,
        &[LOCALIZED, CSV, FILES, ZONES, MARKDOWN, TOML, MENDING, MODEL, MESSAGES, TEXT, DIAGNOSTICS, DIGEST, STATE],
    ),
    allowed(STATIC_PAGES, &[MARKUP, MESSAGES, MODEL, NAVIGATION]),
    allowed(INDEXING, &[SOURCES, NAMING, SEARCH, MODEL]),
    allowed(REGISTER_EXPORT, &[SOURCES, MESSAGES, MODEL]),
    allowed(EDITION, &[SOURCES, NAMING, MESSAGES, MODEL, DIGEST]),
    allowed(LINT, &[LOCALIZED, CARDS, FIGURES, MARKDOWN, MENDING, SOURCES, MODEL, MESSAGES, TEXT, DIAGNOSTICS, DIGEST]),
    allowed(DISK, &[LOCALIZED, SOURCES, LINT, MENDING, MODEL, OUTPUT, DIGEST]),
    allowed(LINES, &[MODEL, TEXT]),
    allowed(PAGE, &[LINES, MODEL, TEXT]),
    allowed(PROFILE, &[LOCALIZED, LINES, PAGE, TOML, MODEL, DIAGNOSTICS]),
    allowed(IMPORT, &[LOCALIZED, MENDING, LINES, PAGE, PROFILE, SOURCES, MODEL, MESSAGES, TEXT, DIAGNOSTICS, DIGEST]),
    allowed(REGISTER, &[LOCALIZED, SOURCES, LINT, MODEL, NAMING, DIAGNOSTICS, DIGEST, MENDING]),
    Allowed {
        name: APP,
        uses: &[MODEL, MESSAGES, NAVIGATION, MARKUP],
        // The tests in tests/ publish a site and examine it.
        tests: &[ARTIFACTS, PUBLISH, SITE, SOURCES, HOSTING, OUTPUT, SEARCH, TEXT, DIAGNOSTICS, DIGEST, DEMO],
    },
    allowed(
        SITE,
        &[
            LOCALIZED,
            SOURCES,
            EDITION,
            REGISTER_EXPORT,
            ARTIFACTS,
            CARDS,
            CHARTS,
            DISCOVERY,
            FEEDS,
            HOSTING,
            INDEXING,
            STATIC_PAGES,
            SEARCH,
            OUTPUT,
            MESSAGES,
            NAMING,
            NAVIGATION,
            APP,
            MODEL,
            TEXT,
            DIAGNOSTICS,
            DIGEST,
            MARKUP,
        ],
    ),
    allowed(
        PUBLISH,
        &[
            LOCALIZED,
            CLI,
            MODEL,
            TEXT,
            MESSAGES,
            MARKUP,
            DIAGNOSTICS,
            DIGEST,
            SOURCES,
            LINT,
            MENDING,
            HOSTING,
            SITE,
            OUTPUT,
            IMPORT,
            PROFILE,
            DISK,
            DEMO,
            REGISTER,
            APP,
        ],
    ),
    allowed(FUZZ, &[PUBLISH, SEARCH, SOURCES, IMPORT, DIAGNOSTICS, MODEL]),
    allowed(TOOLING, &[LOCALIZED]),
    // It writes the paths and words that scripts import.
    allowed(XTASK, &[LOCALIZED, CLI, TOOLING, ARTIFACTS, MODEL, MESSAGES]),
    allowed(BENCH, &[LOCALIZED, CLI, TOOLING, LINES, PAGE, MODEL]),
    allowed(BENCH_PUBLISH, &[CLI, TOOLING]),
    allowed(BENCH_SEARCH, &[LOCALIZED, CLI, TOOLING, SEARCH]),
    allowed(DEV_SERVER, &[LOCALIZED, CLI, TOOLING]),
];

/// Checks every manifest against the table.
pub(super) fn check(packages: &[Package]) -> Vec<Finding> {
    packages.iter().flat_map(|package| findings(package, packages)).collect()
}

fn findings(package: &Package, packages: &[Package]) -> Vec<Finding> {
    let name = &package.name;
    let Some(allowed) = TABLE.iter().find(|allowed| allowed.name == name) else {
        let advice = told!(
            zh "{name} 不在 crate 表中：在 {} 中写明它可以依赖什么",
            en "{name} is not in the table of crates: say in {} what it may depend on",
            file!()
        );
        return vec![Finding::new(package.path("Cargo.toml"), advice)];
    };
    let is_ours = |dependency: &&str| packages.iter().any(|package| package.name == *dependency);
    let may_use = |dependency: &str| allowed.uses.contains(&dependency);
    let may_test_with =
        |dependency: &str| may_use(dependency) || allowed.tests.contains(&dependency) || dependency == name.as_str();
    let used = package.dependencies().filter(is_ours).filter(|it| !may_use(it));
    let tested = package.test_dependencies().filter(is_ours).filter(|it| !may_test_with(it));
    used.chain(tested)
        .map(|dependency| {
            let advice = told!(
                zh "{name} 不能依赖 {dependency}：可以依赖什么见 {} 中的表",
                en "{name} must not depend on {dependency}: the table in {} says on what it may",
                file!()
            );
            Finding::new(package.path("Cargo.toml"), advice)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use investchn_tooling::packages::parse;

    /// Returns the findings for one package with one dependency of a kind.
    fn broken(name: &str, dependency: &str, kind: Option<&str>) -> Vec<String> {
        let all = TABLE.iter().map(|allowed| allowed.name).chain(["serde"]).filter(|it| *it != name && *it != "serde");
        let mut packages: Vec<_> = all
            .map(|name| serde_json::json!({ "name": name, "manifest_path": "Cargo.toml", "dependencies": [] }))
            .collect();
        packages.push(serde_json::json!({
            "name": name,
            "manifest_path": "it/Cargo.toml",
            "dependencies": [{ "name": dependency, "kind": kind }],
        }));
        let packages = parse(serde_json::json!({ "packages": packages }).to_string().as_bytes()).unwrap();
        check(&packages).into_iter().map(|finding| finding.advice).collect()
    }

    #[test]
    fn the_model_depends_on_no_crate_of_ours() {
        assert!(broken(MODEL, "serde", None).is_empty());
        assert_eq!(broken(MODEL, APP, None).len(), 1);
    }

    #[test]
    fn markup_depends_on_its_macro_only() {
        assert!(broken(MARKUP, MARKUP_MACRO, None).is_empty());
        assert_eq!(broken(MARKUP, MODEL, None).len(), 1);
        assert!(broken(MARKUP_MACRO, MARKUP, Some("dev")).is_empty());
        assert_eq!(broken(MARKUP_MACRO, MARKUP, None).len(), 1);
    }

    #[test]
    fn messages_depend_on_the_model_only() {
        assert!(broken(MESSAGES, MODEL, None).is_empty());
        assert_eq!(broken(MESSAGES, APP, None).len(), 1);
    }

    #[test]
    fn the_app_depends_on_the_publisher_in_tests_only() {
        assert!(broken(APP, PUBLISH, Some("dev")).is_empty());
        assert!(broken(APP, APP, Some("dev")).is_empty());
        assert_eq!(broken(APP, PUBLISH, None).len(), 1);
        assert_eq!(broken(APP, PUBLISH, Some("build")).len(), 1);
    }

    #[test]
    fn lower_crates_do_not_depend_on_the_site_or_the_app() {
        for name in [LINT, OUTPUT, SOURCES, IMPORT] {
            assert_eq!(broken(name, SITE, None).len(), 1, "{name}");
            assert_eq!(broken(name, APP, None).len(), 1, "{name}");
        }
        assert!(broken(SITE, APP, None).is_empty());
    }

    #[test]
    fn a_crate_outside_of_the_table_is_a_finding() {
        let found = broken("investchn-desk", MODEL, None);
        assert!(found.len() == 1 && found[0].contains("not in the table"), "{found:?}");
    }

    #[test]
    fn the_table_has_no_circle() {
        let uses = |name: &str| TABLE.iter().find(|it| it.name == name).map_or(&[][..], |it| it.uses);
        for start in TABLE.iter().map(|it| it.name) {
            let (mut open, mut seen) = (uses(start).to_vec(), std::collections::BTreeSet::new());
            while let Some(name) = open.pop() {
                assert_ne!(name, start, "a circle of crates");
                if seen.insert(name) {
                    open.extend(uses(name));
                }
            }
        }
    }
}
