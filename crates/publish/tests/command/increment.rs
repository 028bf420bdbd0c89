//! Builds after a small change: they write few files, and the output equals that of a clean build.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::Output;

use crate::workplace::{Workplace, copy, snapshot, stderr, stdout};

fn build(work: &Workplace, out: &str) -> Output {
    let output = work.run(&["build", "--content", "content", "--app", "app", "--out", out]);
    assert!(output.status.success(), "{}", stderr(&output));
    output
}

/// The number of files that a build reports as written.
fn written(output: &Output) -> usize {
    let printed = stdout(output);
    let (before, _) = printed.split_once(" files written").unwrap();
    before.rsplit(' ').next().unwrap().parse().unwrap()
}

fn assert_equals_clean_build(work: &Workplace) {
    build(work, "clean");
    assert_eq!(snapshot(&work.path("out")), snapshot(&work.path("clean")));
    fs::remove_dir_all(work.path("clean")).unwrap();
}

const NEWEST: &str =
    "+++\ntitle = \"示例新条\"\npublished = 2026-11-21\nsource = \"示例报\"\nzone = \"ZONE\"\n+++\n\n示例正文。\n";

/// The number is the same for 500 articles as for 100,000, because pages are counted from the oldest article.
#[test]
fn adding_the_newest_article_writes_few_files() {
    let work = Workplace::new();
    fs::remove_dir_all(work.path("content")).unwrap();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
    let demo = work.run(&["demo", "--articles", "500", "--seed", "7", "--content", root, "--out", "content"]);
    assert!(demo.status.success(), "{}", stderr(&demo));
    build(&work, "out");
    assert_eq!(written(&build(&work, "out")), 0, "nothing changed");
    let mut zones: Vec<String> = fs::read_dir(work.path("content/articles"))
        .unwrap()
        .map(|zone| zone.unwrap().file_name().to_str().unwrap().to_owned())
        .collect();
    zones.sort();
    for (number, zone) in zones.iter().step_by(zones.len() / 3).enumerate() {
        let name = format!("content/articles/{zone}/2026-11-21-{}.md", number + 1);
        fs::write(work.path(&name), NEWEST.replace("ZONE", zone)).unwrap();
        let written = written(&build(&work, "out"));
        // 48 if a list gets a new page, and 20 of the English edition.
        assert!((20..=68).contains(&written), "{zone}: {written} files");
    }
    assert_equals_clean_build(&work);
}

/// Returns the files that differ between two states of an output, by their paths.
fn changed(before: &BTreeMap<PathBuf, Vec<u8>>, after: &BTreeMap<PathBuf, Vec<u8>>) -> BTreeSet<String> {
    let names = before.keys().chain(after.keys()).filter(|name| before.get(*name) != after.get(*name));
    names.map(|name| name.to_str().unwrap().to_owned()).collect()
}

