//! Unit tests: each form beside the line as it should be.

use super::*;

/// The lines as they should be, with the rule's id and the byte of a form without one reading.
fn lines(text: &str) -> Vec<String> {
    let (_, forms) = prose_and_near_forms(text, 0..text.len());
    let shown = |form: &NearForm| form.line(text).unwrap_or_else(|| format!("{} {}", form.rule, form.at.start));
    forms.iter().map(shown).collect()
}

#[test]
fn nearly_markdown_is_shown_as_it_should_be() {
    for (text, right) in [
        ("#标题", "## 标题"),
        ("##　标题", "## 标题"),
        ("＃＃＃标题", "### 标题"),
        ("详见[官网]（https://a.cn）。", "详见[官网](https://a.cn)。"),
        ("［官网］(https://a.cn）", "[官网](https://a.cn)"),
        ("[官网] (https://a.cn)", "[官网](https://a.cn)"),
        ("！[图](https://a.cn/a.png)", "![图](https://a.cn/a.png)"),
        ("！【图】（a.png）", "![图](a.png)"),
        ("-项目", "- 项目"),
        ("－项目", "- 项目"),
        ("> *项目", "> - 项目"),
        ("1、一", "1. 一"),
        ("１２．一", "12. 一"),
        ("｜表｜头｜", "|表|头|\n| --- | --- |"),
        ("|表|头|", "|表|头|\n| --- | --- |"),
        ("见https://a.cn/b。", "见<https://a.cn/b>。"),
        ("（见http://a.cn）", "（见<http://a.cn>）"),
        ("** 重点 **工作", "**重点**工作"),
        ("坚持__重点__工作", "坚持**重点**工作"),
        ("＊＊重点＊＊", "**重点**"),
    ] {
        assert_eq!(lines(text), [right], "{text}");
    }
    let table = "｜表｜头｜\n｜－－｜：—｜\n｜甲｜1｜";
    assert_eq!(lines(table), ["|表|头|", "|--|:-|", "|甲|1|"]);
}

#[test]
fn marks_without_one_reading_are_named_by_their_place() {
    assert_eq!(lines("**重点：新能源"), ["leftover-mark 0"]);
    assert_eq!(lines("张**获奖"), ["leftover-mark 3"]);
    assert_eq!(lines("已取消~~（原定）~~的"), ["leftover-mark 9"]);
    assert_eq!(lines("138****5678"), ["leftover-mark 3"]);
}

#[test]
fn right_markdown_and_plain_text_are_no_forms() {
    for text in [
        "坚持**“一区多园”**发展",
        "气温27~28℃，夜间14~17℃",
        "## 标题",
        "#招商引资# 活动",
        "#3厂房",
        "- 项目",
        "-5℃",
        "1. 一",
        "1.5亿元",
        "1）一",
        "[官网](https://a.cn)",
        "<https://a.cn>。",
        "见 https://a.cn 。",
        "欢迎光临！[官网](https://a.cn)",
        "【淮安】（记者 甲）",
        "姓名：____，单位：____",
        "\\*\\*注\\*\\*",
        "`**注**`",
        "| 表 | 头 |\n| --- | --- |\n| 甲 | 1 |",
    ] {
        assert_eq!(lines(text), [""; 0], "{text}");
    }
}
