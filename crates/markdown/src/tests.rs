//! Unit tests of parsing Markdown into blocks.

use super::reader::DEPTH;
use super::*;
use investchn_model::{Alignment, Span};

fn parse(text: &str) -> (Vec<Block>, Vec<String>) {
    let mut diagnostics = Vec::new();
    let file = Path::new("content/articles/huaian-htz/2022-02-14-1.md");
    let mut none = |name: &str| match name.contains('/') {
        true => Err(PictureError::Elsewhere(name.to_owned())),
        false => Err(PictureError::Missing(name.to_owned())),
    };
    let mut attachments = |name: &str| match name {
        "brochure.pdf" => Ok("media/brochure-0123456789abcdef.pdf".to_owned()),
        "empty.XLS" => Err(AttachmentError::Empty(name.to_owned())),
        _ => Err(AttachmentError::Missing(name.to_owned())),
    };
    let body = markdown(file, text, 0..text.len(), &mut none, &mut attachments, &mut diagnostics);
    (
        body.blocks,
        diagnostics.iter().map(|diagnostic| format!("{}:{}", diagnostic.location.line, diagnostic.rule)).collect(),
    )
}

fn blocks(text: &str) -> Vec<Block> {
    let (blocks, diagnostics) = parse(text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    blocks
}

fn text(text: &str) -> Vec<Span> {
    vec![Span::Text(text.to_owned())]
}

#[test]
fn every_form_becomes_its_block() {
    let source = "第一段。\n\n## 小标题\n\n- 甲\n- 乙\n\n3. 丙\n\n> 引文\n\n| 区 | 数 |\n| :-- | --: |\n| 淮安 | 1 |\n\n---\n\n[宣传片](https://example.com/v.mp4 \"视频\")\n";
    let list = |start, items: &[&str]| Block::List {
        start,
        items: items.iter().map(|item| vec![Block::Paragraph(text(item))]).collect(),
    };
    assert_eq!(
        blocks(source),
        [
            Block::Paragraph(text("第一段。")),
            Block::Heading { level: 2, text: text("小标题") },
            list(None, &["甲", "乙"]),
            list(Some(3), &["丙"]),
            Block::Quote(vec![Block::Paragraph(text("引文"))]),
            Block::Table {
                columns: vec![Alignment::Start, Alignment::End],
                head: vec![text("区"), text("数")],
                rows: vec![vec![text("淮安"), text("1")]],
            },
            Block::Rule,
            Block::Video { href: "https://example.com/v.mp4".to_owned(), title: "宣传片".to_owned() },
        ]
    );
}

#[test]
fn nested_lists_stay_nested() {
    let inner = Block::List { start: None, items: vec![vec![Block::Paragraph(text("里"))]] };
    let outer = Block::List { start: None, items: vec![vec![Block::Paragraph(text("外")), inner]] };
    assert_eq!(blocks("- 外\n  - 里\n"), [outer]);
}

#[test]
fn spans_keep_their_formatting_and_links_become_routes() {
    let link = |href: &str, label: &str| Span::Link { href: href.to_owned(), text: text(label) };
    let spans = |source: &str| match blocks(source).as_slice() {
        [Block::Paragraph(spans)] => spans.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        spans("甲**乙**丙*丁*"),
        [
            Span::Text("甲".to_owned()),
            Span::Strong(text("乙")),
            Span::Text("丙".to_owned()),
            Span::Emphasis(text("丁")),
        ]
    );
    assert_eq!(spans("[区](/zone/huaian-htz)"), [link("/zone/huaian-htz/", "区")]);
    assert_eq!(spans("[文](../suzhou-htz/1992-11-09-2.md)"), [link("/article/suzhou-htz-19921109-2/", "文")]);
    assert_eq!(spans("[text](1992-11-09-2.en.md)"), [link("/article/huaian-htz-19921109-2/", "text")]);
    assert_eq!(spans("[站](https://example.com/?a=1)"), [link("https://example.com/?a=1", "站")]);
}

#[test]
fn line_ends_between_chinese_characters_are_no_spaces() {
    assert_eq!(blocks("上一行\n下一行\n"), [Block::Paragraph(text("上一行下一行"))]);
    assert_eq!(blocks("one\ntwo\n"), [Block::Paragraph(text("one two"))]);
}

#[test]
fn indents_of_old_sources_are_removed() {
    assert_eq!(blocks("\u{3000}\u{3000}正文。\u{3000}\n"), [Block::Paragraph(text("正文。"))]);
}

#[test]
fn unpublishable_markdown_is_reported_with_its_line() {
    for (source, diagnostic) in [
        ("甲\n\n<b>乙</b>\n", "3:raw-html"),
        ("<div>\n甲\n</div>\n", "1:raw-html"),
        ("# 大标题\n", "1:heading"),
        ("    缩进\n", "1:code-block"),
        ("[甲](javascript:alert(1))\n", "1:link"),
        ("[甲](data:text/html,x)\n", "1:link"),
        ("[甲](/nowhere/)\n", "1:link"),
        ("[甲](tel:+86-0512-53660867)\n", "1:phone"),
        ("[甲](<tel:+86 0512 53660867>)\n", "1:phone"),
        ("[甲](tel:+86%200512)\n", "1:phone"),
        ("[甲](tel:+86(0)512-53660867)\n", "1:phone"),
        ("<tel:+860512>\n", "1:phone"),
        ("![](chart.png)\n", "1:image-alt"),
        ("![图](https://example.com/a.png)\n", "1:image"),
        ("![图](../a.png)\n", "1:image"),
        ("![图](missing.png)\n", "1:image"),
    ] {
        let (_, diagnostics) = parse(source);
        assert_eq!(diagnostics, [diagnostic], "{source}");
    }
}

#[test]
fn ten_thousand_nested_quotes_are_reported_without_a_crash() {
    let (_, diagnostics) = parse(&(">".repeat(10_000) + "深\n"));
    assert_eq!(diagnostics, ["1:nesting"]);
}

#[test]
fn fifty_thousand_nested_marks_are_reported_without_a_crash() {
    let around = |open: &str, close: &str| parse(&(open.repeat(50_000) + "深" + &close.repeat(50_000) + "\n")).1;
    assert_eq!(around("*", "*"), ["1:nesting"]);
}

#[test]
fn the_app_can_parse_the_deepest_allowed_nesting() {
    let source = "- ".repeat(DEPTH) + &"*甲**乙".repeat(DEPTH / 2) + "深" + &"丙**丁*".repeat(DEPTH / 2) + "\n";
    let read = blocks(&source);
    let json = serde_json::to_string(&read).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Block>>(&json).unwrap(), read);
}

