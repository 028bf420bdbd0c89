//! Warnings of the content. Each folder of `warn/` is copied over the valid fixture. The output of `check` must equal the
//! folder's `expected.txt`, and the command must fail with `--strict` only. After a message has changed, run `BLESS=1 cargo
//! test -p investchn-publish --test command warn::` to write the files again, and read their diff.

use std::fs;
use std::process::Command;

use crate::workplace::{Workplace, bless, cases, expected, problems, stderr, stdout};
use investchn_publish::{RULES, Report};
use serde_json::Value;

const ARTICLE: &str = "content/articles/huaian-htz/2023-01-01-1.md";

fn article(front: &str, body: &str) -> String {
    format!(
        "+++\ntitle = \"示例\"\npublished = 2023-01-01\nsource = \"示例报\"\nzone = \"huaian-htz\"\n{front}+++\n\n{body}\n"
    )
}

#[test]
fn warnings_are_printed_and_do_not_stop_a_build() {
    for case in cases("warn") {
        let work = Workplace::with(&case);
        let output = work.check(&[]);
        let printed = problems(&output);
        bless(&case, &printed);
        assert_eq!(printed, expected(&case), "{case}");
        assert!(!printed.is_empty() && output.status.success(), "{case}");
        assert_eq!(work.check(&["--strict"]).status.code(), Some(1), "{case}");
        let built = work.build(&[]);
        assert!(built.status.success(), "{case}: {}", stderr(&built));
        assert_eq!(stderr(&built), printed, "{case}: a build says the same");
        assert!(work.path("out/index.html").exists(), "{case}");
    }
}

#[test]
fn the_valid_fixture_passes_a_strict_check() {
    let output = Workplace::new().check(&["--strict"]);
    assert!(output.status.success());
    assert!(stdout(&output).starts_with("0 errors, 0 warnings, "), "{}", stdout(&output));
}

#[test]
fn json_and_sarif_match_the_text_report() {
    let work = Workplace::with("bad/zone-type");
    work.lay("bad/with-warnings");
    let lines = problems(&work.check(&[]));
    assert!(lines.lines().count() >= 3, "{lines}");

    let json: Value = serde_json::from_str(&stdout(&work.check(&["--format", "json"]))).unwrap();
    let text = |value: &Value, key: &str| value[key].as_str().unwrap().to_owned();
    let mut again = String::new();
    for problem in json["problems"].as_array().unwrap() {
        let [file, rule, message, advice] = ["file", "rule", "message", "advice"].map(|key| text(problem, key));
        again += &format!("{file}:{}:{} {rule} {message}, {advice}\n", problem["line"], problem["column"]);
        let severity = RULES.iter().find(|known| known.id == rule).unwrap().severity.to_string();
        assert_eq!(text(problem, "severity"), severity);
    }
    assert_eq!(again, lines);
    let count = |key: &str| json[key].as_u64().unwrap();
    assert_eq!(count("errors") + count("warnings"), lines.lines().count() as u64);
    assert!(count("errors") > 0 && count("warnings") > 0 && count("omitted") == 0);

    let sarif: Value = serde_json::from_str(&stdout(&work.check(&["--format", "sarif"]))).unwrap();
    assert_eq!(text(&sarif, "version"), "2.1.0");
    assert!(text(&sarif, "$schema").ends_with("sarif-2.1.0.json"));
    let run = &sarif["runs"][0];
    let rules: Vec<String> =
        run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| text(rule, "id")).collect();
    assert_eq!(text(&run["tool"]["driver"], "name"), "investchn-publish");
    assert_eq!(rules, RULES.iter().map(|rule| rule.id).collect::<Vec<_>>());
    let mut again = String::new();
    for result in run["results"].as_array().unwrap() {
        let place = &result["locations"][0]["physicalLocation"];
        let (uri, region) = (text(&place["artifactLocation"], "uri"), &place["region"]);
        let (rule, words) = (text(result, "ruleId"), text(&result["message"], "text"));
        again += &format!("{uri}:{}:{} {rule} {words}\n", region["startLine"], region["startColumn"]);
        assert!(["error", "warning"].contains(&text(result, "level").as_str()));
    }
    assert_eq!(again, lines);
}

#[test]
fn unreadable_settings_are_reported_in_every_format() {
    let work = Workplace::with("bad/site-key");
    for form in ["text", "json", "sarif"] {
        let output = work.check(&["--format", form]);
        assert_eq!(output.status.code(), Some(1), "{form}");
        assert!(stdout(&output).contains("colour"), "{form}");
    }
    fs::remove_file(work.path("content/site.toml")).unwrap();
    let output = work.check(&[]);
    assert!(stderr(&output).starts_with("error: cannot read content/site.toml"), "{}", stderr(&output));
}

