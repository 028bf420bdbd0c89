//! The synthetic corpus: a seed determines every byte, every kind of article and every form of block occurs, and the publisher
//! reports no problem. The tests run the real command; the plan's arithmetic has its own tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use crate::workplace::snapshot;

/// Enough articles for every form to occur, and few enough to build in seconds.
const ARTICLES: usize = 300;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn publisher(arguments: &[&str]) -> Output {
    // Runs in the root, where the default register is.
    crate::workplace::publisher().current_dir(root()).args(arguments).output().unwrap()
}

fn demo(articles: usize, seed: &str, out: &Path) -> Output {
    publisher(&["demo", "--articles", &articles.to_string(), "--seed", seed, "--out", out.to_str().unwrap()])
}

/// The corpus of several tests.
fn corpus() -> &'static BTreeMap<PathBuf, Vec<u8>> {
    static CORPUS: OnceLock<BTreeMap<PathBuf, Vec<u8>>> = OnceLock::new();
    CORPUS.get_or_init(|| {
        let work = tempfile::tempdir().unwrap();
        let output = demo(ARTICLES, "1", &work.path().join("content"));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        snapshot(&work.path().join("content"))
    })
}

/// The sources, each with the name of its folder.
fn articles() -> Vec<(String, &'static str)> {
    let sources = corpus().iter().filter(|(path, _)| path.extension().is_some_and(|extension| extension == "md"));
    sources
        .map(|(path, bytes)| {
            let zone = path.parent().and_then(Path::file_name).unwrap().to_str().unwrap().to_owned();
            (zone, std::str::from_utf8(bytes).unwrap())
        })
        .collect()
}

#[test]
fn the_seed_determines_every_byte() {
    let work = tempfile::tempdir().unwrap();
    for seed in ["1", "2"] {
        assert!(demo(ARTICLES, seed, &work.path().join(seed)).status.success());
    }
    assert!(snapshot(&work.path().join("1")) == *corpus(), "the same seed");
    assert!(snapshot(&work.path().join("2")) != *corpus(), "another seed");
}

#[test]
fn the_corpus_is_published_without_diagnostics() {
    let work = tempfile::tempdir().unwrap();
    let (content, out) = (work.path().join("content"), work.path().join("out"));
    assert!(demo(ARTICLES, "1", &content).status.success());
    let app = root().join("tests/fixtures/app");
    let paths = [&content, &app, &out].map(|path| path.to_str().unwrap());
    let output = publisher(&["build", "--content", paths[0], "--app", paths[1], "--out", paths[2]]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    assert_eq!(fs::read_dir(out.join("article")).unwrap().count(), ARTICLES);
}

#[test]
fn articles_say_that_they_are_synthetic_and_have_past_dates() {
    let articles = articles();
    assert_eq!(articles.len(), ARTICLES);
    let mut precisions = BTreeMap::<usize, usize>::new();
    for (_, text) in &articles {
        let value = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).unwrap().trim_matches('"');
        assert!(value("title = \"").starts_with("示例 "), "{text}");
        let (_, body) = text.split_once("\n+++\n\n").unwrap();
        assert!(body.starts_with("本文是程序生成的示例文本"), "{text}");
        let published = value("published = ");
        assert!(("2006-11-21".."2026-11-21").contains(&published) || published == "2006", "{published}");
        *precisions.entry(published.len()).or_default() += 1;
    }
    let count = |length| precisions.get(&length).copied().unwrap_or_default();
    assert!(count(10) > count(7) && count(7) > count(4) && count(4) > 0, "{precisions:?}");
}

#[test]
fn kinds_lengths_and_the_largest_zone_match_the_plan() {
    let articles = articles();
    let of_kind =
        |kind: &str| articles.iter().filter(|(_, text)| text.contains(&format!("\nkind = \"{kind}\"\n"))).count();
    assert_eq!([of_kind("text"), of_kind("photo"), of_kind("video")], [270, 24, 6]);
    let mut zones = BTreeMap::<&str, usize>::new();
    for (zone, _) in &articles {
        *zones.entry(zone).or_default() += 1;
    }
    assert_eq!(zones.values().max(), Some(&9), "three of a hundred");
    assert!(zones.len() > 100, "{} zones", zones.len());
    let lengths = articles.iter().map(|(_, text)| text.split_once("\n+++\n\n").unwrap().1.chars().count());
    let lengths: Vec<usize> = lengths.collect();
    let mean = lengths.iter().sum::<usize>() / lengths.len();
    assert!((4_200..5_800).contains(&mean), "{mean} characters");
    assert!(lengths.iter().all(|length| (200..=60_000).contains(length)));
}

#[test]
fn every_form_of_block_and_every_key_occurs() {
    let all = articles().into_iter().map(|(_, text)| text).collect::<String>();
    for form in [
        "\n## ",
        "\n### ",
        "\n#### ",
        "\n- ",
        "\n1. ",
        "\n  - ",
        "\n   - ",
        "\n> ",
        "\n>\n> ",
        "\n| :-- ",
        "\n---\n",
        "](/article/",
        "](/zone/",
        "](../",
        "](https://",
        " \"视频\")",
        "\n![",
        ".png)\n",
        ".png \"示例图：",
        "**",
        "开展*",
        "\nsummary = ",
        "\naliases = ",
        "\nprevious = ",
        "\nnext = ",
    ] {
        assert!(all.contains(form), "{form:?} is nowhere");
    }
}

#[test]
fn each_zone_has_at_most_one_picture_beside_its_articles() {
    let pictures: Vec<&PathBuf> =
        corpus().keys().filter(|path| path.extension().is_some_and(|extension| extension == "png")).collect();
    let folders: Vec<_> = pictures.iter().map(|path| path.parent()).collect();
    assert!(pictures.len() > 10 && folders.windows(2).all(|pair| pair[0] != pair[1]), "{pictures:?}");
}

#[test]
fn a_folder_that_is_not_empty_is_refused() {
    let work = tempfile::tempdir().unwrap();
    fs::write(work.path().join("mine.md"), "mine").unwrap();
    let output = demo(3, "1", work.path());
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("is not empty, and nothing of it was touched; name a new folder by --out"), "{said}");
    assert_eq!(snapshot(work.path()).len(), 1);
}
