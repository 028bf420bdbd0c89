//! Tests that the publisher's Markdown parser reads escaped text as the original.

use std::path::Path;

use investchn_model::{Block, Span};
use proptest::prelude::*;

use super::*;
use investchn_lines::line::clean;
use investchn_sources::{MemoryFiles, Pictures, body};

fn parsed(markdown: &str) -> Vec<Block> {
    let mut diagnostics = Vec::new();
    let file = Path::new("articles/example-htz/2020-01-01-1.md");
    let pictures = Pictures::new(std::sync::Arc::new(MemoryFiles::default()), None);
    let body = body(file, markdown, 0..markdown.len(), &pictures, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?} in {markdown:?}");
    body.blocks
}

fn plain(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Text(text) => text.clone(),
            other => panic!("{other:?} is more than text"),
        })
        .collect()
}

/// Generates any text, and texts in which Markdown syntax is frequent.
fn texts() -> impl Strategy<Value = String> {
    let signs = "[-+*_#>=~`|!\\[\\]()<>&;:.\\\\\"'{}$^/0-9a-z 甲，\u{3000}\u{a0}]{1,40}";
    let words = prop::sample::select(vec![
        "1. ",
        "10) ",
        "# ",
        "- ",
        "+ ",
        "* ",
        "> ",
        "---",
        "***",
        "===",
        "~~~",
        "```",
        "&nbsp;",
        "&lt;",
        "&#35;",
        "<b>",
        "<!-- ",
        "-->",
        "[甲](乙)",
        "![甲](乙)",
        "**甲**",
        "_甲_",
        "`甲`",
        "<http://example.com>",
        "http://example.com/a_b_c",
        "\\",
        "\\\\",
        "| 甲 | 乙 |",
        "+++",
        "[^1]",
        "甲",
        "。",
        "  ",
        "    ",
        "\t",
    ]);
    let joined = prop::collection::vec(words, 1..8).prop_map(|words| words.concat());
    prop_oneof!["\\PC{1,60}", signs, joined].prop_map(|text| clean(&text))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn paragraphs_survive_the_parser(text in texts()) {
        prop_assume!(!text.is_empty());
        let blocks = parsed(&[&block(&text), "\n"].concat());
        let [Block::Paragraph(spans)] = blocks.as_slice() else { panic!("{blocks:?}") };
        prop_assert_eq!(plain(spans), text);
    }

    #[test]
    fn paragraphs_between_others_survive_the_parser(text in texts()) {
        prop_assume!(!text.is_empty());
        let blocks = parsed(&["前\n\n", &block(&text), "\n\n后\n"].concat());
        let [_, Block::Paragraph(spans), _] = blocks.as_slice() else { panic!("{blocks:?}") };
        prop_assert_eq!(plain(spans), text);
    }

    #[test]
    fn headings_survive_the_parser(text in texts()) {
        prop_assume!(!text.is_empty());
        let blocks = parsed(&["## ", &heading(&text), "\n"].concat());
        let [Block::Heading { text: spans, .. }] = blocks.as_slice() else { panic!("{blocks:?}") };
        prop_assert_eq!(plain(spans), text);
    }

    #[test]
    fn items_survive_the_parser(text in texts()) {
        prop_assume!(!text.is_empty());
        let blocks = parsed(&["- ", &block(&text), "\n"].concat());
        let [Block::List { items, .. }] = blocks.as_slice() else { panic!("{blocks:?}") };
        let [Block::Paragraph(spans)] = items[0].as_slice() else { panic!("{items:?}") };
        prop_assert_eq!(plain(spans), text);
    }

    #[test]
    fn cells_survive_the_parser(text in texts()) {
        prop_assume!(!text.is_empty());
        let blocks = parsed(&["| ", &cell(&text), " | 乙 |\n| --- | --- |\n| ", &cell(&text), " | 丁 |\n"].concat());
        let [Block::Table { head, rows, .. }] = blocks.as_slice() else { panic!("{blocks:?}") };
        prop_assert_eq!(plain(&head[0]), text.as_str());
        prop_assert_eq!(plain(&rows[0][0]), text.as_str());
    }
}