#[test]
fn silence_suppresses_one_rule_in_one_file() {
    let work = Workplace::new();
    let silence = "silence = [{ rule = \"unbalanced\", reason = \"示例\" }]\n";
    fs::write(work.path(ARTICLE), article(silence, "示例“正文。\n\n示例》正文。")).unwrap();
    let output = work.check(&["--strict"]);
    assert!(output.status.success(), "{}", stdout(&output));
    // Other rules, and the same rule in other files, are still reported.
    fs::write(work.path(ARTICLE), article(silence, "示例“正文,示例。")).unwrap();
    let other = article("", "示例“正文。").replace("title = \"示例\"", "title = \"示例二\"");
    fs::write(work.path(ARTICLE.replace("-1.md", "-2.md").as_str()), other).unwrap();
    let lines = problems(&work.check(&[]));
    let rules: Vec<&str> = lines.lines().filter_map(|line| line.split(' ').nth(1)).collect();
    assert_eq!(rules, ["mixed-width", "unbalanced"], "{lines}");
}

#[test]
fn diagnostics_beyond_the_limit_are_counted() {
    let work = Workplace::new();
    let body = "示例“正文。\n\n".repeat(Report::LIMIT + 100);
    fs::write(work.path(ARTICLE), article("", &(body + "<b>示例</b>"))).unwrap();
    let all = Report::LIMIT + 101;
    for (output, more) in [(problems(&work.check(&[])), 101), (problems(&work.check(&["--limit", "3"])), all - 3)] {
        assert_eq!(output.lines().count(), all - more + 1, "{output}");
        assert!(output.ends_with(&format!("\nand {more} more\n")), "{output}");
        assert!(output.contains(" raw-html "), "errors come first: {output}");
    }
    let built = stderr(&work.build(&[]));
    assert_eq!(built.lines().count(), Report::LIMIT + 2, "{built}");
    assert!(built.ends_with("and 101 more\nerror: 1 problem in the content, nothing was written\n"), "{built}");
    let json: Value = serde_json::from_str(&stdout(&work.check(&["--format", "json", "--limit", "3"]))).unwrap();
    assert_eq!((json["problems"].as_array().unwrap().len(), json["omitted"].as_u64()), (3, Some(all as u64 - 3)));
}

#[test]
fn many_diagnostics_in_one_paragraph_take_linear_time() {
    let work = Workplace::new();
    // About a megabyte of them in one paragraph: if each location were counted from the start of the file, this would take
    // minutes.
    fs::write(work.path(ARTICLE), article("", &"甲,《”".repeat(100_000))).unwrap();
    let started = std::time::Instant::now();
    let printed = problems(&work.check(&["--limit", "1"]));
    assert!(printed.ends_with("\nand 299999 more\n"), "{printed}");
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

#[test]
fn today_is_the_day_of_the_newest_commit_for_committed_files() {
    let work = Workplace::new();
    fs::write(work.path(ARTICLE), article("", "示例正文。")).unwrap();
    let git_at = |time: &str, arguments: &[&str]| {
        let who = ["-c", "user.name=example", "-c", "user.email=example@example.com", "-c", "commit.gpgsign=false"];
        let mut git = Command::new("git");
        git.current_dir(work.path("content")).args(who).args(arguments);
        git.env("GIT_COMMITTER_DATE", time).output().is_ok_and(|output| output.status.success())
    };
    let git = |arguments: &[&str]| git_at("2022-12-31T12:00:00+0800", arguments);
    if !git(&["init"]) {
        eprintln!("there is no git here");
        return;
    }
    assert!(work.check(&["--strict"]).status.success(), "without a commit there is no today");
    assert!(git(&["add", "site.toml"]) && git(&["commit", "-m", "example"]));
    assert!(work.check(&["--strict"]).status.success(), "what is not committed may be newer");
    assert!(git(&["add", "."]));
    assert!(work.check(&["--strict"]).status.success(), "what is staged may be newer too");
    assert!(git(&["commit", "-m", "example"]));
    let expected =
        "content/articles/huaian-htz/2023-01-01-1.md:3:13 future-date 2023-01-01 is after today, 2022-12-31, ";
    assert!(problems(&work.check(&[])).starts_with(expected));
    assert!(stderr(&work.build(&[])).starts_with(expected), "a build knows it too");
    let evening = "2022-12-31T20:00:00+0000";
    assert!(git_at(evening, &["commit", "--allow-empty", "-m", "example"]));
    assert!(work.check(&["--strict"]).status.success(), "it is the next day in China");
    assert!(work.check(&["--now", "2023-01-01"]).status.success(), "who names a day is believed");
    assert_eq!(work.check(&["--now", "2023"]).status.code(), Some(2), "a year is no day");
    fs::write(work.path(ARTICLE), article("draft = true\n", "示例正文。")).unwrap();
    assert!(work.check(&["--now", "2022-01-01"]).status.code() == Some(1), "the fixture's are later");
    assert!(!problems(&work.check(&["--now", "2022-01-01"])).contains("2023-01-01-1.md"), "a draft may be ahead");
}
