//! The build cache: it makes builds faster and never changes their output, even if it is stale or broken.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use crate::workplace::{Workplace, copy, snapshot, stderr, stdout};

const ARTICLE: &str = "content/articles/huaian-htz/2022-02-14-1.md";
const PICTURE: &str = "content/articles/huaian-htz/square.png";
const DOCUMENT: &str = "content/articles/huaian-htz/brochure.pdf";

/// A workplace that was published after its files had settled, so that the next build recognizes them by their stamps.
fn published() -> Workplace {
    let work = Workplace::new();
    sleep(Duration::from_millis(1100));
    build(&work);
    work
}

fn build(work: &Workplace) {
    let output = work.build(&[]);
    assert!(output.status.success(), "{}", stderr(&output));
}

fn assert_equals_clean_build(work: &Workplace) {
    let clean = work.run(&["build", "--content", "content", "--app", "app", "--out", "clean"]);
    assert!(clean.status.success(), "{}", stderr(&clean));
    assert!(snapshot(&work.path("out")) == snapshot(&work.path("clean")));
}

#[test]
fn changed_and_removed_pictures_of_unchanged_articles_are_noticed() {
    let work = published();
    let mut picture = fs::read(work.path(PICTURE)).unwrap();
    // Bytes after the end of a PNG are allowed.
    picture.push(0);
    fs::write(work.path(PICTURE), picture).unwrap();
    assert!(stdout(&work.build(&[])).contains(" 1 removed"), "the picture has another name now");
    assert_equals_clean_build(&work);
    fs::remove_file(work.path(PICTURE)).unwrap();
    let output = work.build(&[]);
    assert!(stderr(&output).contains("there is no picture `square.png`"), "{}", stderr(&output));
}

#[test]
fn changed_and_removed_attachments_of_unchanged_articles_are_noticed() {
    let work = published();
    let named = |work: &Workplace| -> Vec<String> {
        let files = snapshot(&work.path("out")).into_keys().map(|path| path.to_str().unwrap().replace('\\', "/"));
        files.filter(|path| path.starts_with("media/brochure-") && path.ends_with(".pdf")).collect()
    };
    let before = named(&work);
    assert_eq!(before.len(), 1, "{before:?}");
    fs::write(work.path(DOCUMENT), b"%PDF-1.4 another").unwrap();
    assert!(stdout(&work.build(&[])).contains(" 1 removed"), "the document has another name now");
    let after = named(&work);
    assert!(after.len() == 1 && after != before, "{before:?} {after:?}");
    let page = fs::read_to_string(work.path("out/article/huaian-htz-20220214-1/index.html")).unwrap();
    assert!(page.contains(&after[0]) && !page.contains(&before[0]), "{page}");
    assert_equals_clean_build(&work);
    fs::remove_file(work.path(DOCUMENT)).unwrap();
    let output = work.build(&[]);
    assert!(stderr(&output).contains("there is no document `brochure.pdf`"), "{}", stderr(&output));
}

#[test]
fn incremental_builds_repeat_diagnostics() {
    let work = published();
    let article = fs::read_to_string(work.path(ARTICLE)).unwrap();
    fs::write(work.path(ARTICLE), article.replace("示例末段", "《示例末段")).unwrap();
    sleep(Duration::from_millis(1100));
    let odd = stderr(&work.build(&[]));
    assert!(odd.contains("2022-02-14-1.md") && odd.contains("unbalanced"), "{odd}");
    assert_eq!(stderr(&work.build(&[])), odd, "known by its time");
    fs::write(work.path(ARTICLE), article.replace("示例末段", "<b>示例末段</b>")).unwrap();
    sleep(Duration::from_millis(1100));
    let wrong = stderr(&work.build(&[]));
    assert!(wrong.contains("raw-html"), "{wrong}");
    assert_eq!(stderr(&work.build(&[])), wrong);
    fs::write(work.path(ARTICLE), article).unwrap();
    build(&work);
    assert_equals_clean_build(&work);
}

#[test]
fn changes_within_a_clock_tick_are_noticed() {
    let work = published();
    let article = fs::read_to_string(work.path(ARTICLE)).unwrap();
    // The length is the same, and the modification time may be the same too if the file system's clock has not ticked.
    for text in [article.replace("示例末段", "示例尾段"), article.clone(), article.replace("示例末段", "示例后段")]
    {
        fs::write(work.path(ARTICLE), &text).unwrap();
        build(&work);
        let page = fs::read_to_string(work.path("out/article/huaian-htz-20220214-1/index.html")).unwrap();
        let words = ["示例末段", "示例尾段", "示例后段"];
        assert!(words.iter().all(|words| page.contains(words) == text.contains(words)));
    }
}

/// Articles contain the names of zones in the register: of their own, and of that to which they lead where a neighbour is missing.
#[test]
fn a_renamed_zone_is_renamed_in_every_article() {
    let work = published();
    let article = fs::read_to_string(work.path(ARTICLE)).unwrap();
    let title = "previous = { title = \"示例：仅存标题\"";
    let leading = article.replace(title, &[title, ", zone = \"beijing-etdz\""].concat());
    assert_ne!(article, leading);
    fs::write(work.path(ARTICLE), leading).unwrap();
    build(&work);
    let zones = fs::read_to_string(work.path("content/zones.csv")).unwrap();
    let renamed = zones.replace("淮安国家高新技术产业开发区", "示例国家高新技术产业开发区");
    let renamed = renamed.replace(",北京经开区,", ",示例经开区,");
    assert_eq!(renamed.matches("示例经开区").count(), 1);
    fs::write(work.path("content/zones.csv"), renamed).unwrap();
    build(&work);
    assert_equals_clean_build(&work);
}

#[test]
fn a_broken_or_stale_cache_does_not_change_the_output() {
    let work = published();
    let before = snapshot(&work.path("out"));
    let cache = work.path("out.build/cache");
    let files: Vec<_> = fs::read_dir(&cache).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.iter().any(|file| file.extension().is_some_and(|it| it == "articles")));
    for file in &files {
        let half = fs::read(file).unwrap();
        fs::write(file, &half[..half.len() / 2]).unwrap();
    }
    build(&work);
    assert!(snapshot(&work.path("out")) == before);
    // Remove sources that the cache contains.
    copy(&work.path("out.build"), &work.path("kept"));
    for gone in ["2017-05-01-1.md", "2018-05-01-1.md"] {
        fs::remove_file(work.path("content/articles/huaian-htz").join(gone)).unwrap();
    }
    build(&work);
    assert_equals_clean_build(&work);
    fs::remove_dir_all(work.path("out.build")).unwrap();
    copy(&work.path("kept"), &work.path("out.build"));
    build(&work);
    assert_equals_clean_build(&work);
}
