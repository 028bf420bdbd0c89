//! `new`: creates a draft with placeholders, and never overwrites a file.

use std::fs;

use crate::workplace::{Workplace, stderr, stdout};

fn made(work: &Workplace, more: &[&str]) -> String {
    let output = work.run(&[&["new", "--content", "content"], more].concat());
    assert!(output.status.success(), "{more:?}: {}", stderr(&output));
    stdout(&output).trim_end().to_owned()
}

#[test]
fn a_new_article_is_a_draft_that_passes_every_check() {
    let work = Workplace::new();
    let title = r#"示例：“引号”与"直引号"和\"#;
    let path = made(&work, &["huaian-htz", title, "--date", "2099-11-24", "--kind", "photo"]);
    assert_eq!(path, "content/articles/huaian-htz/2099-11-24-1.md");
    let text = fs::read_to_string(work.path(&path)).unwrap();
    assert!(text.contains("published = 2099-11-24\n") && text.contains("kind = \"photo\"\n"), "{text}");
    let output = work.check(&["--strict", "--now", "2024-01-01"]);
    assert!(output.status.success(), "{}", stdout(&output));
    assert!(work.build(&["--drafts"]).status.success());
    // Without `draft` a check reports the placeholders of the source and the text.
    fs::write(work.path(&path), text.replace("draft = true\n", "")).unwrap();
    let printed = stdout(&work.check(&[]));
    assert_eq!(printed.matches(" placeholder ").count(), 2, "{printed}");
    let written = text.replace("draft = true\n", "").replace("待填", "示例报").replace("正文待写。", "示例正文。");
    fs::write(work.path(&path), written).unwrap();
    assert!(work.check(&["--strict", "--now", "2099-11-24"]).status.success());
    assert!(work.build(&[]).status.success());
    let data = fs::read_to_string(work.path("out/data/article/huaian-htz-20991124-1.json")).unwrap();
    let title = serde_json::to_string(title).unwrap();
    assert!(data.contains(&title), "{title} in {data}");
}

#[test]
fn every_name_of_a_zone_is_accepted_and_unknown_names_are_refused() {
    let work = Workplace::with("warn/former-name");
    let names =
        ["huaian-htz", "淮安国家高新技术产业开发区", "淮安高新区", "淮安高新技术产业开发区", "huaiyin-htz", "旧示例区"];
    for (number, name) in names.iter().enumerate() {
        let path = made(&work, &[name, "示例", "--date", "2021-05"]);
        assert_eq!(path, format!("content/articles/huaian-htz/2021-05-{}.md", number + 1), "{name}");
    }
    let output = work.run(&["new", "--content", "content", "淮安高新", "示例"]);
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(said.starts_with("error: there is no zone `淮安高新`, nearest in zones.csv: huaian-htz ("), "{said}");
    assert_eq!(work.run(&["new", "--content", "content", "huaian-htz", " "]).status.code(), Some(1));
}

#[test]
fn the_next_number_counts_every_folder_and_no_file_is_overwritten() {
    let work = Workplace::new();
    let day = ["huaian-htz", "示例", "--date", "2022-02-14"];
    let before = fs::read(work.path("content/articles/huaian-htz/2022-02-14-1.md")).unwrap();
    assert_eq!(made(&work, &day), "content/articles/huaian-htz/2022-02-14-3.md");
    fs::create_dir_all(work.path("content/articles/more/huaian-htz")).unwrap();
    fs::write(work.path("content/articles/more/huaian-htz/2022-02-14-7.md"), "").unwrap();
    assert_eq!(made(&work, &day), "content/articles/huaian-htz/2022-02-14-8.md");
    assert_eq!(fs::read(work.path("content/articles/huaian-htz/2022-02-14-1.md")).unwrap(), before);
    // A zone without articles has no folder yet.
    let first = made(&work, &["suzhougongyeyuan-etdz", "示例", "--date", "2019"]);
    assert_eq!(first, "content/articles/suzhougongyeyuan-etdz/2019-1.md");
}

#[test]
fn the_default_date_is_today() {
    let work = Workplace::new();
    let path = made(&work, &["huaian-htz", "示例"]);
    let text = fs::read_to_string(work.path(&path)).unwrap();
    let name = path.rsplit('/').next().unwrap();
    assert!(text.contains(&format!("published = {}\n", name.strip_suffix("-1.md").unwrap())), "{path}: {text}");
}
