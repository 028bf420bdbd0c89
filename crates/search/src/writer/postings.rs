//! The postings of a segment while it is written. A long segment has more than a hundred million: they are kept as runs of compressed
//! numbers, at a third of their size, and decoded a part at a time.

use std::ops::Range;

use rayon::prelude::*;

use crate::terms::{Posting, Term};

/// The number of parts of a run, by the first bits of the term: what is decoded at once on one core.
const PARTS: usize = 256;

/// The postings of a segment.
#[derive(Default)]
pub(super) struct SegmentPostings {
    /// For each batch of articles the postings of each part, ascending, as varints of the distances.
    runs: Vec<Vec<Vec<u8>>>,
}

impl SegmentPostings {
    /// Adds the postings of a batch of articles, in any order; those that occur several times count once.
    pub(super) fn add(&mut self, batch: impl ParallelIterator<Item = Posting>) {
        // Short lists are sorted faster than one long list, and do not leave a core's memory.
        let empty = || vec![Vec::new(); PARTS];
        let by_part = batch.fold(empty, |mut parts, posting| {
            parts[part_of(posting.term())].push(posting);
            parts
        });
        let by_core: Vec<Vec<Vec<Posting>>> = by_part.collect();
        let part = |part: usize| {
            let mut postings: Vec<Posting> = by_core.iter().flat_map(|parts| &parts[part]).copied().collect();
            postings.sort_unstable();
            postings.dedup();
            encode(&postings)
        };
        self.runs.push((0..PARTS).into_par_iter().map(part).collect());
    }

    /// Calls `each` with all postings of each part, sorted, on all cores.
    pub(super) fn parts<T: Send>(
        &self,
        each: impl Fn(&[Posting]) -> T + Send + Sync,
    ) -> impl ParallelIterator<Item = T> {
        (0..PARTS).into_par_iter().map(move |part| each(&self.sorted(part..part + 1, |_| true)))
    }

    /// Returns the postings of the shards in a range, sorted.
    pub(super) fn of_shards(&self, wanted: Range<u32>, shards: u32) -> Vec<Posting> {
        let part = |shard: u32| (u64::from(shard) * PARTS as u64 / u64::from(shards)) as usize;
        let parts = part(wanted.start)..(part(wanted.end) + 1).min(PARTS);
        self.sorted(parts, |posting| wanted.contains(&posting.term().place(shards).0))
    }

    fn sorted(&self, parts: Range<usize>, is_wanted: impl Fn(&Posting) -> bool) -> Vec<Posting> {
        let mut postings = Vec::new();
        for bytes in self.runs.iter().flat_map(|run| &run[parts.clone()]) {
            postings.extend(decode(bytes).filter(&is_wanted));
        }
        // The stable sort merges what is sorted already, which each run is.
        postings.sort();
        postings
    }
}

fn part_of(term: Term) -> usize {
    term.place(PARTS as u32).0 as usize
}

fn encode(postings: &[Posting]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(postings.len() * 3);
    let mut before = 0;
    for posting in postings {
        let mut distance = posting.0 - before;
        while distance >= 0x80 {
            bytes.push(distance.to_le_bytes()[0] | 0x80);
            distance >>= 7;
        }
        bytes.push(distance.to_le_bytes()[0]);
        before = posting.0;
    }
    bytes.shrink_to_fit();
    bytes
}

fn decode(bytes: &[u8]) -> impl Iterator<Item = Posting> {
    let (mut before, mut distance, mut shift) = (0, 0_u64, 0);
    bytes.iter().filter_map(move |byte| {
        distance |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if *byte >= 0x80 {
            return None;
        }
        before += distance;
        (distance, shift) = (0, 0);
        Some(Posting(before))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::TermKind;

    #[test]
    fn postings_of_all_batches_are_sorted_by_shard() {
        let posting = |number: u32| {
            let term = Term::new(TermKind::Pair, char::from_u32(0x4e00 + number * 7 % 400));
            Posting::new(term, number, number % 16)
        };
        let mut postings = SegmentPostings::default();
        [0..700, 700..701, 701..1500].into_iter().for_each(|batch| postings.add(batch.into_par_iter().map(posting)));
        let mut expected: Vec<Posting> = (0..1500).map(posting).collect();
        expected.sort_unstable();
        for (shards, step) in [(1, 1), (7, 3), (256, 10), (1000, 1), (1000, 999)] {
            let groups = (0..shards).step_by(step as usize);
            let all = groups.flat_map(|first| postings.of_shards(first..shards.min(first + step), shards));
            assert!(all.eq(expected.iter().copied()), "{shards} shards");
        }
        let parts: Vec<Vec<Posting>> = postings.parts(<[Posting]>::to_vec).collect();
        assert!(parts.concat() == expected);
    }
}
