//! Everything that can be wrong with the content: each folder of `bad/` is laid over the valid fixture, the real command is
//! run, and what it prints must be what the folder's `expected.txt` says, with the earlier output untouched. After a change
//! of wording `BLESS=1 cargo test -p investchn-publish --test bad` writes the files anew: read their diff.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects by failing")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// A working folder with the valid fixture as `content/`, the least app as `app/`.
fn workplace() -> tempfile::TempDir {
    let work = tempfile::tempdir().unwrap();
    copy(&here().join("../../tests/fixtures/valid"), &work.path().join("content"));
    copy(&here().join("../../tests/fixtures/app"), &work.path().join("app"));
    work
}

fn build(work: &Path, more: &[&str]) -> Output {
    let arguments = ["build", "--content", "content", "--app", "app", "--out", "out"];
    Command::new(env!("CARGO_BIN_EXE_investchn-publish")).current_dir(work).args(arguments).args(more).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn snapshot(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push((path.clone(), fs::read(path).unwrap())) }
        }
    }
    files.sort();
    files
}

#[test]
fn every_bad_source_is_named_with_its_place_and_what_to_do() {
    let mut cases: Vec<PathBuf> =
        fs::read_dir(here().join("tests/bad")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 30, "the folder of cases is there");
    let mut failures = String::new();
    for case in &cases {
        let work = workplace();
        copy(case, &work.path().join("content"));
        let expected = fs::read_to_string(case.join("expected.txt")).unwrap();
        let output = build(work.path(), &[]);
        let printed = stderr(&output);
        // The last line is the count, the same for every case.
        let printed = printed
            .lines()
            .filter(|line| !line.starts_with("error: "))
            .map(|line| line.to_owned() + "\n")
            .collect::<String>();
        if std::env::var_os("BLESS").is_some() {
            fs::write(case.join("expected.txt"), &printed).unwrap();
        } else if output.status.code() != Some(1) || printed != expected {
            let name = case.file_name().unwrap().to_str().unwrap();
            failures +=
                &format!("== {name}: exit {:?}\n-- expected\n{expected}-- printed\n{printed}", output.status.code());
        }
        assert!(!work.path().join("out").exists(), "{}: nothing is written", case.display());
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn a_typo_leaves_the_earlier_output_untouched_and_the_mended_source_is_published() {
    let work = workplace();
    assert!(build(work.path(), &[]).status.success());
    let before = snapshot(&work.path().join("out"));
    let article = work.path().join("content/articles/huaian-htz/2022-02-14-1.md");
    let good = fs::read_to_string(&article).unwrap();
    fs::write(&article, good.replace("huaian-htz", "huaian-hzt")).unwrap();
    let output = build(work.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("content/articles/huaian-htz/2022-02-14-1.md:5:8 unknown-zone"),
        "{}",
        stderr(&output)
    );
    assert!(stderr(&output).contains("huaian-htz (淮安国家高新技术产业开发区)"), "{}", stderr(&output));
    assert_eq!(snapshot(&work.path().join("out")), before);
    fs::write(&article, good).unwrap();
    assert!(build(work.path(), &[]).status.success());
    assert_eq!(snapshot(&work.path().join("out")), before);
}

#[test]
fn every_problem_is_reported_at_once() {
    let work = workplace();
    for case in ["folder", "raw-html", "zone-type"] {
        copy(&here().join("tests/bad").join(case), &work.path().join("content"));
    }
    let printed = stderr(&build(work.path(), &[]));
    for rule in ["folder", "raw-html", "zone-type"] {
        assert!(printed.contains(&format!(" {rule} ")), "{rule} in {printed}");
    }
    assert!(printed.ends_with("error: 4 problems in the content, nothing was written\n"), "{printed}");
}

#[test]
fn what_is_not_the_contents_fault_is_said_plainly() {
    let work = workplace();
    let said = |more: &[&str], words: &str| {
        let output = build(work.path(), more);
        assert_eq!(output.status.code(), Some(1), "{more:?}");
        assert!(stderr(&output).contains(words), "{more:?}: {}", stderr(&output));
    };
    said(&["--base-url", "www.example.com"], "`www.example.com` is no base address");
    fs::create_dir(work.path().join("out")).unwrap();
    fs::write(work.path().join("out/thesis.doc"), "mine").unwrap();
    said(&[], "out holds files that are no portal");
    fs::remove_file(work.path().join("app/app.html")).unwrap();
    said(&[], "app is not a built app");
    assert_eq!(fs::read(work.path().join("out/thesis.doc")).unwrap(), b"mine");
}
