//! Checks the published HTML with html-validate: every page of the fixtures, which contain every form of a source, and the
//! largest page of each kind of the portal under test. `tests/html/` has the rules.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use investchn_tooling::{language, output, process, told, tools, workspace};

/// The folder of the validator's packages and rules.
const FOLDER: &str = "tests/html";
/// Sources that contain every form.
const FIXTURES: &str = "tests/fixtures/valid";
/// The folder of the published fixtures.
const FIXTURES_SITE: &str = "target/html";

/// Folders whose subfolders have the same kinds of pages, each for another subject.
const ALIKE: [&str; 2] = ["article", "zone"];

/// Runs the validator, which prints the errors. Fails if a page is not valid.
pub(super) fn check(site: &Path) -> Result<()> {
    let folder = Path::new(FOLDER);
    tools::npm::packages(folder)?;
    publish_fixtures()?;
    let pages = largest_of_each_kind(site)?;
    let mut validator = process::command("node", [folder.join("node_modules/html-validate/bin/html-validate.mjs")])?;
    validator.arg("--config").arg(folder.join(".htmlvalidate.json")).args(["--max-warnings", "0", FIXTURES_SITE]);
    let status = validator
        .args(&pages)
        .status()
        .with_context(|| told!(zh "无法启动 html-validate", en "html-validate could not be started"))?;
    ensure!(
        status.success(),
        told!(zh "上面列出的页面不合规", en "html-validate is not content with the pages named above")
    );
    let (count, site) = (pages.len(), site.display());
    let text = told!(
        zh "测试数据的全部页面和 {site} 中每类各一页（共 {count} 页）都合规。",
        en "The fixtures' pages and {count} of {site}, one of each kind, are valid."
    );
    println!("{text}");
    Ok(())
}

fn publish_fixtures() -> Result<()> {
    let mut publisher = process::command("cargo", ["run", "-q", "-p", "investchn-publish", "--"])?;
    publisher.args(language::option()).arg("build");
    publisher.args(["--content", FIXTURES, "--app", workspace::APP_DIR, "--out", FIXTURES_SITE, "--drafts"]);
    output::to_log(&mut publisher, "html-fixtures")
}

/// Returns the largest page of each kind, because it has the most elements.
fn largest_of_each_kind(site: &Path) -> Result<Vec<PathBuf>> {
    let mut largest = BTreeMap::new();
    for (size, page) in pages(site)? {
        let below = page
            .strip_prefix(site)
            .with_context(|| told!(zh "有页面不在网站的文件夹中", en "a page outside of its folder"))?;
        let kind = kind(&below.to_string_lossy().replace('\\', "/"));
        let known = largest.entry(kind).or_insert_with(|| (size, page.clone()));
        if size > known.0 {
            *known = (size, page);
        }
    }
    ensure!(!largest.is_empty(), told!(zh "{} 中没有页面", en "{} has no page", site.display()));
    Ok(largest.into_values().map(|(_, page)| page).collect())
}

/// Lists the pages below a folder with their sizes in bytes.
fn pages(folder: &Path) -> Result<Vec<(u64, PathBuf)>> {
    let cannot = || told!(zh "无法读取 {}", en "{} cannot be read", folder.display());
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
    // The order must be the same on every machine, in case two pages have the same size.
    found.sort();
    Ok(found)
}

/// Returns a page's path without digits and without the name of its subject.
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
    fn kinds_ignore_numbers_and_subjects() {
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
        let found: std::collections::BTreeSet<String> = kinds.map(kind).into();
        assert_eq!(found.len(), kinds.len(), "{found:?}");
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
        let taken = largest_of_each_kind(site.path()).unwrap();
        assert_eq!(taken, [site.path().join("404.html"), site.path().join("article/b/index.html")]);
    }
}
