//! A new or changed article changes few files of an index.

use crate::support::{MemoryIndex, article};
use investchn_search::PackedArticle;

/// Articles of 400 characters with their own pairs.
fn articles(count: usize) -> Vec<PackedArticle> {
    let mut random = fastrand::Rng::with_seed(7);
    let mut letter = || char::from_u32(0x4e00 + u32::from(random.u16(..)) % 900).unwrap();
    (0..count).map(|at| article(at, "示例", &(0..400).map(|_| letter()).collect::<String>())).collect()
}

/// Returns the paths of files that are new or have other bytes.
fn changed(before: &MemoryIndex, after: &MemoryIndex) -> Vec<String> {
    let changed = after.files.iter().filter(|(path, bytes)| before.files.get(*path) != Some(bytes));
    changed.map(|(path, _)| path.clone()).collect()
}

#[test]
fn an_article_more_changes_at_most_eight_files() {
    let all = articles(680);
    let mut index = MemoryIndex::new(&all[..600]);
    let mut closings = 0;
    for count in 601..=680 {
        let next = MemoryIndex::new(&all[..count]);
        let files = changed(&index, &next);
        // Every thirtieth article or so closes the open segment, whose articles then move into a longer one.
        if files.len() > 8 {
            closings += 1;
        }
        index = next;
    }
    assert!((1..=8).contains(&closings), "{closings} of 80");
}

#[test]
fn a_corrected_article_changes_its_segment_only() {
    let mut all = articles(40);
    let before = MemoryIndex::new(&all);
    all[39].body.push_str("改正");
    let after = MemoryIndex::new(&all);
    assert!(changed(&before, &after).len() <= 8);
}

#[test]
fn the_same_articles_make_the_same_files() {
    let all = articles(200);
    assert_eq!(MemoryIndex::new(&all).files, MemoryIndex::new(&all).files);
}

#[test]
fn no_file_is_longer_than_64_kilobytes() {
    let index = MemoryIndex::new(&articles(1100));
    let longest = index.files.values().map(Vec::len).max().unwrap();
    assert!(longest <= 64 << 10, "{longest}");
}
