//! The published HTML, held to the HTML standard by html-validate: every page of the fixtures, which have every form of a source,
//! and the largest page of each kind of the portal under test. Which rules hold is said in `tests/html/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use investchn_tooling::{output, process, tools, workspace};

/// The validator's packages and rules.
const FOLDER: &str = "tests/html";
/// Sources in every form.
const FIXTURES: &str = "tests/fixtures/valid";
/// The folder into which they are published.
const FIXTURES_SITE: &str = "target/html";

/// Folders whose folders are alike, but for what they are about.
const ALIKE: [&str; 2] = ["article", "zone"];

/// Fails where a page is not valid, and prints what is wrong with it.
pub(super) fn check(site: &Path) -> Result<()> {
    let folder = Path::new(FOLDER);
    tools::npm::packages(folder)?;
    publish_fixtures()?;
    let pages = one_of_each_kind(site)?;
    let mut validator = process::command("node", [folder.join("node_modules/html-validate/bin/html-validate.mjs")])?;
    validator.arg("--config").arg(folder.join(".htmlvalidate.json")).args(["--max-warnings", "0", FIXTURES_SITE]);
    let status = validator.args(&pages).status().context("html-validate could not be started")?;
    ensure!(status.success(), "html-validate is not content with the pages named above ({status})");
    println!("The fixtures' pages and {} of {}, one of each kind, are valid.", pages.len(), site.display());
    Ok(())
}

fn publish_fixtures() -> Result<()> {
    let mut publisher = process::command("cargo", ["run", "-q", "-p", "investchn-publish", "--", "build"])?;
    publisher.args(["--content", FIXTURES, "--app", workspace::APP_DIR, "--out", FIXTURES_SITE, "--drafts"]);
    output::to_log(&mut publisher, "html-fixtures")
}

/// The largest: most is in it that could be wrong.
fn one_of_each_kind(site: &Path) -> Result<Vec<PathBuf>> {
    let mut largest = BTreeMap::new();
    for (size, page) in pages(site)? {
        let below = page.strip_prefix(site).context("a page outside of its folder")?;
        let kind = kind(&below.to_string_lossy().replace('\\', "/"));
        let known = largest.entry(kind).or_insert_with(|| (size, page.clone()));
        if size > known.0 {
            *known = (size, page);
        }
    }
    ensure!(!largest.is_empty(), "{} has no page", site.display());
    Ok(largest.into_values().map(|(_, page)| page).collect())
}

/// Every page, with its size in bytes.
fn pages(folder: &Path) -> Result<Vec<(u64, PathBuf)>> {
    let cannot = || format!("{} cannot be read", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let (path, about) = (entry.path(), entry.metadata().with_context(cannot)?);
        if about.is_dir() {
            found.extend(pages(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            found.push((about.len(), path));
        }
    }
    // In one order on every machine, for where two are equally large.
    found.sort();
    Ok(found)
}

/// A page's path without its numbers, and without what it is about.
fn kind(path: &str) -> String {
    let mut kind = String::new();
    let mut folder = "";
    for part in path.split('/') {
        let is_one_of_many = ALIKE.contains(&folder);
        folder = part;
        kind.push('/');
        if !is_one_of_many {
            kind.extend(part.chars().filter(|letter| !letter.is_ascii_digit()));
        }
    }
    kind
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_one_kind_differ_in_what_they_are_about_and_in_their_numbers() {
        assert_eq!(kind("zone/huaian-htz/text/index.html"), kind("zone/beijing-etdz/text/index.html"));
        assert_eq!(kind("region/320000/2/index.html"), kind("region/110000/1/index.html"));
        let kinds = [
            "404.html",
            "index.html",
            "zones/index.html",
            "news/index.html",
            "news/1/index.html",
            "news/text/index.html",
            "zone/huaian-htz/index.html",
            "zone/huaian-htz/text/index.html",
            "embed/zone/huaian-htz/index.html",
            "article/huaian-htz-2020-1/index.html",
        ];
        let told: std::collections::BTreeSet<String> = kinds.map(kind).into();
        assert_eq!(told.len(), kinds.len(), "{told:?}");
    }

    #[test]
    fn the_largest_page_of_each_kind_is_taken() {
        let site = tempfile::tempdir().unwrap();
        for (path, text) in
            [("article/a/index.html", "a"), ("article/b/index.html", "ab"), ("404.html", ""), ("a.js", "")]
        {
            let file = site.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let taken = one_of_each_kind(site.path()).unwrap();
        assert_eq!(taken, [site.path().join("404.html"), site.path().join("article/b/index.html")]);
    }
}
