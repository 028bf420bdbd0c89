//! Tests of the rule for documents in two languages.

use super::*;
use crate::tidy::tree::tree_of;

const ENGLISH: &str = "# Hosting\n\n[中文](zh-CN/a.md) and [below](#do-it-now)\n\n| `a` | b |\n| --- | --- |\n\n- one\n\n\
                       ## Do it, now\n\n### zone-id\n\n```sh\nrun --all # everything\n```\n\n```\n$ run\n2 files\n```\n";
const CHINESE: &str = "# 托管\n\n[English](../a.md)，见[下文](#现在就做)\n\n| `a` | 乙 |\n| --- | --- |\n\n- 一\n\n\
                       ## 现在就做\n\n### zone-id\n\n```sh\nrun --all   # 全部\n```\n\n```\n$ run\n2 个文件\n```\n";

/// Returns the findings about two texts.
fn findings(english: &str, chinese: &str) -> Vec<String> {
    let tree =
        tree_of(&[("docs/a.md", english), ("docs/zh-CN/a.md", chinese), ("docs/b.md", ""), ("docs/zh-CN/b.md", "")]);
    let findings = compare(&tree, &tree.files[0], &tree.files[1]).into_iter();
    findings.map(|finding| format!("{}: {}", finding.place, finding.advice)).collect()
}

/// Returns the findings after a change of the Chinese text.
fn after(old: &str, new: &str) -> Vec<String> {
    assert!(CHINESE.contains(old));
    findings(ENGLISH, &CHINESE.replace(old, new))
}

#[test]
fn texts_of_the_same_structure_are_accepted() {
    assert_eq!(findings(ENGLISH, CHINESE), [""; 0]);
}

#[test]
fn another_structure_is_reported_at_its_line() {
    for (old, new, line) in [
        ("## 现", "### 现", 10),
        ("### zone-id", "### zone-di", 12),
        ("| `a` | 乙 |", "| `a` | 乙 | 丙 |", 5),
        ("- 一\n", "- 一\n- 二\n", 9),
        ("run --all", "run --some", 15),
        ("```sh", "```toml", 14),
        ("$ run", "$ ran", 19),
        ("```\n$ run\n2 个文件\n```\n", "", 17),
    ] {
        let found = after(old, new);
        let place = format!("docs/zh-CN/a.md:{line}: ");
        assert!(found.iter().any(|finding| finding.starts_with(&place)), "{new}: {found:?}");
    }
}

#[test]
fn code_of_one_language_only_is_reported() {
    let only = |path, code, heading| format!("{path}: only this language has `{code}` below “{heading}”");
    assert_eq!(after("`a`", "`b`"), [only("docs/a.md", "a", "Hosting"), only("docs/zh-CN/a.md", "b", "托管")]);
    let moved = after("| `a` | 乙 |", "| 甲 | 乙 |").len() + after("### zone-id\n", "### zone-id\n\n`a`\n").len();
    assert_eq!(moved, 2, "each section has its own");
}

#[test]
fn links_lead_to_the_same_places_in_both_languages() {
    assert_eq!(
        after("#现在就做", "#以后再做"),
        [
            "docs/zh-CN/a.md: the link `#以后再做` leads to no heading",
            "docs/a.md: only this language has `docs/a.md#1` below “Hosting”"
        ]
    );
    assert_eq!(after("- 一", "- [乙](b.md)"), ["docs/zh-CN/a.md: only this language has `docs/b.md` below “托管”"]);
    assert_eq!(after("- 一", "- [丙](c.md)"), ["docs/zh-CN/a.md: the link `c.md` leads nowhere"]);
    let english = after("- 一", "- [乙](../b.md)");
    assert_eq!(english, ["docs/zh-CN/a.md: the link `../b.md` leads to English: link to the Chinese text"]);
    assert_eq!(after("[English](../a.md)", "English").len(), 2, "no link to the other language");
}

#[test]
fn each_document_needs_both_texts() {
    let places = |files: &[(&str, &str)]| -> Vec<String> {
        check(&tree_of(files)).into_iter().map(|finding| finding.place).collect()
    };
    assert_eq!(places(&[("README.md", ""), ("docs/a.md", "")]), ["README.md", "docs/a.md"]);
    assert_eq!(places(&[("README.zh-CN.md", ""), ("docs/zh-CN/a.md", "")]), ["README.zh-CN.md", "docs/zh-CN/a.md"]);
    assert_eq!(places(&[("bench/README.md", ""), ("docs/b/c.md", ""), ("docs/a.svg", "")]), [""; 0]);
}
