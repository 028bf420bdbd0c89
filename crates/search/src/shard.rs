//! A shard: some of a segment's terms, and for each the articles that have it. Both directions of the format are here.
//!
//! After the header: the number of articles of the segment and the number of terms, as varints. Then bits, for each term in the
//! order of keys: the distance from the key before (Rice), the number of articles (gamma), a bit that says if they have followers,
//! unless they are few; for each article the distance of its number (Rice), and of its followers the number of classes (gamma) and the
//! classes.

#[cfg(feature = "write")]
use crate::bits::BitWriter;
use crate::bits::{BitReader, rice_bits};
use crate::bytes::{ByteReader, FileKind};
use crate::error::FormatError;
#[cfg(feature = "write")]
use crate::terms::Posting;
use crate::terms::{CLASS_BITS, KEY_BITS};

/// The most articles of a segment, twice as many as the writer puts into one. Bounds the memory for a broken manifest.
pub(crate) const MOST_ARTICLES: u32 = 1 << 17;
/// Lists that are so short have no followers: their articles are compared at once.
const SHORT: u32 = 3;
/// Lists with more classes have no followers: such a term is in so many articles that others are read instead.
#[cfg(feature = "write")]
const MOST_FOLLOWERS: usize = 24_000;
/// More classes are not written; any character may follow.
const MOST_CLASSES: u32 = 9;

/// The bytes of a shard.
pub struct PostingShard<'a> {
    articles: u32,
    terms: u32,
    bits: &'a [u8],
}

impl<'a> PostingShard<'a> {
    /// Reads the header of a shard.
    ///
    /// # Errors
    /// If the file is another one, of another version, or broken.
    pub fn open(bytes: &'a [u8]) -> Result<Self, FormatError> {
        let mut reader = ByteReader::open(bytes, FileKind::Shard)?;
        let articles = reader.number_in(1..=MOST_ARTICLES)?;
        let terms = reader.number_in(0..=1 << KEY_BITS)?;
        Ok(PostingShard { articles, terms, bits: reader.rest() })
    }

    /// Returns the number of articles of the segment.
    pub fn articles(&self) -> u32 {
        self.articles
    }

    /// Returns the number of terms.
    pub fn terms(&self) -> u32 {
        self.terms
    }

    /// Returns for each of the keys the ascending numbers of its articles in which followers of all the given classes occur, one bit a
    /// class; none for a key that is not in the shard.
    ///
    /// # Errors
    /// If the bytes end too early, or a number is out of its bounds.
    pub fn find(&self, keys: &[(u32, u16)]) -> Result<Vec<Vec<u32>>, FormatError> {
        let mut found = vec![Vec::new(); keys.len()];
        let last = keys.iter().map(|(key, _)| *key).max();
        let low = rice_bits(1 << KEY_BITS, self.terms);
        let mut reader = BitReader::new(self.bits);
        let mut next = 0_u32;
        for _ in 0..self.terms {
            let key =
                next.checked_add(reader.rice(low)?).filter(|key| *key < 1 << KEY_BITS).ok_or(FormatError::Broken)?;
            if last.is_none_or(|last| last < key) {
                break;
            }
            self.read_list(&mut reader, |article, followers| {
                for ((asked, needed), list) in keys.iter().zip(&mut found) {
                    if *asked == key && followers & needed == *needed {
                        list.push(article);
                    }
                }
            })?;
            next = key + 1;
        }
        Ok(found)
    }

    /// Reads a list, and calls `each` with every article and a bit for each class of its followers.
    fn read_list(&self, reader: &mut BitReader, mut each: impl FnMut(u32, u16)) -> Result<(), FormatError> {
        let count = reader.gamma()?;
        let has_followers = count > SHORT && reader.bits(1)? == 1;
        let low = rice_bits(self.articles, count);
        let mut next = 0_u32;
        for _ in 0..count {
            let number = next.checked_add(reader.rice(low)?).filter(|number| *number < self.articles);
            let number = number.ok_or(FormatError::Broken)?;
            each(number, if has_followers { read_followers(reader)? } else { u16::MAX });
            next = number + 1;
        }
        Ok(())
    }
}

fn read_followers(reader: &mut BitReader) -> Result<u16, FormatError> {
    let count = reader.gamma()?;
    if count >= MOST_CLASSES {
        return Ok(u16::MAX);
    }
    (0..count).try_fold(0, |classes, _| Ok(classes | 1 << reader.bits(CLASS_BITS)?))
}

/// Encodes a shard: sorted postings, with the key of each.
#[cfg(feature = "write")]
pub(crate) fn encode_shard(articles: u32, postings: &[(u32, Posting)]) -> Vec<u8> {
    use crate::bytes::{header, put_count, put_number};

    let lists = || postings.chunk_by(|one, other| one.0 == other.0);
    let mut bytes = header(FileKind::Shard);
    put_number(&mut bytes, articles);
    put_count(&mut bytes, lists().count());
    let mut bits = BitWriter::default();
    let low = rice_bits(1 << KEY_BITS, length(lists().count()));
    let mut next = 0;
    for list in lists() {
        let key = list[0].0;
        bits.rice(key - next, low);
        next = key + 1;
        // Two terms with the same key share a list.
        let mut list: Vec<(u32, u32)> = list.iter().map(|(_, it)| (it.article(), it.class())).collect();
        list.sort_unstable();
        list.dedup();
        encode_list(&mut bits, articles, &list);
    }
    bytes.extend(bits.finish());
    bytes
}

