//! Unit tests of front matter: what only a hostile or a broken source has. The mistakes of authors are in `tests/cases/`.

use super::*;
use crate::files::MemoryFiles;

/// The register of the fixtures.
fn register() -> MemoryFiles {
    MemoryFiles::default()
        .with("sources.toml", include_str!("../../../../tests/fixtures/valid/sources.toml"))
        .with("regions.csv", include_str!("../../../../tests/fixtures/valid/regions.csv"))
        .with("zones.csv", include_str!("../../../../tests/fixtures/valid/zones.csv"))
}

/// The diagnostics of front matter, by their lines and rules.
fn diagnostics(front: &str) -> Vec<String> {
    let text = format!("+++\n{front}\n+++\n\n正文。\n");
    let mut diagnostics = Vec::new();
    let parts = split(&text).unwrap();
    let names = ZoneLookup::read(&register(), Path::new("")).unwrap();
    parse(Path::new("huaian-htz/2022-02-14-1.md"), &text, parts, &names, &mut diagnostics);
    diagnostics.iter().map(|diagnostic| format!("{}:{}", diagnostic.location.line, diagnostic.rule)).collect()
}

#[test]
fn tables_thousands_deep_in_each_other_are_a_problem_and_not_a_crash() {
    let key = vec!["a"; 79].join(".");
    let deep = |key: &str| "published = ".to_owned() + &format!("{{{key}=").repeat(78);
    assert_eq!(diagnostics(&(deep(&key) + "1" + &"}".repeat(78))), ["2:toml"]);
    // Brackets that do not fit each other close nothing, and those of texts are none.
    assert_eq!(diagnostics(&deep(&[&key, "]"].concat())), ["2:toml"]);
    assert_eq!(diagnostics(&deep(&["\"}\".", &key].concat())), ["2:toml"]);
}

#[test]
fn what_front_matter_may_say_is_not_too_deep() {
    let entry = "previous.title = \"[[[[[[[[[[[[[[[[[[{{\" # {{{{{{{{{{{{{{{{{{{\ncorrections = [{ date = 2022, text = \"甲\" }]\n";
    assert_eq!(too_deep(&entry.repeat(20)), None);
}

#[test]
fn a_hundred_thousand_wrong_entries_are_all_named_without_much_ado() {
    let front = format!(
        "title = \"甲\"\npublished = 2022\nsource = \"甲\"\nzone = \"甲\"\naliases = [\n{}]",
        "\"\",\n".repeat(100_000)
    );
    assert_eq!(diagnostics(&front).len(), 100_001);
}

#[test]
fn a_zone_and_a_rule_of_a_million_letters_are_compared_with_names_without_much_ado() {
    let long = "甲".repeat(300_000);
    let silence = format!("silence = [{{ rule = \"{long}\", reason = \"甲\" }}]");
    let front = format!("title = \"甲\"\npublished = 2022\nsource = \"甲\"\nzone = \"{long}\"\n{silence}");
    assert_eq!(diagnostics(&front), ["5:unknown-zone", "6:silence"]);
}
