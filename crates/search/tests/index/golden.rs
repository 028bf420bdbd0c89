//! The bytes of a small index. If they change, the format has changed: raise its version in `src/bytes.rs`, and bless this test.

use std::fmt::Write;

use crate::support::{MANIFEST, MemoryIndex, article};

#[test]
fn the_bytes_of_the_format_are_those_of_its_version() {
    let index = MemoryIndex::new(&[
        article(0, "淮安高新區", "示例：二〇二六年\n招商发展，ＧＤＰ 增长 5%。"),
        article(1, "示例", "𠀀 new York"),
    ]);
    let mut text = String::new();
    for path in index.files.keys() {
        // Inflated, because another release of the compressor may write other bytes for the same text.
        let digits: String = index.inflated(path).iter().map(|byte| format!("{byte:02x}")).collect();
        // The names in the manifest follow from the compressed bytes.
        let digits = if path == MANIFEST { &digits[..34] } else { &digits };
        writeln!(text, "{digits}").unwrap();
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/index/golden.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(file, &text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string(file).unwrap_or_default());
}
