//! The language of the program: its default, the environment, the option; help and errors in both languages.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::workplace::{Workplace, stderr, stdout};

/// Every command, as one types it after the program's name.
const COMMANDS: [&str; 15] = [
    "",
    "build",
    "check",
    "demo",
    "mark-deployed",
    "import",
    "new",
    "host-config",
    "verify",
    "zone",
    "zone upgrade",
    "zone rename",
    "zone exit",
    "zone merge",
    "zone add",
];

/// Runs the program with these variables only.
fn run(work: &Workplace, variables: &[(&str, &str)], line: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_investchn-publish"));
    command.env_clear().envs(variables.iter().copied()).current_dir(work.root());
    command.args(line.split_whitespace()).output().unwrap()
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

#[test]
fn the_program_speaks_chinese_unless_the_environment_or_the_option_says_english() {
    let work = Workplace::new();
    let check = |variables: &[(&str, &str)], more: &str| {
        stdout(&run(&work, variables, &format!("check --content content --now 2026-11-24 {more}")))
    };
    for variables in [&[][..], &[("LANG", "C.UTF-8")], &[("LC_ALL", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")]] {
        assert!(check(variables, "").contains("秒"), "{variables:?}");
    }
    for variables in [&[("LANG", "en_US.UTF-8")][..], &[("LC_ALL", ""), ("LC_MESSAGES", "en_GB")]] {
        assert!(check(variables, "").contains("0 errors"), "{variables:?}");
    }
    assert!(check(&[("LC_ALL", "en_US.UTF-8")], "--lang zh").contains("秒"));
    assert!(check(&[("LC_ALL", "zh_CN.UTF-8")], "--lang=en").contains("0 errors"));
    let before = run(&work, &[], "--lang en check --content content --now 2026-11-24");
    assert!(stdout(&before).contains("0 errors"));
}

/// The files are for reviewers; `BLESS=1` writes them again.
#[test]
fn help_of_every_command_is_as_expected_in_both_languages() {
    let work = Workplace::new();
    for lang in ["zh", "en"] {
        let mut help = String::new();
        for command in COMMANDS {
            let printed = stdout(&run(&work, &[("LANG", lang)], &format!("{command} --help")));
            let line = format!("investchn-publish {command} --help").replace("  ", " ");
            help += &format!("$ {line}\n{printed}\n");
        }
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/help/{lang}.txt"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&file, &help).unwrap();
        }
        let expected = fs::read_to_string(file).unwrap();
        let differing = help.lines().zip(expected.lines()).find(|(printed, expected)| printed != expected);
        assert_eq!(differing, None, "{lang}: BLESS=1 writes the file again");
        assert_eq!(help.len(), expected.len(), "{lang}: BLESS=1 writes the file again");
        for english in ["Usage:", "Options:", "Commands:", "[default:", "[possible values:", "Print help"] {
            assert_eq!(help.contains(english), lang == "en", "{lang}: {english}");
        }
    }
}

#[test]
fn help_is_the_same_by_the_command_and_by_the_option() {
    let work = Workplace::new();
    for lang in ["zh", "en"] {
        let [command, option] =
            ["help zone add", "zone add --help"].map(|line| stdout(&run(&work, &[("LANG", lang)], line)));
        assert_eq!(command, option);
    }
}

/// Lines that cannot be parsed, with a part of what the program says in Chinese and in English.
const WRONG_LINES: [(&str, &str, &str); 13] = [
    ("chek", "没有 `chek` 这个命令\n  是不是 `check`？", "there is no command `chek`\n  Did you mean `check`?"),
    ("check --contnt a", "没有 `--contnt` 这个参数\n  是不是 `--content`？", "there is no argument `--contnt`"),
    ("check", "还需要：--content <文件夹>", "missing: --content <DIR>"),
    ("check --content", "`--content <文件夹>` 后面缺少值", "`--content <DIR>` needs a value"),
    ("check --content a --format yaml", "可选 text, json, sarif", "write one of text, json, sarif"),
    ("check --content a --format tex", "是不是 `text`？", "Did you mean `text`?"),
    ("check --content a --now 2026", "写成 2026-11-24", "write it as 2026-11-24"),
    ("check --content a --limit x", "要写整数", "write a whole number"),
    ("check --content a --strict --strict", "`--strict` 只能写一次", "`--strict` can be given only once"),
    ("import --learn a --content b", "不能与", "cannot be used with"),
    ("new --content a b c --kind audio", "可选 text, photo, video", "write one of text, photo, video"),
    ("host-config apache.conf", "可选 nginx.conf", "write one of nginx.conf"),
    ("host-config Caddyfile --base portal", "写成 / 或 /portal/news/", "write it as / or /portal/news/"),
];

#[test]
fn wrong_command_lines_are_worded_in_both_languages() {
    let work = Workplace::new();
    for (line, chinese, english) in WRONG_LINES {
        let [zh, en] = ["zh", "en"].map(|lang| run(&work, &[("LANG", lang)], line));
        assert_eq!((zh.status.code(), en.status.code()), (Some(2), Some(2)), "{line}");
        let (zh, en) = (stderr(&zh), stderr(&en));
        assert!(zh.starts_with("错误：") && zh.contains(chinese), "{line}: {zh}");
        assert!(en.starts_with("error: ") && en.contains(english) && !has_chinese(&en), "{line}: {en}");
    }
}

#[test]
fn a_wrong_language_is_an_error_that_names_the_languages() {
    let output = run(&Workplace::new(), &[], "check --content content --lang fr");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("可选 zh, en"), "{}", stderr(&output));
}

/// Commands that fail, with what they say in Chinese and in English.
const FAILURES: [(&str, &str, &str); 9] = [
    (
        "check --content nowhere",
        "错误：无法读取 nowhere/site.toml：没有这个文件或文件夹\n",
        "error: cannot read nowhere/site.toml: there is no such file or folder\n",
    ),
    (
        "build --content content --app content --out out",
        "错误：content 不是编译好的应用：其中没有 app.html；运行 `trunk build --release`\n",
        "error: content is not a built app: it has no app.html; build it by `trunk build --release`\n",
    ),
    (
        "build --content content --app app --out content",
        "错误：content 中有不属于门户的文件，没有改动任何文件；用 --out 指定新文件夹\n",
        "error: content holds files that are no portal, and nothing of it was touched; name a new folder by --out\n",
    ),
    (
        "build --content content --app app --out out --base-url ftp://a",
        "错误：`ftp://a` 不是门户的网址",
        "error: `ftp://a` is no base address",
    ),
    (
        "build --content content --app app --out out --previous content",
        "错误：content 中没有 app.json",
        "error: content has no app.json",
    ),
    (
        "mark-deployed --out content",
        "错误：content.build 中没有 deploy.json",
        "error: content.build has no deploy.json",
    ),
    (
        "verify http://127.0.0.1:1/ --state-dir site.build",
        "错误：http://127.0.0.1:1/ 没有回应：对方拒绝连接\n",
        "error: http://127.0.0.1:1/ does not answer: the connection was refused\n",
    ),
    (
        "demo --articles 1 --out content",
        "错误：content 不是空文件夹，没有改动任何文件；用 --out 指定新文件夹\n",
        "error: content is not empty, and nothing of it was touched; name a new folder by --out\n",
    ),
    ("new --content content nowhere title", "错误：没有开发区 `nowhere`", "error: there is no zone `nowhere`"),
];

#[test]
fn failures_are_worded_in_both_languages() {
    let work = Workplace::new();
    assert!(run(&work, &[], "build --content content --app app --out site").status.success());
    for (line, chinese, english) in FAILURES {
        for (lang, expected) in [("zh", chinese), ("en", english)] {
            let output = run(&work, &[("LANG", lang)], line);
            assert_eq!(output.status.code(), Some(1), "{line}");
            assert!(stderr(&output).starts_with(expected), "{line}: {}", stderr(&output));
        }
    }
}

#[test]
fn what_the_verbs_report_is_in_both_languages() {
    let work = Workplace::new();
    for (lang, published, noted, equal) in [
        ("zh", "已发布 ", "已记下：out 已全部上传。\n", " 个文件，0 个不一致\n"),
        ("en", "Published ", "Noted: all of out is at the host.\n", " files in the manifest, 0 differ\n"),
    ] {
        let run = |line: &str| stdout(&run(&work, &[("LANG", lang)], line));
        let built = run("build --content content --app app --out out");
        assert!(built.starts_with(published) && has_chinese(&built) == (lang == "zh"), "{built}");
        assert_eq!(run("mark-deployed --out out"), noted);
        let verified = run("verify out --state-dir out.build");
        assert!(verified.ends_with(equal), "{verified}");
    }
    fs::remove_file(work.path("out/robots.txt")).unwrap();
    let verified = stdout(&run(&work, &[], "verify out --state-dir out.build"));
    assert!(verified.starts_with("缺少  robots.txt\n"), "{verified}");
}
