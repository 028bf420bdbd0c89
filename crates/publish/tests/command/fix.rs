//! `check --fix`: mends what has one reading, after it has shown the difference.

use std::fs;

use crate::workplace::{Workplace, problems, snapshot, stderr, stdout};

const ARTICLE: &str = "content/articles/huaian-htz/2023-01-01-1.md";

/// An article with every kind of fault that has one reading.
const FAULTY: &str = "\u{3000}\n+++\nTitle ＝ “示例”\npublished = 2023年1月1日\nsource：\"示例报\"\nzone = \"huaian-htz\"\naliases = [\"old/1\"，\"old/2\"]\ndraft = False\n+++\n\n#标题\n\n坚持**“一区多园”**发展,示例。\n\n** 重点 **工作\n\n1、甲\n2、乙\n\n｜表｜头｜\n｜甲｜1｜\n\n见[官网]（https://example.com）。气温27~28℃，夜间14~17℃。\n";

const MENDED: &str = "+++\ntitle = \"示例\"\npublished = 2023-01-01\nsource = \"示例报\"\nzone = \"huaian-htz\"\naliases = [\"old/1\", \"old/2\"]\ndraft = false\n+++\n\n## 标题\n\n坚持**“一区多园”**发展，示例。\n\n**重点**工作\n\n1. 甲\n2. 乙\n\n|表|头|\n| --- | --- |\n|甲|1|\n\n见[官网](https://example.com)。气温27~28℃，夜间14~17℃。\n";

#[test]
fn what_has_one_reading_is_mended_after_the_difference_is_shown() {
    let work = Workplace::new();
    fs::write(work.path(ARTICLE), FAULTY).unwrap();
    let before = snapshot(&work.path("content"));
    let shown = stdout(&work.check(&["--fix", "--dry-run"]));
    assert_eq!(snapshot(&work.path("content")), before, "a dry run writes nothing");
    assert!(shown.starts_with(&format!("--- {ARTICLE}\n+++ {ARTICLE}\n")), "{shown}");
    for line in ["-published = 2023年1月1日\n", "+published = 2023-01-01\n", "-#标题\n", "+## 标题\n"] {
        assert!(shown.contains(line), "{line} in {shown}");
    }
    let fixed = work.check(&["--fix", "--strict"]);
    assert_eq!(fs::read_to_string(work.path(ARTICLE)).unwrap(), MENDED);
    assert!(fixed.status.success(), "{}", stdout(&fixed));
    let again = stdout(&work.check(&["--fix", "--strict"]));
    assert!(again.starts_with("0 errors, 0 warnings, "), "nothing is left: {again}");
}

#[test]
fn tables_and_files_of_other_encodings_are_mended() {
    let work = Workplace::new();
    let right = snapshot(&work.path("content"));
    for case in ["warn/other-form", "warn/separator"] {
        work.lay(case);
    }
    let fixed = work.check(&["--fix", "--strict"]);
    assert!(fixed.status.success(), "{}", stdout(&fixed));
    let mended = snapshot(&work.path("content"));
    for name in ["zones.csv", "regions.csv"] {
        assert_eq!(mended[&std::path::PathBuf::from(name)], right[&std::path::PathBuf::from(name)], "{name}");
    }
    assert!(!fs::read(work.path(ARTICLE)).unwrap().contains(&0), "UTF-16 is UTF-8 now");
}

#[test]
fn dates_of_excel_are_mended_where_they_have_one_reading() {
    let work = Workplace::with("bad/table-cells");
    let left = problems(&work.check(&["--fix"]));
    let table = fs::read_to_string(work.path("content/zones.csv")).unwrap();
    for date in [",1988-05-10,", ",1988-05,"] {
        assert!(table.contains(date), "{date} in {table}");
    }
    assert!(
        left.ends_with("write one of `national`, `provincial`\n") || left.contains(" csv `natonal` is no level"),
        "{left}"
    );
    assert!(!left.contains("deserialize"), "{left}");
}

#[test]
fn without_a_commit_today_is_the_day_of_the_clock() {
    let work = Workplace::new();
    let article = MENDED.replace("2023-01-01", "9999-01-01");
    fs::write(work.path(&ARTICLE.replace("2023-01-01", "9999-01-01")), article).unwrap();
    let checked = work.check(&[]);
    let printed = problems(&checked);
    assert!(printed.contains("9999-01-01-1.md:3:13 future-date 9999-01-01 is after today, 20"), "{printed}");
    let said = stderr(&checked);
    assert!(said.starts_with("today is 20") && said.contains(" by this machine's clock"), "{said}");
    assert!(stderr(&work.check(&["--now", "2024-01-01"])).is_empty(), "who names a day is believed");
}

#[test]
fn dates_of_cited_sources_get_the_right_form() {
    for (typed, right) in [
        ("\"2022-2-14\"", "2022-02-14"),
        ("2022-2-14", "2022-02-14"),
        ("2022年2月14日", "2022-02-14"),
        ("\"2022/02/14\"", "2022-02-14"),
        ("\"2022.2.14\"", "2022-02-14"),
        ("\"２０２２-０２-１４\"", "2022-02-14"),
        ("\"2022年2月\"", "\"2022-02\""),
    ] {
        let work = Workplace::new();
        let file = work.path("content/sources.toml");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replacen("label", &format!("date = {typed}\nlabel"), 1)).unwrap();
        let said = problems(&work.check(&[]));
        assert!(said.starts_with("content/sources.toml:3:8 ") && said.contains(right), "{typed}: {said}");
        assert!(work.check(&["--fix"]).status.success(), "{typed}");
        let mended = fs::read_to_string(&file).unwrap();
        assert_eq!(mended, text.replacen("label", &format!("date = {right}\nlabel"), 1), "{typed}");
    }
}