/// An article without a translation changes in the English edition the newest pages of its lists, which count it, and what partners
/// show of its zone and regions. The number is the same for any number of articles.
#[test]
fn an_article_changes_in_other_editions_the_newest_pages_of_its_lists_alone() {
    let work = Workplace::new();
    let settings = work.path("content/site.toml");
    let english = "\n[en]\nname = \"Sample\"\nslogan = \"A sample portal\"\ncopyright = \"Sample 2015\"\n";
    fs::write(&settings, fs::read_to_string(&settings).unwrap() + english).unwrap();
    build(&work, "out");
    let before = snapshot(&work.path("out"));
    let article = "content/articles/huaian-htz/2026-11-21-1.md";
    fs::write(work.path(article), NEWEST.replace("ZONE", "huaian-htz")).unwrap();
    build(&work, "out");
    let with_article = snapshot(&work.path("out"));
    let mut expected = BTreeSet::new();
    for list in
        ["", "news/", "news/text/", "region/320000/", "region/320800/", "zone/huaian-htz/", "zone/huaian-htz/text/"]
    {
        let data = if list.is_empty() { "home.json".to_owned() } else { [list, "latest.json"].concat() };
        expected.extend([["en/", list, "index.html"].concat(), ["en/data/", &data].concat()]);
    }
    // Embeds of a zone or a region without English articles have the originals.
    expected.extend(["320000", "320800"].map(|code| format!("en/region/{code}/feed.json")));
    for id in ["huaian-htz", "huaiyin-htz"] {
        expected.extend([format!("en/zone/{id}/feed.json"), format!("en/embed/zone/{id}/index.html")]);
    }
    let in_english = |names: BTreeSet<String>| names.into_iter().filter(|name| name.starts_with("en/")).collect();
    let written: BTreeSet<String> = in_english(changed(&before, &with_article));
    assert_eq!(written, expected);
    assert_equals_clean_build(&work);

    // Its translation changes the same lists, the article in both languages, and what counts the English articles.
    let text = "+++\ntitle = \"Sample\"\nsummary = \"A sample.\"\n+++\n\nSample text.\n";
    fs::write(work.path(article).with_extension("en.md"), text).unwrap();
    build(&work, "out");
    let translated = snapshot(&work.path("out"));
    let chinese: BTreeSet<String> =
        changed(&with_article, &translated).into_iter().filter(|name| !name.starts_with("en/")).collect();
    let id = "huaian-htz-20261121-1";
    let of_article = [format!("article/{id}/index.html"), format!("data/article/{id}.json")];
    // The first English article begins the English sitemap of articles, which the index names.
    let sitemaps = ["sitemap-articles-1.xml", "sitemap.xml"].map(str::to_owned);
    assert_eq!(chinese, of_article.into_iter().chain(sitemaps).collect());
    assert_equals_clean_build(&work);

    // Without it everything is as before.
    fs::remove_file(work.path(article).with_extension("en.md")).unwrap();
    build(&work, "out");
    assert_eq!(changed(&with_article, &snapshot(&work.path("out"))), BTreeSet::new());
}

#[test]
fn incremental_builds_equal_clean_builds() {
    let work = Workplace::new();
    build(&work, "out");
    let change = |name: &str, from: &str, to: &str| {
        let path = work.path(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from} in {name}");
        fs::write(path, text.replace(from, to)).unwrap();
        let written = written(&build(&work, "out"));
        assert_equals_clean_build(&work);
        written
    };
    // A changed body changes the page, its data, a list, a text and the manifest of the search index, and the feeds with its text: two each
    // of the portal and the kind, and Atom alone of the province, the city and the zone, which has a former id. A changed title also changes the files that name it.
    assert_eq!(change("content/articles/huaian-htz/2022-02-14-1.md", "示例末段", "示例尾段"), 2 + 3 + 2 * 2 + 4);
    assert!(change("content/articles/huaian-htz/2019-05-01-1.md", "示例五", "示例改") > 8);
    // Many pages name a zone; all have the slogan, and all are made from the app's page.
    assert!(change("content/zones.csv", "苏州工业园,", "苏州园,") > 8);
    let is_of_app = |name: &&PathBuf| name.ends_with("index.html") && !name.starts_with("embed");
    let every_page = snapshot(&work.path("out")).keys().filter(is_of_app).count();
    assert!(change("content/site.toml", "打造网上国际投资促进平台", "示例口号") > every_page);
    assert!(change("app/app.html", "<meta charset=\"utf-8\">", "<meta charset=\"UTF-8\">") > every_page);
    // Two feeds each of the portal and the kinds with articles, and Atom feeds elsewhere.
    let feeds = change("content/site.toml", "since = 2015", "since = 2015\nfeeds = \"summary\"");
    assert!((10..every_page).contains(&feeds), "{feeds}");
    // Remove an article.
    fs::remove_file(work.path("content/articles/huaian-htz/2018-05-01-1.md")).unwrap();
    build(&work, "out");
    assert_equals_clean_build(&work);
}

/// A copy from a backup in place of the output is recognized as another output.
#[test]
fn a_restored_older_output_is_recognized() {
    let work = Workplace::new();
    build(&work, "out");
    copy(&work.path("out"), &work.path("backup"));
    let article = work.path("content/articles/huaian-htz/2022-02-14-1.md");
    let text = fs::read_to_string(&article).unwrap();
    // The length stays the same.
    fs::write(&article, text.replace("示例末段", "示例尾段")).unwrap();
    build(&work, "out");
    fs::remove_dir_all(work.path("out")).unwrap();
    copy(&work.path("backup"), &work.path("out"));
    build(&work, "out");
    assert_equals_clean_build(&work);
}
