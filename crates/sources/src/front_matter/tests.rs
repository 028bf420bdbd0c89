//! Unit tests of front matter for hostile and broken sources. The mistakes of authors are in `tests/cases/`.

use super::depth::too_deep;
use super::*;
use investchn_files::MemoryFiles;

/// Returns the register of the fixtures.
fn register() -> MemoryFiles {
    MemoryFiles::default()
        .with("sources.toml", include_str!("../../../../tests/fixtures/valid/sources.toml"))
        .with("regions.csv", include_str!("../../../../tests/fixtures/valid/regions.csv"))
        .with("zones.csv", include_str!("../../../../tests/fixtures/valid/zones.csv"))
}

/// Returns the line and the rule of each diagnostic of front matter.
fn diagnostics(front: &str) -> Vec<String> {
    let text = format!("+++\n{front}\n+++\n\n正文。\n");
    let mut diagnostics = Vec::new();
    let parts = split(&text).unwrap();
    let names = ZoneLookup::read(&register(), Path::new("")).unwrap();
    parse(Path::new("huaian-htz/2022-02-14-1.md"), &text, parts, &names, &mut diagnostics);
    diagnostics.iter().map(|diagnostic| format!("{}:{}", diagnostic.location.line, diagnostic.rule)).collect()
}

#[test]
fn thousands_of_nested_tables_are_reported_without_a_crash() {
    let key = vec!["a"; 79].join(".");
    let deep = |key: &str| "published = ".to_owned() + &format!("{{{key}=").repeat(78);
    assert_eq!(diagnostics(&(deep(&key) + "1" + &"}".repeat(78))), ["2:toml"]);
    // A bracket of the wrong kind closes nothing, and brackets in strings do not count.
    assert_eq!(diagnostics(&deep(&[&key, "]"].concat())), ["2:toml"]);
    assert_eq!(diagnostics(&deep(&["\"}\".", &key].concat())), ["2:toml"]);
}

#[test]
fn valid_front_matter_is_not_too_deep() {
    let entry = "previous.title = \"[[[[[[[[[[[[[[[[[[{{\" # {{{{{{{{{{{{{{{{{{{\ncorrections = [{ date = 2022, text = \"甲\" }]\n";
    assert_eq!(too_deep(&entry.repeat(20)), None);
}

#[test]
fn a_hundred_thousand_faulty_entries_are_reported_fast() {
    let front = format!(
        "title = \"甲\"\npublished = 2022\nsource = \"甲\"\nzone = \"甲\"\naliases = [\n{}]",
        "\"\",\n".repeat(100_000)
    );
    assert_eq!(diagnostics(&front).len(), 100_001);
}

#[test]
fn unknown_zones_and_rules_of_a_million_bytes_are_reported_fast() {
    let long = "甲".repeat(300_000);
    let silence = format!("silence = [{{ rule = \"{long}\", reason = \"甲\" }}]");
    let front = format!("title = \"甲\"\npublished = 2022\nsource = \"甲\"\nzone = \"{long}\"\n{silence}");
    assert_eq!(diagnostics(&front), ["5:unknown-zone", "6:silence"]);
}
