//! Faults of the machine and hostile sources, with the real command: a kill at any moment, a full disk, an unwritable folder,
//! sources made to exhaust time or memory.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::workplace::{Workplace, copy, snapshot, stderr};

fn command(work: &Path, out: &str) -> Command {
    let mut command = crate::workplace::publisher();
    command.current_dir(work).args(["build", "--content", "content", "--app", "app", "--out", out]);
    command
}

fn build(work: &Path, out: &str) -> Output {
    command(work, out).output().unwrap()
}

fn article(work: &Path, name: &str, text: &str) {
    fs::write(work.join("content/articles/huaian-htz").join(name), text).unwrap();
}

fn with_body(body: &str) -> String {
    format!(
        "+++\ntitle = \"示例\"\npublished = 2023-01-01\nsource = \"示例报\"\nzone = \"huaian-htz\"\n+++\n\n{body}\n"
    )
}

/// Counts the changed files in a folder that are those of the new build.
fn count_new(folder: &Path, new: &BTreeMap<PathBuf, Vec<u8>>, old: &BTreeMap<PathBuf, Vec<u8>>) -> usize {
    new.iter()
        .filter(|(name, bytes)| {
            old.get(*name) != Some(bytes) && fs::read(folder.join(name)).is_ok_and(|it| it == **bytes)
        })
        .count()
}

#[test]
fn a_killed_build_leaves_whole_files_and_the_next_one_completes() {
    let place = Workplace::new();
    let work = place.root();
    let settings = work.join("content/site.toml");
    let first = fs::read_to_string(&settings).unwrap();
    assert!(build(work, "old").status.success());
    // Every page contains the slogan, so all of them change.
    fs::write(&settings, first.replace("打造网上国际投资促进平台", "示例口号")).unwrap();
    assert!(build(work, "new").status.success());
    let (old, new) = (snapshot(&work.join("old")), snapshot(&work.join("new")));
    let changing = new.iter().filter(|(name, bytes)| old.get(*name) != Some(bytes)).count();
    assert!(changing > 30, "{changing} files change");
    let mut stopped_between = 0;
    for point in 0..50 {
        let site = work.join("site");
        let _ = fs::remove_dir_all(&site);
        copy(&work.join("old"), &site);
        let mut child = command(work, "site").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let wanted = changing * point / 50;
        while child.try_wait().unwrap().is_none() && count_new(&site, &new, &old) < wanted {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let left = snapshot(&site);
        for (name, bytes) in left.iter().filter(|(name, _)| name.extension().is_none_or(|it| it != "part")) {
            let whole = old.get(name) == Some(bytes) || new.get(name) == Some(bytes);
            assert!(whole, "{} is neither old nor new after a kill at {wanted} files", name.display());
        }
        stopped_between += usize::from(count_new(&site, &new, &old) < changing);
        assert!(build(work, "site").status.success());
        assert!(snapshot(&site) == new, "after a kill at {wanted} files the next run ends at a clean build");
    }
    assert!(stopped_between >= 25, "only {stopped_between} of the kills came while it was writing");
}

#[test]
fn a_killed_first_build_does_not_affect_the_next() {
    let place = Workplace::new();
    let work = place.root();
    let mut child = command(work, "site").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    while child.try_wait().unwrap().is_none() && !work.join("site.new").exists() {
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(build(work, "site").status.success());
    assert!(build(work, "clean").status.success());
    assert_eq!(snapshot(&work.join("site")), snapshot(&work.join("clean")));
    assert!(!work.join("site.new").exists());
}

/// Builds with one thread and with many write the same bytes.
#[test]
fn the_number_of_threads_does_not_change_the_output() {
    let place = Workplace::new();
    let work = place.root();
    assert!(command(work, "one").env("RAYON_NUM_THREADS", "1").output().unwrap().status.success());
    assert!(command(work, "many").env("RAYON_NUM_THREADS", "8").output().unwrap().status.success());
    assert_eq!(snapshot(&work.join("one")), snapshot(&work.join("many")));
}

/// The shell's limit on file sizes makes a write fail part-way, as a full disk does.
#[cfg(unix)]
#[test]
fn a_full_disk_is_reported_and_every_file_stays_whole() {
    let place = Workplace::new();
    let work = place.root();
    // Settled sources are not written to the cache again, so the limit stops a file of the site.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(build(work, "site").status.success());
    let before = snapshot(&work.join("site"));
    let settings = work.join("content/site.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("打造网上国际投资促进平台", "示例口号")).unwrap();
    assert!(build(work, "new").status.success());
    let new = snapshot(&work.join("new"));
    let line = format!(
        "trap '' XFSZ; ulimit -f 4; exec {} build --content content --app app --out site",
        env!("CARGO_BIN_EXE_investchn-publish")
    );
    let output = crate::workplace::english("bash").args(["-c", &line]).current_dir(work).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("cannot write site/"), "{}", stderr(&output));
    for (name, bytes) in snapshot(&work.join("site")) {
        let part = name.extension().is_some_and(|it| it == "part");
        assert!(part || before.get(&name) == Some(&bytes) || new.get(&name) == Some(&bytes), "{}", name.display());
    }
    assert!(build(work, "site").status.success());
    assert_eq!(snapshot(&work.join("site")), new);
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let place = Workplace::new();
    let work = place.root();
    let output = build(work, "/proc/investchn");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("cannot make the folder /proc/investchn"), "{}", stderr(&output));
}

#[test]
fn an_article_of_fifty_megabytes_is_refused() {
    let place = Workplace::new();
    let work = place.root();
    let paragraph = "示例正文，很长的一段。".repeat(100) + "\n\n";
    article(work, "2023-01-01-1.md", &with_body(&paragraph.repeat(50_000_000 / paragraph.len())));
    let output = build(work, "site");
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("2023-01-01-1.md:1:1 too-large"), "{}", stderr(&output));
}

