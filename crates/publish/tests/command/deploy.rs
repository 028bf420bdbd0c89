//! The upload plan: the files to upload after a build, their order, and the files of earlier releases that are kept.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::workplace::{Workplace, stderr};

const ARTICLE: &str = "content/articles/huaian-htz/2024-03-02-1.md";

const TEXT: &str =
    "+++\ntitle = \"示例\"\npublished = 2024-03-02\nsource = \"示例报\"\nzone = \"huaian-htz\"\n+++\n\n示例正文。\n";

fn built(work: &Workplace, more: &[&str]) {
    let output = work.build(more);
    assert!(output.status.success(), "{}", stderr(&output));
}

/// Replaces the hashed script of the app with one whose name consists of this digit. Returns its name.
fn release(work: &Workplace, digit: char) -> String {
    let name = |digit: char| format!("app-{}.js", String::from(digit).repeat(16));
    let names: Vec<_> = fs::read_dir(work.path("app")).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.iter().filter(|path| path.to_string_lossy().contains("app-")).for_each(|path| fs::remove_file(path).unwrap());
    fs::write(work.path("app").join(name(digit)), digit.to_string()).unwrap();
    name(digit)
}

fn list(work: &Workplace, name: &str) -> Vec<String> {
    let text = fs::read_to_string(work.path("out.build/deploy").join(name)).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn json(work: &Workplace, name: &str) -> Value {
    serde_json::from_slice(&fs::read(work.path(name)).unwrap()).unwrap()
}

#[test]
fn after_an_upload_only_changes_are_listed_new_articles_first() {
    let work = Workplace::new();
    built(&work, &[]);
    let all: usize = json(&work, "out.build/deploy.json")["upload"]
        .as_array()
        .unwrap()
        .iter()
        .map(|stage| stage["files"].as_array().unwrap().len())
        .sum();
    assert_eq!(
        all,
        walkdir::WalkDir::new(work.path("out"))
            .into_iter()
            .filter(|it| it.as_ref().unwrap().file_type().is_file())
            .count()
    );
    assert!(work.run(&["mark-deployed", "--out", "out"]).status.success());
    assert!(list(&work, "1-files.txt").is_empty() && list(&work, "8-entry.txt").is_empty());
    // A build for another host has no upload plan.
    let known = fs::read(work.path("out.build/deploy.json")).unwrap();
    fs::remove_file(work.path("out.build/deploy.json")).unwrap();
    built(&work, &[]);
    assert!(list(&work, "8-entry.txt").contains(&"404.html".to_owned()));
    fs::write(work.path("out.build/deploy.json"), known).unwrap();

    fs::write(work.path(ARTICLE), TEXT).unwrap();
    built(&work, &[]);
    let article = "huaian-htz-20240302-1";
    assert_eq!(
        list(&work, "3-new-articles.txt"),
        [format!("article/{article}/index.html"), format!("data/article/{article}.json")]
    );
    assert!(list(&work, "6-lists.txt").contains(&"zone/huaian-htz/index.html".to_owned()));
    let files = list(&work, "1-files.txt");
    assert!(files.len() == 2 && files.iter().all(|name| name.starts_with("data/search/open/")), "{files:?}");
    assert!(list(&work, "delete.txt").is_empty(), "readers may be searching by the manifest before");

    // The upload failed, and the article is withdrawn before the next build.
    fs::remove_file(work.path(ARTICLE)).unwrap();
    built(&work, &[]);
    assert!(list(&work, "3-new-articles.txt").is_empty());
    let gone = format!("article/{article}/index.html");
    assert!(list(&work, "delete.txt").contains(&gone), "it may have got there");
    assert!(list(&work, "6-lists.txt").contains(&"zone/huaian-htz/index.html".to_owned()));
}

#[test]
fn a_trailing_slash_of_the_output_changes_nothing() {
    let work = Workplace::new();
    built(&work, &[]);
    let manifest = fs::read(work.path("out.build/manifest.bin")).unwrap();
    for verb in ["build", "mark-deployed"] {
        let sources: &[&str] = if verb == "build" { &["--content", "content", "--app", "app"] } else { &[] };
        let output = work.run(&[&[verb, "--out", "out/"], sources].concat());
        assert!(output.status.success(), "{}", stderr(&output));
    }
    assert!(!work.path("out/.build").exists());
    assert_eq!(fs::read(work.path("out.build/manifest.bin")).unwrap(), manifest);
    assert!(list(&work, "8-entry.txt").is_empty(), "the upload is noted where the build notes it");
}

#[test]
fn a_folder_that_was_never_built_is_not_marked_as_uploaded() {
    let work = Workplace::new();
    // The verb's former name still works.
    let output = work.run(&["deployed", "--out", "nowhere"]);
    assert!(!output.status.success());
    assert!(
        stderr(&output).contains("nowhere.build has no deploy.json: name the output of `build`"),
        "{}",
        stderr(&output)
    );
    assert!(!work.path("nowhere.build").exists());
    // The upload script fails too; otherwise it would upload nothing and report success.
    let script = investchn_publish::host_config(investchn_publish::Host::Garage, &investchn_publish::Mount::default());
    let mut shell = crate::workplace::english("sh");
    let output =
        shell.args(["-c", &script]).env("SITE", work.path("nowhere/")).env("BUCKET", "portal").output().unwrap();
    assert!(!output.status.success());
    assert!(stderr(&output).contains("nowhere.build/deploy/[1-8]-*.txt: build the site first"), "{}", stderr(&output));
}

#[test]
fn app_files_of_three_earlier_releases_are_kept_and_the_entry_names_the_last() {
    let work = Workplace::new();
    let names: Vec<String> = "12345"
        .chars()
        .map(|digit| {
            let name = release(&work, digit);
            let previous: &[&str] = if digit == '1' { &[] } else { &["--previous", "out"] };
            built(&work, previous);
            name
        })
        .collect();
    let has: Vec<bool> = names.iter().map(|name| work.path("out").join(name).is_file()).collect();
    assert_eq!(has, [false, true, true, true, true]);
    let entry = json(&work, "out/data/site.json");
    assert!(entry["earlier"].as_array().unwrap().contains(&names[3].as_str().into()), "{entry}");
    assert!(!entry["files"].as_array().unwrap().contains(&names[3].as_str().into()), "{entry}");
    // A release that is published again keeps the same earlier releases.
    built(&work, &["--previous", "out"]);
    assert_eq!(json(&work, "out/data/site.json"), entry);
    assert!(work.path("out").join(&names[1]).is_file());
}

#[test]
fn the_reader_of_the_search_is_kept_with_its_release_and_not_stored_ahead() {
    let work = Workplace::new();
    let names = |digit: &str| ["", "_bg"].map(|end| format!("search-{}{end}", digit.repeat(16)));
    let put = |digit: &str| {
        let [script, wasm] = names(digit);
        fs::write(work.path("app").join(format!("{script}.js")), digit).unwrap();
        fs::write(work.path("app").join(format!("{wasm}.wasm")), digit).unwrap();
        fs::write(work.path("app/search.js"), format!("\"{script}.js\"")).unwrap();
    };
    // The app of the first release has no search.
    built(&work, &[]);
    put("1");
    built(&work, &["--previous", "out"]);
    for name in [names("1")[0].clone() + ".js", names("1")[1].clone() + ".wasm"] {
        assert!(json(&work, "out/data/site.json")["files"].as_array().unwrap().contains(&name.as_str().into()));
        fs::remove_file(work.path("app").join(name)).unwrap();
    }
    put("2");
    built(&work, &["--previous", "out"]);
    for digit in ["1", "2"] {
        assert!(work.path("out").join(names(digit)[1].clone() + ".wasm").is_file(), "{digit}");
    }
    let worker = fs::read_to_string(work.path("out/sw.js")).unwrap();
    let shell = worker.lines().next().unwrap();
    assert!(shell.contains("data/site.json") && !shell.contains("search.") && !shell.contains("search-"), "{shell}");
}

#[test]
fn pinned_scripts_are_kept_forever() {
    let work = Workplace::new();
    let pinned = || -> BTreeSet<String> {
        let names =
            fs::read_dir(work.path("out")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.starts_with("embed-")).collect()
    };
    for release in 1..=5 {
        fs::write(work.path("app/embed.js"), format!("// {release}")).unwrap();
        built(&work, if release == 1 { &[] } else { &["--previous", "out"] });
        assert_eq!(pinned().len(), release);
    }
    let all = pinned();
    for name in &all {
        let digest = blake3::hash(&fs::read(work.path("out").join(name)).unwrap()).to_hex();
        assert_eq!(*name, format!("embed-{}.js", &digest[..16]), "the name says what is in it");
    }
    // The rule is the same for any number of scripts, because a host reads at most a hundred rules.
    let headers = fs::read_to_string(work.path("out/_headers")).unwrap();
    assert_eq!(headers.lines().filter(|line| line.starts_with("/embed-")).collect::<Vec<_>>(), ["/embed-*"]);
    // The script is not part of the app, so a new script does not make a new release.
    let release = json(&work, "out/data/site.json")["release"].clone();
    fs::write(work.path("app/embed.js"), "// 6").unwrap();
    built(&work, &["--previous", "out"]);
    assert_eq!(json(&work, "out/data/site.json")["release"], release);
    // A build without an earlier output does not delete the scripts at the host.
    built(&work, &[]);
    assert_eq!(pinned().len(), 1);
    assert!(list(&work, "delete.txt").iter().all(|name| !name.starts_with("embed-")));
}

#[test]
fn without_previous_the_host_keeps_the_files_of_earlier_releases() {
    let work = Workplace::new();
    let first = release(&work, '1');
    built(&work, &[]);
    release(&work, '2');
    built(&work, &[]);
    assert!(!work.path("out").join(&first).exists());
    assert!(!list(&work, "delete.txt").contains(&first));
    assert_eq!(json(&work, "out.build/deploy.json")["stay"], serde_json::json!([[first]]));
    let output = work.build(&["--previous", "content"]);
    assert!(!output.status.success() && stderr(&output).contains("app.json"), "{}", stderr(&output));
}
