//! Broken files: an error or other hits, never a panic, a loop or much memory.

use std::sync::Arc;

use crate::support::{MANIFEST, MemoryIndex, article};
use investchn_search::{
    FormatError, IndexManifest, PackedArticle, PostingShard, SearchFilter, SearchOptions, SearchQuery, SearchRun,
    SearchStep, TextPack,
};
use proptest::prelude::*;

fn index() -> MemoryIndex {
    let articles: Vec<PackedArticle> =
        (0..150).map(|at| article(at, "淮安高新区", &format!("示例招商发展{at}甲乙丙").repeat(at % 5 + 1))).collect();
    MemoryIndex::new(&articles)
}

/// Changes to bytes: overwrites, then cuts or adds.
fn changed(mut bytes: Vec<u8>, changes: &[(prop::sample::Index, u8)], end: Option<prop::sample::Index>) -> Vec<u8> {
    for (at, value) in changes {
        let at = at.index(bytes.len());
        bytes[at] = *value;
    }
    bytes.truncate(end.map_or(bytes.len(), |end| end.index(bytes.len())));
    bytes
}

fn changes() -> impl Strategy<Value = (Vec<(prop::sample::Index, u8)>, Option<prop::sample::Index>)> {
    let change = (any::<prop::sample::Index>(), any::<u8>());
    (prop::collection::vec(change, 0..6), prop::option::of(any::<prop::sample::Index>()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_search_of_broken_files_ends((changes, end) in changes(), which in any::<prop::sample::Index>()) {
        let index = index();
        let broken = which.get(&index.files.keys().cloned().collect::<Vec<_>>()).clone();
        let bytes = |path: &str| {
            let bytes = index.files.get(path).map(|_| index.inflated(path)).unwrap_or_default();
            if path == broken { changed(bytes, &changes, end) } else { bytes }
        };
        let Ok(manifest) = IndexManifest::decode(&bytes("manifest.bin")) else { return Ok(()) };
        let query = SearchQuery::parse("招商发展1 淮 -丙示");
        let mut run = SearchRun::new(Arc::new(manifest), query, SearchFilter::default(), SearchOptions::default());
        for _ in 0..5000 {
            match run.step() {
                SearchStep::Need(paths) => {
                    prop_assert!(!paths.is_empty() && paths.len() < 5000);
                    if paths.iter().any(|path| run.supply(path, &bytes(path)).is_err()) { return Ok(()) }
                }
                SearchStep::Page => run.next_page(),
                SearchStep::Done => return Ok(()),
            }
        }
        prop_assert!(false, "the search does not end");
    }

    #[test]
    fn random_bytes_after_a_header_are_read_or_refused(rest in prop::collection::vec(any::<u8>(), 0..300), keys in prop::collection::vec((0..1_u32 << 22, any::<u16>()), 1..4)) {
        let file = |kind: u8| [&[b'I', b'C', b's', kind, 1], rest.as_slice()].concat();
        let _ = IndexManifest::decode(&file(b'm'));
        let _ = TextPack::decode(&file(b't'));
        let shard = file(b's');
        if let Ok(shard) = PostingShard::open(&shard)
            && let Ok(lists) = shard.find(&keys)
        {
            // Every number of a list needs a bit.
            prop_assert!(lists.iter().map(Vec::len).sum::<usize>() <= rest.len() * 8 * keys.len());
        }
    }
}

#[test]
fn a_page_of_the_host_and_another_version_are_refused() {
    let index = index();
    assert_eq!(IndexManifest::decode(b"<!doctype html>"), Err(FormatError::Foreign));
    let mut bytes = index.inflated(MANIFEST);
    bytes[4] = 99;
    assert_eq!(IndexManifest::decode(&bytes), Err(FormatError::Version { found: 99, expected: 1 }));
    let mut run = index.run("招商", &SearchFilter::default());
    let SearchStep::Need(paths) = run.step() else { panic!("files are needed") };
    assert_eq!(run.supply(&paths[0], b"<!doctype html>"), Err(FormatError::Foreign));
    assert_eq!(run.step(), SearchStep::Need(paths));
}
