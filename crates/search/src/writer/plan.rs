//! Cuts an archive into segments, so that an article more, less or changed touches few of them.
//!
//! A segment ends after an article whose id has a hash with enough zeros, not after a fixed number of articles: then an article that
//! is added to or taken out of an old segment does not move the ends of all later ones. Old segments are long, because a rare word
//! has to be looked for in all of them; new ones are short, because they are written often. After the last long segment one of middle
//! length reaches to the last end of its kind, and so on down to the open segment with the newest articles.

use std::ops::Range;

/// The lengths of segments, longest first: how many bits of the hash are zero at an end, so that the mean length is two to that
/// power, and the most articles.
const LEVELS: [(u32, usize); 4] = [(15, 65_536), (12, 8192), (9, 1024), (5, 64)];

/// The articles of a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentPlan {
    /// The numbers of its articles.
    pub articles: Range<usize>,
    /// True for the newest segment, which the next article joins.
    pub is_open: bool,
}

/// Cuts articles in ascending order of time into segments, oldest first.
pub fn plan(ids: &[&str]) -> Vec<SegmentPlan> {
    let hashes: Vec<u64> = ids.iter().map(|id| hash(id)).collect();
    let mut segments = Vec::new();
    let mut start = 0;
    for (level, (zeros, most)) in LEVELS.into_iter().enumerate() {
        let mut last = start;
        for (at, hash) in hashes.iter().enumerate().skip(start) {
            let is_end = hash.trailing_zeros() >= zeros || at + 1 - last >= most;
            if is_end {
                // Only segments of the first kind stay as they are; the shorter ones join until they are as long.
                if level == 0 {
                    segments.push(SegmentPlan { articles: last..at + 1, is_open: false });
                }
                last = at + 1;
            }
        }
        if level > 0 && last > start {
            segments.push(SegmentPlan { articles: start..last, is_open: false });
        }
        start = last;
    }
    if start < hashes.len() {
        segments.push(SegmentPlan { articles: start..hashes.len(), is_open: true });
    }
    segments
}

/// Hashes an id: FNV-1a, and then a mix, because the lower bits decide.
fn hash(id: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    let hash = (hash ^ (hash >> 31)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(ids: &[String]) -> Vec<Range<usize>> {
        let plan = plan(&ids.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(plan.iter().rev().skip(1).all(|segment| !segment.is_open));
        plan.into_iter().map(|segment| segment.articles).collect()
    }

    fn ids(count: usize) -> Vec<String> {
        (0..count).map(|number| format!("a{number}")).collect()
    }

    #[test]
    fn segments_cover_all_articles_and_are_few() {
        assert_eq!(planned(&[]), []);
        for count in [1, 30, 1000, 100_000] {
            let segments = planned(&ids(count));
            assert_eq!(segments[0].start, 0);
            assert!(segments.windows(2).all(|pair| pair[0].end == pair[1].start && !pair[0].is_empty()));
            assert_eq!(segments.last().map(|last| last.end), Some(count));
            assert!(segments.len() <= 12, "{count}: {}", segments.len());
        }
    }

    #[test]
    fn nearly_every_new_article_changes_the_open_segment_only() {
        let all = ids(100_200);
        let mut closings = 0;
        let mut before = planned(&all[..100_000]);
        for count in 100_001..=all.len() {
            let after = planned(&all[..count]);
            let is_closing = after.len() != before.len() || after[..after.len() - 1] != before[..before.len() - 1];
            closings += usize::from(is_closing);
            before = after;
        }
        // A closing at an article, and the first article of the next open segment.
        assert!((1..=24).contains(&closings), "{closings} of 200");
    }

    #[test]
    fn an_old_article_more_changes_one_or_two_segments() {
        let before = ids(120_000);
        let names =
            |ids: &[String]| -> Vec<Vec<String>> { planned(ids).into_iter().map(|it| ids[it].to_vec()).collect() };
        let old = names(&before);
        for at in [10, 9_000, 41_000, 119_990] {
            let mut after = before.clone();
            after.insert(at, "late".to_owned());
            let changed = names(&after).iter().filter(|segment| !old.contains(segment)).count();
            assert!(changed <= 2, "{at}: {changed}");
        }
    }
}
