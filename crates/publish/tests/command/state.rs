//! Damage to the build state costs time, never a wrong page: the output equals that of a build from nothing.

use std::fs;
use std::path::PathBuf;

use crate::workplace::{Workplace, copy, snapshot, stderr, stdout};

const ARTICLE: &str = "content/articles/huaian-htz/2022-02-14-1.md";
const MANIFEST: &str = "out.build/manifest.bin";

/// A workplace with an output, whose article was then changed in a way that keeps its length.
fn changed() -> Workplace {
    let work = Workplace::new();
    build(&work);
    change(&work, "示例末段", "示例尾段");
    work
}

fn change(work: &Workplace, from: &str, to: &str) {
    let text = fs::read_to_string(work.path(ARTICLE)).unwrap();
    assert!(text.contains(from));
    fs::write(work.path(ARTICLE), text.replace(from, to)).unwrap();
}

/// Builds the output and returns what the command prints.
fn build(work: &Workplace) -> String {
    let output = work.build(&[]);
    assert!(output.status.success(), "{}", stderr(&output));
    stdout(&output)
}

fn assert_builds_as_from_nothing(work: &Workplace, case: &str) {
    build(work);
    let clean = work.run(&["build", "--content", "content", "--app", "app", "--out", "clean"]);
    assert!(clean.status.success(), "{}", stderr(&clean));
    assert!(snapshot(&work.path("out")) == snapshot(&work.path("clean")), "{case}");
    fs::remove_dir_all(work.path("clean")).unwrap();
    fs::remove_dir_all(work.path("clean.build")).unwrap();
    assert!(build(work).contains(" 0 files written"), "{case}: the next build knows all files");
}

/// Lists the binary files of the state.
fn state_files(work: &Workplace) -> Vec<PathBuf> {
    let cache = fs::read_dir(work.path("out.build/cache")).unwrap().map(|entry| entry.unwrap().path());
    let articles = cache.filter(|path| path.extension().is_some_and(|extension| extension == "articles"));
    let files: Vec<PathBuf> = articles.chain([work.path(MANIFEST)]).collect();
    assert!(files.len() > 1);
    files
}

/// Changes the bytes of each binary file of the state.
fn damage(work: &Workplace, damaged: impl Fn(&mut Vec<u8>)) {
    for file in state_files(work) {
        let mut bytes = fs::read(&file).unwrap();
        damaged(&mut bytes);
        fs::write(&file, bytes).unwrap();
    }
}

#[test]
fn a_truncated_state_is_not_read() {
    for part in [0, 1, 2] {
        let work = changed();
        damage(&work, |bytes| bytes.truncate(bytes.len() * part / 3 + usize::from(part > 0)));
        assert_builds_as_from_nothing(&work, &format!("{part} thirds"));
    }
}

#[test]
fn a_state_with_other_bytes_is_not_read() {
    let work = changed();
    for (step, place) in [0.0, 0.2, 0.4, 0.6, 0.8, 0.999].into_iter().enumerate() {
        damage(&work, |bytes| {
            let at = (bytes.len() as f64 * place) as usize;
            bytes[at] ^= 0x10;
        });
        assert_builds_as_from_nothing(&work, &format!("at {place}"));
        let texts = ["示例尾段", "示例后段"];
        change(&work, texts[step % 2], texts[(step + 1) % 2]);
    }
    damage(&work, |bytes| bytes[4] ^= 1);
    assert_builds_as_from_nothing(&work, "of another version");
    damage(&work, |bytes| *bytes = b"{\"shared_digest\":null,\"files\":{\"index.html\":\"x\"}}".to_vec());
    assert_builds_as_from_nothing(&work, "of an earlier version");
}

#[test]
fn a_file_of_the_state_in_place_of_another_is_not_read() {
    let work = changed();
    let bytes: Vec<Vec<u8>> = state_files(&work).iter().map(|file| fs::read(file).unwrap()).collect();
    for (file, bytes) in state_files(&work).iter().zip(bytes.iter().cycle().skip(1)) {
        fs::write(file, bytes).unwrap();
    }
    assert_builds_as_from_nothing(&work, "files of the state changed places");
}

#[test]
fn a_missing_state_changes_nothing() {
    let work = changed();
    fs::remove_dir_all(work.path("out.build")).unwrap();
    assert_builds_as_from_nothing(&work, "no state");
}

#[test]
fn the_state_of_another_site_is_not_trusted() {
    let work = changed();
    copy(&work.path("content"), &work.path("other"));
    let settings = fs::read_to_string(work.path("other/site.toml")).unwrap();
    fs::write(work.path("other/site.toml"), settings.replace("打造网上国际投资促进平台", "示例口号")).unwrap();
    let other = work.run(&["build", "--content", "other", "--app", "app", "--out", "site"]);
    assert!(other.status.success(), "{}", stderr(&other));
    fs::remove_dir_all(work.path("out.build")).unwrap();
    fs::rename(work.path("site.build"), work.path("out.build")).unwrap();
    assert_builds_as_from_nothing(&work, "the state of another site");
}

/// A backup of the output is older than the state, one of the state is older than the output. Both keep all modification times.
#[test]
fn a_state_of_another_build_is_recognized() {
    for restored in ["out", "out.build"] {
        let work = Workplace::new();
        build(&work);
        let backup = format!("{restored}.backup");
        let copied = std::process::Command::new("cp").args(["-a", restored, &backup]).current_dir(work.root()).status();
        assert!(copied.unwrap().success());
        change(&work, "示例末段", "示例尾段");
        build(&work);
        fs::remove_dir_all(work.path(restored)).unwrap();
        fs::rename(work.path(&backup), work.path(restored)).unwrap();
        assert_builds_as_from_nothing(&work, restored);
    }
}

#[test]
fn an_output_that_was_edited_by_hand_is_mended() {
    let work = changed();
    build(&work);
    for page in ["index.html", "article/huaian-htz-20220214-1/index.html", "data/site.json", "feed.xml"] {
        let text = fs::read_to_string(work.path("out").join(page)).unwrap();
        fs::write(work.path("out").join(page), text.replacen('e', "E", 1)).unwrap();
        assert_builds_as_from_nothing(&work, page);
    }
    fs::remove_dir_all(work.path("out/article")).unwrap();
    assert_builds_as_from_nothing(&work, "removed pages");
    fs::write(work.path("out/data/article/huaian-htz-20220214-1.json"), "{}").unwrap();
    assert!(work.build(&["--check-output"]).status.success());
    assert_builds_as_from_nothing(&work, "data");
}