/// Encodes a list of articles and classes, both ascending.
#[cfg(feature = "write")]
fn encode_list(bits: &mut BitWriter, articles: u32, list: &[(u32, u32)]) {
    let of_articles = || list.chunk_by(|one, other| one.0 == other.0);
    let count = length(of_articles().count());
    let has_followers = list.len() <= MOST_FOLLOWERS && list.iter().any(|(_, class)| *class > 0);
    bits.gamma(count);
    if count > SHORT {
        bits.bits(u32::from(has_followers), 1);
    }
    let low = rice_bits(articles, count);
    let mut next = 0;
    for classes in of_articles() {
        bits.rice(classes[0].0 - next, low);
        next = classes[0].0 + 1;
        if count > SHORT && has_followers {
            bits.gamma(length(classes.len()).min(MOST_CLASSES));
            let few = classes.iter().filter(|_| length(classes.len()) < MOST_CLASSES);
            few.for_each(|(_, class)| bits.bits(*class, CLASS_BITS));
        }
    }
}

#[cfg(feature = "write")]
fn length(list: usize) -> u32 {
    u32::try_from(list).unwrap_or(u32::MAX)
}

/// Returns about how many bits a list needs that has a number of articles and, in all of them, of followers' classes.
#[cfg(feature = "write")]
pub(crate) fn list_bits(articles: u32, count: u32, classes: u64) -> u64 {
    let numbers = u64::from(count) * u64::from(rice_bits(articles, count) + 2);
    let followers =
        if count > SHORT && classes <= MOST_FOLLOWERS as u64 { classes * u64::from(CLASS_BITS + 1) } else { 0 };
    numbers + followers + 2 * u64::from(count.max(1).ilog2()) + 15
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::{Term, TermKind};

    /// Encodes lists, each with its key; every article has a follower of the class of its number modulo 4.
    fn encoded(articles: u32, lists: &[(u32, Vec<u32>)]) -> Vec<u8> {
        let term = Term::new(TermKind::Pair, ['a', 'b']);
        let postings =
            lists.iter().flat_map(|(key, list)| list.iter().map(|it| (*key, Posting::new(term, *it, it % 4))));
        encode_shard(articles, &postings.collect::<Vec<_>>())
    }

    #[test]
    fn lists_are_found_as_they_were_written() {
        let lists = vec![(0, vec![999]), (7, (0..1000).collect()), (1 << 21, vec![0, 5, 6]), ((1 << 22) - 1, vec![1])];
        let bytes = encoded(1000, &lists);
        let shard = PostingShard::open(&bytes).unwrap();
        assert_eq!((shard.articles(), shard.terms()), (1000, 4));
        let keys: Vec<(u32, u16)> = lists.iter().map(|(key, _)| (*key, 0)).collect();
        assert!(shard.find(&keys).unwrap().iter().eq(lists.iter().map(|(_, list)| list)));
        assert_eq!(shard.find(&[(8, 0), (0, 0)]).unwrap(), [vec![], vec![999]]);
        assert!(shard.find(&[(7, 1 << 3)]).unwrap()[0].iter().copied().eq((0..1000).filter(|it| it % 4 == 3)));
        assert_eq!(shard.find(&[(1 << 21, 1 << 3)]).unwrap()[0], [0, 5, 6], "a short list has no followers");
    }

    #[test]
    fn many_followers_are_any() {
        let term = Term::new(TermKind::Pair, ['a', 'b']);
        let postings =
            |most: u32| (0..5).flat_map(move |it| (1..=most).map(move |class| (1, Posting::new(term, it, class))));
        for (most, found) in [(8, 0), (9, 5)] {
            let bytes = encode_shard(5, &postings(most).collect::<Vec<_>>());
            assert_eq!(PostingShard::open(&bytes).unwrap().find(&[(1, 1 << 12)]).unwrap()[0].len(), found);
        }
    }

    #[test]
    fn a_dense_list_is_a_bitmap() {
        let term = Term::new(TermKind::Zone, ['a']);
        let dense = (0..16_000).filter(|article| article % 3 != 0).map(|it| (1, Posting::new(term, it, 0)));
        assert!(encode_shard(16_000, &dense.collect::<Vec<_>>()).len() < 16_000 / 8 + 50);
    }

    #[test]
    fn shards_that_contradict_themselves_are_errors() {
        let mut bytes = encoded(1000, &[(5, vec![998, 999])]);
        let cut = bytes[..bytes.len() - 2].to_vec();
        assert_eq!(PostingShard::open(&cut).unwrap().find(&[(5, 0)]), Err(FormatError::Broken));
        // Ten articles instead of a thousand.
        bytes[5..7].copy_from_slice(&[0x80 | 10, 0]);
        assert_eq!(PostingShard::open(&bytes).unwrap().find(&[(5, 0)]), Err(FormatError::Broken));
    }
}
