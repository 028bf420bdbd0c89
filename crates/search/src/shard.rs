//! A shard: some of a segment's terms, and for each the articles that have it. Both directions of the format are here.
//!
//! After the header: the number of articles of the segment and the number of terms, as varints. Then bits, for each term in the
//! order of keys: the distance from the key before (Rice), the number of articles (gamma), the distances of their numbers (Rice).

use crate::bits::{BitReader, rice_bits};
use crate::bytes::{ByteReader, FileKind};
use crate::error::FormatError;
use crate::terms::KEY_BITS;

/// The most articles of a segment.
pub(crate) const MOST_ARTICLES: u32 = 1 << 20;

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

    /// Returns for each of the keys the ascending numbers of its articles; none for a key that is not in the shard.
    ///
    /// # Errors
    /// If the bytes end too early, or a number is out of its bounds.
    pub fn find(&self, keys: &[u32]) -> Result<Vec<Vec<u32>>, FormatError> {
        let mut found = vec![Vec::new(); keys.len()];
        let last = keys.iter().max().copied();
        let low = rice_bits(1 << KEY_BITS, self.terms);
        let mut reader = BitReader::new(self.bits);
        let mut next = 0_u32;
        for _ in 0..self.terms {
            let key = next.checked_add(reader.rice(low)?).filter(|key| *key < 1 << KEY_BITS).ok_or(FormatError::Broken)?;
            if last.is_none_or(|last| last < key) {
                break;
            }
            let mut articles = Vec::new();
            let is_asked = keys.contains(&key);
            self.read_articles(&mut reader, |article| if is_asked { articles.push(article) })?;
            for (asked, found) in keys.iter().zip(&mut found) {
                if *asked == key {
                    found.clone_from(&articles);
                }
            }
            next = key + 1;
        }
        Ok(found)
    }

    fn read_articles(&self, reader: &mut BitReader, mut each: impl FnMut(u32)) -> Result<(), FormatError> {
        let count = reader.gamma()?;
        let low = rice_bits(self.articles, count);
        let mut next = 0_u32;
        for _ in 0..count {
            let number = next.checked_add(reader.rice(low)?).filter(|number| *number < self.articles);
            let number = number.ok_or(FormatError::Broken)?;
            each(number);
            next = number + 1;
        }
        Ok(())
    }
}

/// Encodes a shard. The terms are ascending keys, each with its ascending articles, at least one.
#[cfg(feature = "write")]
pub(crate) fn encode_shard(articles: u32, terms: &[(u32, Vec<u32>)]) -> Vec<u8> {
    use crate::bytes::{header, put_count, put_number};

    let count = |list: usize| u32::try_from(list).unwrap_or(u32::MAX);
    let mut bytes = header(FileKind::Shard);
    put_number(&mut bytes, articles);
    put_count(&mut bytes, terms.len());
    let mut bits = crate::bits::BitWriter::default();
    let low = rice_bits(1 << KEY_BITS, count(terms.len()));
    let mut next = 0;
    for (key, list) in terms {
        bits.rice(key - next, low);
        next = key + 1;
        bits.gamma(count(list.len()));
        let low = rice_bits(articles, count(list.len()));
        let mut next = 0;
        for article in list {
            bits.rice(article - next, low);
            next = article + 1;
        }
    }
    bytes.extend(bits.finish());
    bytes
}

/// Returns about how many bits a list needs.
#[cfg(feature = "write")]
pub(crate) fn list_bits(articles: u32, count: u32) -> u64 {
    let count = u64::from(count.max(1));
    let low = u64::from(rice_bits(articles, u32::try_from(count).unwrap_or(u32::MAX)));
    count * (low + 1) + (u64::from(articles) >> low) + 2 * u64::from(count.ilog2()) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_found_as_they_were_written() {
        let terms = vec![(0, vec![999]), (7, (0..1000).collect()), (1 << 21, vec![0, 5, 6]), ((1 << 22) - 1, vec![1])];
        let bytes = encode_shard(1000, &terms);
        let shard = PostingShard::open(&bytes).unwrap();
        assert_eq!((shard.articles(), shard.terms()), (1000, 4));
        let keys: Vec<u32> = terms.iter().map(|(key, _)| *key).collect();
        assert!(shard.find(&keys).unwrap().iter().eq(terms.iter().map(|(_, list)| list)));
        assert_eq!(shard.find(&[8, 0]).unwrap(), [vec![], vec![999]]);
    }

    #[test]
    fn a_dense_list_is_a_bitmap() {
        let dense: Vec<u32> = (0..16_000).filter(|article| article % 3 != 0).collect();
        assert!(encode_shard(16_000, &[(1, dense)]).len() < 16_000 / 8 + 50);
    }

    #[test]
    fn shards_that_contradict_themselves_are_errors() {
        let mut bytes = encode_shard(1000, &[(5, vec![998, 999])]);
        bytes[5..7].copy_from_slice(&[0x80 | 10, 0]);
        assert_eq!(PostingShard::open(&bytes).unwrap().find(&[5]), Err(FormatError::Broken));
        bytes.truncate(8);
        assert!(PostingShard::open(&bytes).is_err_and(|error| error == FormatError::Broken) || PostingShard::open(&bytes).unwrap().find(&[5]).is_err());
    }
}
