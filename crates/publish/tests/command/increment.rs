//! A build after a small change: it touches few files, and ends at the bytes of a clean build.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use crate::workplace::{Workplace, copy, snapshot, stderr, stdout};

fn build(work: &Workplace, out: &str) -> Output {
    let output = work.run(&["build", "--content", "content", "--app", "app", "--out", out]);
    assert!(output.status.success(), "{}", stderr(&output));
    output
}

/// The files that a build says it wrote.
fn written(output: &Output) -> usize {
    let printed = stdout(output);
    let (before, _) = printed.split_once(" files written").unwrap();
    before.rsplit(' ').next().unwrap().parse().unwrap()
}

fn ends_at_a_clean_build(work: &Workplace) {
    build(work, "clean");
    assert_eq!(snapshot(&work.path("out")), snapshot(&work.path("clean")));
    fs::remove_dir_all(work.path("clean")).unwrap();
}

const NEWEST: &str =
    "+++\ntitle = \"示例新条\"\npublished = 2026-11-21\nsource = \"示例报\"\nzone = \"ZONE\"\n+++\n\n示例正文。\n";

/// At 500 articles as at 100,000: pages are counted from the oldest.
#[test]
fn an_article_dated_newest_rewrites_few_files() {
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
        // 48 where a list opens a new page.
        assert!((20..=48).contains(&written), "{zone}: {written} files");
    }
    ends_at_a_clean_build(&work);
}

#[test]
fn after_any_change_the_bytes_are_those_of_a_clean_build() {
    let work = Workplace::new();
    build(&work, "out");
    let change = |name: &str, from: &str, to: &str| {
        let path = work.path(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from} in {name}");
        fs::write(path, text.replace(from, to)).unwrap();
        let written = written(&build(&work, "out"));
        ends_at_a_clean_build(&work);
        written
    };
    // A body: its page and its data. A title: also what names it.
    assert_eq!(change("content/articles/huaian-htz/2022-02-14-1.md", "示例末段", "示例尾段"), 2);
    assert!(change("content/articles/huaian-htz/2019-05-01-1.md", "示例五", "示例改") > 8);
    // A zone's name stands on many pages, a slogan, the app's page on all.
    assert!(change("content/zones.csv", "苏州工业园,", "苏州园,") > 8);
    let is_of_app = |name: &&PathBuf| name.ends_with("index.html") && !name.starts_with("embed");
    let every_page = snapshot(&work.path("out")).keys().filter(is_of_app).count();
    assert!(change("content/site.toml", "打造网上国际投资促进平台", "示例口号") > every_page);
    assert!(change("app/app.html", "<meta charset=\"utf-8\">", "<meta charset=\"UTF-8\">") > every_page);
    // Gone, and renamed.
    fs::remove_file(work.path("content/articles/huaian-htz/2018-05-01-1.md")).unwrap();
    build(&work, "out");
    ends_at_a_clean_build(&work);
}

/// A copy put back in the output's place, as from a backup, is seen to be another.
#[test]
fn an_older_output_that_was_put_back_ends_at_a_clean_build() {
    let work = Workplace::new();
    build(&work, "out");
    copy(&work.path("out"), &work.path("backup"));
    let article = work.path("content/articles/huaian-htz/2022-02-14-1.md");
    let text = fs::read_to_string(&article).unwrap();
    // As long as before.
    fs::write(&article, text.replace("示例末段", "示例尾段")).unwrap();
    build(&work, "out");
    fs::remove_dir_all(work.path("out")).unwrap();
    copy(&work.path("backup"), &work.path("out"));
    build(&work, "out");
    ends_at_a_clean_build(&work);
}

#[test]
fn without_what_the_last_build_left_beside_the_result_is_the_same() {
    let work = Workplace::new();
    build(&work, "out");
    let before = snapshot(&work.path("out"));
    fs::remove_dir_all(work.path("out.build")).unwrap();
    assert_eq!(written(&build(&work, "out")), 0);
    // Of another site, it is as good as none.
    copy(&work.path("out.build"), &work.path("other.build"));
    fs::write(work.path("out.build/manifest.json"), "{\"stamp\":null,\"files\":{\"index.html\":\"x\"}}").unwrap();
    assert_eq!(written(&build(&work, "out")), 0);
    assert_eq!(snapshot(&work.path("out")), before);
}
