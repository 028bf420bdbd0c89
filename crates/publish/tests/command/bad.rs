//! Errors of the content. Each folder of `bad/` is copied over the valid fixture and checked by the real command. The output
//! must equal the folder's `expected.txt`, and nothing may be published. After a message has changed, run `BLESS=1 cargo test
//! -p investchn-publish --test command bad::` to write the files again, and read their diff.

use std::collections::BTreeSet;
use std::fs;

use crate::workplace::{Workplace, bless, cases, expected, problems, snapshot, stderr};
use investchn_publish::{RULES, Severity};
use rayon::prelude::*;

/// After every article of the fixture, and before the article of the case with a date in the future.
const NOW: &str = "2024-01-01";

#[test]
fn every_error_is_reported_with_its_location_and_advice() {
    let cases = cases("bad");
    assert!(cases.len() > 30, "the folder of cases is there");
    let failures: String = cases.par_iter().filter_map(|case| failure(case)).collect();
    assert!(failures.is_empty(), "{failures}");
}

/// Returns the difference from the expected output, if there is one.
fn failure(case: &str) -> Option<String> {
    let work = Workplace::with(case);
    let checked = work.check(&["--now", NOW]);
    let printed = problems(&checked);
    bless(case, &printed);
    let expected = expected(case);
    // A build without a repository does not know today's date.
    let stops: String = expected.lines().filter(|line| !line.contains(" future-date ")).fold(String::new(), joined);
    let built = work.build(&[]);
    let said = stderr(&built).lines().filter(|line| !line.starts_with("error: ")).fold(String::new(), joined);
    assert_eq!(said, stops, "{case}: a build says the same");
    assert_eq!(built.status.success(), stops.is_empty(), "{case}");
    assert_eq!(work.path("out").exists(), stops.is_empty(), "{case}: nothing is written");
    let exit = checked.status.code();
    (exit != Some(1) || printed != expected)
        .then(|| format!("== {case}: exit {exit:?}\n-- expected\n{expected}-- printed\n{printed}"))
}

fn joined(lines: String, line: &str) -> String {
    lines + line + "\n"
}

#[test]
fn every_rule_has_a_case_in_the_folder_of_its_severity() {
    let found = |folder| -> BTreeSet<String> {
        let lines = cases(folder).iter().map(|case| expected(case)).collect::<String>();
        lines.lines().filter_map(|line| line.split(' ').nth(1)).map(ToOwned::to_owned).collect()
    };
    let of = |severity| -> BTreeSet<String> {
        RULES.iter().filter(|rule| rule.severity == severity).map(|rule| rule.id.to_owned()).collect()
    };
    let (mut errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    // Reserved for future forms: with the parser's present options no Markdown has this error.
    errors.remove("markdown");
    // No folder has a case for these; `faults.rs` makes them.
    errors.remove("symlink");
    errors.remove("too-large");
    assert_eq!(&found("bad") - &warnings, errors);
    assert_eq!(found("warn"), warnings);
    assert_eq!(found("note"), of(Severity::Note));
}

#[test]
fn errors_leave_the_earlier_output_untouched_until_they_are_corrected() {
    let work = Workplace::new();
    assert!(work.build(&[]).status.success());
    let before = snapshot(&work.path("out"));
    let article = work.path("content/articles/huaian-htz/2022-02-14-1.md");
    let good = fs::read_to_string(&article).unwrap();
    fs::write(&article, good.replace("huaian-htz", "huaian-hzt")).unwrap();
    let output = work.build(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("content/articles/huaian-htz/2022-02-14-1.md:5:8 unknown-zone"),
        "{}",
        stderr(&output)
    );
    assert!(stderr(&output).contains("huaian-htz (淮安国家高新技术产业开发区)"), "{}", stderr(&output));
    assert_eq!(snapshot(&work.path("out")), before);
    fs::write(&article, good).unwrap();
    assert!(work.build(&[]).status.success());
    assert_eq!(snapshot(&work.path("out")), before);
}

#[test]
fn all_problems_are_reported_at_once() {
    let work = Workplace::new();
    for case in ["bad/folder", "bad/raw-html", "bad/zone-type"] {
        work.lay(case);
    }
    let printed = stderr(&work.build(&[]));
    for rule in ["folder", "raw-html", "zone-type"] {
        assert!(printed.contains(&format!(" {rule} ")), "{rule} in {printed}");
    }
    assert!(printed.ends_with("error: 4 problems in the content, nothing was written\n"), "{printed}");
}

#[test]
fn errors_outside_the_content_are_reported() {
    let work = Workplace::new();
    let said = |more: &[&str], words: &str| {
        let output = work.build(more);
        assert_eq!(output.status.code(), Some(1), "{more:?}");
        assert!(stderr(&output).contains(words), "{more:?}: {}", stderr(&output));
    };
    said(&["--base-url", "www.example.com"], "`www.example.com` is no base address");
    fs::create_dir(work.path("out")).unwrap();
    fs::write(work.path("out/thesis.doc"), "mine").unwrap();
    said(&[], "out holds files that are no portal");
    fs::remove_file(work.path("app/app.html")).unwrap();
    said(&[], "app is not a built app");
    assert_eq!(fs::read(work.path("out/thesis.doc")).unwrap(), b"mine");
}
