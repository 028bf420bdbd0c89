//! `cargo xtask crates`: prints the crates with their invariants and sizes, and fails if one is too large.

use std::fs;

use anyhow::{Result, ensure};

use investchn_tooling::{told, workspace};

use crate::syntax::Target;
use investchn_tooling::packages::{self, Package};

/// Maximum number of lines of a crate, without tests. A larger crate has more than one purpose.
const LIMIT: usize = 3_000;

/// Crates with their own limits. The program only connects the other crates.
const LIMITS: [(&str, usize); 1] = [("investchn-publish", 1_500)];

/// The text that begins the tests at the end of a file.
const TESTS: &str = "#[cfg(test)]\nmod tests {";

/// A row of the table.
struct Row {
    name: String,
    invariant: String,
    lines: usize,
    uses: Vec<String>,
}

/// Prints the table.
pub(crate) fn crates() -> Result<()> {
    let rows = rows()?;
    println!(
        "{}\n| :-- | --: | :-- | :-- |",
        told!(zh "| crate | 行数 | 使用 | 约定 |", en "| crate | lines | uses | invariant |")
    );
    for Row { name, invariant, lines, uses } in &rows {
        println!("| {name} | {lines} | {} | {invariant} |", uses.join(", "));
    }
    check_sizes(&rows)
}

/// Fails if a crate is over its limit.
pub(crate) fn check() -> Result<()> {
    check_sizes(&rows()?)
}

fn check_sizes(rows: &[Row]) -> Result<()> {
    let too_large: Vec<String> = rows.iter().filter_map(verdict).collect();
    ensure!(too_large.is_empty(), "{}", too_large.join("\n"));
    Ok(())
}

fn rows() -> Result<Vec<Row>> {
    let packages = packages::read()?;
    packages.iter().map(|package| row(package, &packages)).collect()
}

fn row(package: &Package, packages: &[Package]) -> Result<Row> {
    let is_ours = |name: &&str| packages.iter().any(|package| package.name == *name);
    let mut uses: Vec<String> = package.dependencies().filter(is_ours).map(str::to_owned).collect();
    uses.sort();
    uses.dedup();
    let targets = targets(package)?;
    let mut files: Vec<&str> = targets.iter().flat_map(|it| &it.modules).map(|it| it.file.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    let mut lines = 0;
    for file in &files {
        lines += lines_without_tests(&workspace::read(file)?);
    }
    let root = ["src/lib.rs", "src/main.rs"].iter().find_map(|file| fs::read_to_string(package.path(file)).ok());
    let invariant = root.as_deref().map_or_else(String::new, first_sentence);
    Ok(Row { name: package.name.clone(), invariant, lines, uses })
}

/// Returns the library and the program of a package, if it has them.
pub(crate) fn targets(package: &Package) -> Result<Vec<Target>> {
    let text = |file: &str| fs::read_to_string(file).ok();
    let roots = ["src/lib.rs", "src/main.rs"].map(|root| Target::read(&package.path(root), &text));
    let targets: Vec<Option<Target>> = roots.into_iter().collect::<Result<_>>()?;
    Ok(targets.into_iter().flatten().collect())
}

fn lines_without_tests(text: &str) -> usize {
    text.find(TESTS).map_or(text, |tests| &text[..tests]).lines().count()
}

/// Returns the first sentence of a crate's documentation.
fn first_sentence(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
    let paragraph = lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    paragraph.split_once(". ").map_or(paragraph.clone(), |(first, _)| format!("{first}."))
}

fn verdict(row: &Row) -> Option<String> {
    let limit = LIMITS.iter().find(|(name, _)| *name == row.name).map_or(LIMIT, |(_, limit)| *limit);
    (row.lines > limit).then(|| {
        told!(
            zh "{} 有 {} 行，超过 {limit} 行：按用途拆分",
            en "{} has {} lines, more than {limit}: split it by purpose",
            row.name,
            row.lines
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_at_the_end_are_not_counted() {
        assert_eq!(lines_without_tests("//! A.\nfn a() {}\n\n#[cfg(test)]\nmod tests {\n}\n"), 3);
        assert_eq!(lines_without_tests("//! A.\n#[cfg(test)]\nmod tests;\n"), 3);
    }

    #[test]
    fn the_first_sentence_is_the_invariant() {
        assert_eq!(
            first_sentence("//! Rules over\n//! sources. Each is\n//! pure.\n\n//! More.\n"),
            "Rules over sources."
        );
        assert_eq!(first_sentence("//! One.\n//!\n//! Two.\n"), "One.");
        assert_eq!(first_sentence("mod a;\n"), "");
    }

    #[test]
    fn a_crate_over_its_limit_is_named() {
        let row = |name: &str, lines| Row { name: name.to_owned(), invariant: String::new(), lines, uses: Vec::new() };
        assert_eq!(verdict(&row("investchn-site", 3_000)), None);
        assert!(verdict(&row("investchn-site", 3_001)).is_some());
        assert!(verdict(&row("investchn-publish", 1_501)).is_some_and(|text| text.contains("more than 1500")));
    }
}
