//! `zone` and the English edition: translations move with their originals, and English names stay true.

use std::fs;

use crate::workplace::{Workplace, stderr, stdout};
use crate::zone::{UPGRADE, ZONES, edited, lines, refused, register, text, zone};

const FOLDER: &str = "content/articles/huaian-edz";
const MERGE: [&str; 6] = ["merge", "huaian-edz", "--into", "huaian-htz", "--source", "s1"];

/// A register in which a zone has three articles, each with an English text.
fn translated() -> Workplace {
    let work = register();
    fs::create_dir_all(work.path(FOLDER)).unwrap();
    for number in 1..=3 {
        let original = format!(
            "+++\ntitle = \"示例{number}\"\npublished = 2023-01-01\nsource = \"示例报\"\nzone = \"huaian-edz\"\n+++\n\n示例。\n"
        );
        let english = format!("+++\ntitle = \"Example {number}\"\nsummary = \"An example.\"\n+++\n\nAn example.\n");
        fs::write(work.path(&format!("{FOLDER}/2023-01-01-{number}.md")), original).unwrap();
        fs::write(work.path(&format!("{FOLDER}/2023-01-01-{number}.en.md")), english).unwrap();
    }
    work
}

/// Moves the articles to the other zone as the command advises; their English texts too, if `all`.
fn moved(work: &Workplace, all: bool) {
    let to = "content/articles/huaian-htz";
    for number in 1..=3 {
        let from = work.path(&format!("{FOLDER}/2023-01-01-{number}.md"));
        let front = format!("zone = \"huaian-htz\"\naliases = [\"article/huaian-edz-20230101-{number}/\"]");
        let original = fs::read_to_string(&from).unwrap().replace("zone = \"huaian-edz\"", &front);
        fs::write(work.path(&format!("{to}/2023-01-01-{number}.md")), original).unwrap();
        fs::remove_file(from).unwrap();
        if all {
            let name = format!("2023-01-01-{number}.en.md");
            fs::rename(work.path(&format!("{FOLDER}/{name}")), work.path(&format!("{to}/{name}"))).unwrap();
        }
    }
}

#[test]
fn english_texts_are_no_articles_of_their_own() {
    let work = translated();
    let rename = ["rename", "huaian-edz", "--name", "示例经济开发区", "--new-id", "shili-edz", "--source", "s1"];
    for arguments in [&MERGE[..], &rename] {
        let said = refused(&work, arguments);
        assert!(said.contains("huaian-edz has 3 articles: ") && !said.contains(".en.md"), "{said}");
        assert!(said.contains("move each, with its translation, to articles/"), "{said}");
        let said = stderr(&zone(&work, &[&["--lang", "zh"], arguments].concat()));
        assert!(said.contains("huaian-edz 有 3 篇稿件") && said.contains("每篇连同译文移到"), "{said}");
    }
    edited(&work, &UPGRADE);
    edited(&work, &["exit", "huaian-edz", "--since", "2025-03", "--source", "s1"]);
}

#[test]
fn an_english_text_moves_unchanged_with_its_original() {
    let work = translated();
    moved(&work, true);
    edited(&work, &MERGE);
    assert!(work.path("content/articles/huaian-htz/2023-01-01-3.en.md").exists());
}

#[test]
fn an_english_text_that_stayed_behind_stops_a_merger() {
    let work = translated();
    moved(&work, false);
    let said = refused(&work, &MERGE);
    assert!(said.contains("huaian-edz/2023-01-01-1.en.md:1:1 translation-without-original "), "{said}");
}

#[test]
fn an_upgrade_under_the_same_name_keeps_the_english_name_and_its_source() {
    let work = register();
    let row = lines(ZONES)["huaian-edz"];
    let official = row.replace("Jiangsu Huai'an Economic Development Zone", "Huai'an EDZ");
    let official = official.replace(",s0,s0,\r\n", ",s0,s0,s0\r\n");
    assert_ne!(official, row);
    fs::write(work.path("content/zones.csv"), ZONES.replace(row, &official)).unwrap();
    let mut same_name = UPGRADE;
    same_name[3] = "江苏淮安经济开发区";
    let printed = edited(&work, &same_name);
    assert!(!printed.contains("name_en"), "{printed}");
    let after = text(&work, "zones.csv");
    assert!(lines(&after)["huaian-edz"].contains(",Huai'an EDZ,") && lines(&after)["huaian-edz"].ends_with(",s0\r\n"));
}

#[test]
fn a_renamed_zone_gets_another_english_name_and_no_source_of_the_former_one() {
    let work = register();
    let row = lines(ZONES)["huaian-htz"];
    fs::write(work.path("content/zones.csv"), ZONES.replace(row, &format!("{row}s0"))).unwrap();
    edited(&work, &["rename", "huaian-htz", "--name", "苏州高新技术产业开发区", "--source", "s1"]);
    let after = text(&work, "zones.csv");
    let row = lines(&after)["huaian-htz"];
    assert!(row.contains(",Suzhou High-tech Industrial Development Zone,") && row.ends_with(','), "{row}");
}

#[test]
fn without_any_source_none_is_suggested() {
    let work = register();
    fs::write(work.path("content/sources.toml"), "").unwrap();
    let said = refused(&work, &UPGRADE);
    assert_eq!(said, "error: no source has the id `s1`: add it to sources.toml\n");
    let said = stderr(&zone(&work, &[&["--lang", "zh"], &UPGRADE[..]].concat()));
    assert_eq!(said, "错误：没有编号为 `s1` 的出处：把它加进 sources.toml\n");
}

/// Advice that would end at its colon is left out.
#[test]
fn without_any_zone_none_is_suggested() {
    let work = Workplace::new();
    let zones = fs::read_to_string(work.path("content/zones.csv")).unwrap();
    fs::write(work.path("content/zones.csv"), zones.lines().next().unwrap()).unwrap();
    let new = |lang: &str| stderr(&work.run(&["--lang", lang, "new", "--content", "content", "示例区", "示例"]));
    assert_eq!(new("en"), "error: there is no zone `示例区`\n");
    assert_eq!(new("zh"), "错误：没有开发区 `示例区`\n");
    for (lang, advice) in [("en", "add it to zones.csv first"), ("zh", "先把它加进 zones.csv")] {
        let printed = stdout(&work.check(&["--lang", lang]));
        assert!(printed.lines().any(|line| line.contains(" unknown-zone ") && line.ends_with(advice)), "{printed}");
    }
}