#[test]
fn hostile_front_matter_is_reported_and_does_not_crash() {
    for (name, bomb) in [
        ("arrays in each other", format!("aliases = {}1{}", "[".repeat(100_000), "]".repeat(100_000))),
        ("tables in each other", format!("previous = {}1{}", "{ a = ".repeat(50_000), " }".repeat(50_000))),
        ("a key of many parts", format!("{} = 1", vec!["a"; 100_000].join("."))),
        ("a number beyond all", format!("title = {}", "9".repeat(100_000))),
    ] {
        let place = Workplace::new();
        let work = place.root();
        let text = format!("+++\n{bomb}\n+++\n\n示例。\n");
        article(work, "2023-01-01-1.md", &text);
        let output = build(work, "site");
        assert_eq!(output.status.code(), Some(1), "{name}: {}", stderr(&output));
        assert!(stderr(&output).contains("2023-01-01-1.md:"), "{name}: {}", stderr(&output));
        assert!(output.stderr.len() < 100_000, "{name}: the report stays readable");
    }
}

#[test]
fn hostile_markdown_never_reaches_a_page_as_markup() {
    for body in [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
    ] {
        let place = Workplace::new();
        let work = place.root();
        article(work, "2023-01-01-1.md", &with_body(body));
        assert_eq!(build(work, "site").status.code(), Some(1), "{body}");
    }
    // Text that looks like markup stays text.
    let place = Workplace::new();
    let work = place.root();
    article(
        work,
        "2023-01-01-1.md",
        &with_body("示例 \\<script>alert(1)\\</script> `</script><script>alert(2)</script>` &amp;"),
    );
    assert!(build(work, "site").status.success());
    let page = fs::read_to_string(work.join("site/article/huaian-htz-20230101-1/index.html")).unwrap();
    assert!(!page.contains("<script>alert"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)") || page.contains("&lt;script>alert(1)"), "{page}");
}

#[cfg(unix)]
#[test]
fn symlinks_out_of_the_content_are_refused() {
    let place = Workplace::new();
    let work = place.root();
    let outside = work.join("secret.md");
    fs::write(&outside, with_body("示例。")).unwrap();
    std::os::unix::fs::symlink(&outside, work.join("content/articles/huaian-htz/2023-01-01-1.md")).unwrap();
    let output = build(work, "site");
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("2023-01-01-1.md:1:1 symlink"), "{}", stderr(&output));
}