#[test]
fn a_picture_with_a_full_width_mark_is_shown_as_it_should_be() {
    let (text, mut diagnostics) = ("甲\n\n！[图](a.png)\n", Vec::new());
    let mut none = |name: &str| Err(PictureError::Missing(name.to_owned()));
    let mut no_attachment = |name: &str| Err(AttachmentError::Missing(name.to_owned()));
    markdown(Path::new("a.md"), text, 0..text.len(), &mut none, &mut no_attachment, &mut diagnostics);
    let shown: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["a.md:3:2 link a picture begins with a half-width !, write `![图](a.png)`"]);
    let fix = diagnostics[0].fix.clone().unwrap();
    assert_eq!((&text[fix.start..fix.end], fix.text.as_str()), ("！[图](a.png)", "![图](a.png)"));
}

#[test]
fn bold_beside_chinese_punctuation_is_published_bold() {
    let strong = |inner: &str| Span::Strong(text(inner));
    let plain = |inner: &str| Span::Text(inner.to_owned());
    for (source, spans) in [
        ("坚持**“一区多园”**发展", vec![plain("坚持"), strong("“一区多园”"), plain("发展")]),
        ("**重点项目：**新能源", vec![strong("重点项目："), plain("新能源")]),
        ("获批的**《总体规划》**已经", vec![plain("获批的"), strong("《总体规划》"), plain("已经")]),
        ("**总投资10亿元（含设备）。**预计", vec![strong("总投资10亿元（含设备）。"), plain("预计")]),
        ("气温27~28℃，夜间14~17℃", vec![plain("气温27~28℃，夜间14~17℃")]),
    ] {
        assert_eq!(blocks(source), [Block::Paragraph(spans)], "{source}");
    }
}

#[test]
fn links_to_documents_beside_the_article_lead_to_their_published_files() {
    let link = |href: &str, inner: &str| Span::Link { href: href.to_owned(), text: text(inner) };
    let spans = vec![
        Span::Text("见".to_owned()),
        link("/media/brochure-0123456789abcdef.pdf", "招商手册"),
        Span::Text("和".to_owned()),
        link("https://example.com/a.pdf", "别处的文件"),
        Span::Text("。".to_owned()),
    ];
    let source = "见[招商手册](brochure.pdf)和[别处的文件](https://example.com/a.pdf)。";
    assert_eq!(blocks(source), [Block::Paragraph(spans)]);
}

#[test]
fn documents_that_cannot_be_published_are_reported_with_their_line() {
    for (address, rule) in [
        ("none.pdf", "3:attachment"),
        ("empty.XLS", "3:attachment"),
        ("../huaian-htz/brochure.pdf", "3:attachment"),
        ("files\\brochure.pdf", "3:attachment"),
        ("setup.exe", "3:link"),
        ("brochure", "3:link"),
        ("ftp://example.com/a.pdf", "3:link"),
        ("/media/a.pdf", "3:link"),
    ] {
        let (blocks, diagnostics) = parse(&format!("甲\n\n乙[丙]({address})\n"));
        assert_eq!(diagnostics, [rule], "{address}");
        assert_eq!(blocks[1], Block::Paragraph(text("乙")), "{address}");
    }
}
