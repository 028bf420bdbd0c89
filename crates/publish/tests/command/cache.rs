//! What a build leaves for the next: it changes nothing but the time, whatever becomes of it.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use crate::workplace::{Workplace, copy, snapshot, stderr, stdout};

const ARTICLE: &str = "content/articles/huaian-htz/2022-02-14-1.md";
const PICTURE: &str = "content/articles/huaian-htz/square.png";

/// A workplace that was published when its files had come to rest, so that the next build knows them by their times.
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

fn ends_at_a_clean_build(work: &Workplace) {
    let clean = work.run(&["build", "--content", "content", "--app", "app", "--out", "clean"]);
    assert!(clean.status.success(), "{}", stderr(&clean));
    assert!(snapshot(&work.path("out")) == snapshot(&work.path("clean")));
}

#[test]
fn a_picture_that_changes_or_goes_is_noticed_though_its_article_stays() {
    let work = published();
    let mut picture = fs::read(work.path(PICTURE)).unwrap();
    // After its end a PNG may hold anything.
    picture.push(0);
    fs::write(work.path(PICTURE), picture).unwrap();
    assert!(stdout(&work.build(&[])).contains(" 1 removed"), "the picture has another name now");
    ends_at_a_clean_build(&work);
    fs::remove_file(work.path(PICTURE)).unwrap();
    let output = work.build(&[]);
    assert!(stderr(&output).contains("there is no picture `square.png`"), "{}", stderr(&output));
}

#[test]
fn what_is_odd_or_wrong_is_said_by_every_build() {
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
    ends_at_a_clean_build(&work);
}

#[test]
fn a_change_within_a_moment_is_seen() {
    let work = published();
    let article = fs::read_to_string(work.path(ARTICLE)).unwrap();
    // As long as it was, and perhaps of the same time by the file system's clock.
    for text in [article.replace("示例末段", "示例尾段"), article.clone(), article.replace("示例末段", "示例后段")]
    {
        fs::write(work.path(ARTICLE), &text).unwrap();
        build(&work);
        let page = fs::read_to_string(work.path("out/article/huaian-htz-20220214-1/index.html")).unwrap();
        let words = ["示例末段", "示例尾段", "示例后段"];
        assert!(words.iter().all(|words| page.contains(words) == text.contains(words)));
    }
}

/// A register's names are part of what its articles say.
#[test]
fn a_zone_that_is_renamed_is_renamed_everywhere() {
    let work = published();
    let zones = fs::read_to_string(work.path("content/zones.csv")).unwrap();
    let renamed = zones.replace("淮安国家高新技术产业开发区", "示例国家高新技术产业开发区");
    assert_ne!(zones, renamed);
    fs::write(work.path("content/zones.csv"), renamed).unwrap();
    build(&work);
    ends_at_a_clean_build(&work);
}

#[test]
fn a_cache_that_is_broken_or_of_other_sources_does_no_harm() {
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
    // Sources are gone; the cache still knows them.
    copy(&work.path("out.build"), &work.path("kept"));
    for gone in ["2017-05-01-1.md", "2018-05-01-1.md"] {
        fs::remove_file(work.path("content/articles/huaian-htz").join(gone)).unwrap();
    }
    build(&work);
    ends_at_a_clean_build(&work);
    fs::remove_dir_all(work.path("out.build")).unwrap();
    copy(&work.path("kept"), &work.path("out.build"));
    build(&work);
    ends_at_a_clean_build(&work);
}
