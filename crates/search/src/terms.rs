//! Terms: what the index has a list of articles for. A term is known by its hash alone, because the text of every article is
//! compared before it is shown, and terms need half of the index's bytes if they are written out.
//!
//! Terms are pairs of neighbouring characters; triples of ASCII letters and digits, whose pairs are too common; single characters
//! of titles and extra terms; and facets, such as the zone. Hashes are a part of the format.

/// The number of bits of a term.
const TERM_BITS: u32 = 44;
/// The number of bits by which a shard tells its terms apart. Of the 2,000 terms of a shard, one in 2,000 queries for a term that
/// is not there meets another.
pub(crate) const KEY_BITS: u32 = 22;

/// The hash of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Term(u64);

/// Kinds of terms: a phrase and a zone of the same letters are two terms.
#[derive(Clone, Copy)]
pub(crate) enum TermKind {
    Pair = 1,
    TitleLetter = 2,
    Triple = 3,
    Zone = 4,
    Region = 5,
    ArticleKind = 6,
    Year = 7,
}

impl Term {
    /// Hashes the characters of a term: FNV-1a, and then a mix so that the upper bits depend on all characters.
    pub(crate) fn new(kind: TermKind, letters: impl IntoIterator<Item = char>) -> Self {
        let numbers = std::iter::once(kind as u32).chain(letters.into_iter().map(u32::from));
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for byte in numbers.flat_map(u32::to_le_bytes) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Term((hash ^ (hash >> 31)) >> (64 - TERM_BITS))
    }

    /// Returns the term of the year of a date such as 20261127.
    pub(crate) fn year(date: u32) -> Self {
        Term::new(TermKind::Year, char::from_u32(date / 10_000))
    }

    /// Returns the shard of the term, and its key there. Both grow with the hash.
    pub(crate) fn place(self, shards: u32) -> (u32, u32) {
        let scaled = self.0 * u64::from(shards);
        let key = (scaled >> (TERM_BITS - KEY_BITS)) & ((1 << KEY_BITS) - 1);
        (u32::try_from(scaled >> TERM_BITS).unwrap_or(0), u32::try_from(key).unwrap_or(0))
    }

    /// Packs the term and the number of an article into one number, to sort them.
    #[cfg(feature = "write")]
    pub(crate) fn with_article(self, article: u32) -> u64 {
        (self.0 << (64 - TERM_BITS)) | u64::from(article)
    }

    /// Unpacks what [`Term::with_article`] packed.
    #[cfg(feature = "write")]
    pub(crate) fn split_article(packed: u64) -> (Self, u32) {
        let article = packed & ((1 << (64 - TERM_BITS)) - 1);
        (Term(packed >> (64 - TERM_BITS)), u32::try_from(article).unwrap_or(0))
    }
}

/// Returns the terms that every article with a phrase has, none twice. A single character is a term of titles.
pub(crate) fn phrase_terms(letters: &[char]) -> Vec<Term> {
    if let [letter] = letters {
        return vec![Term::new(TermKind::TitleLetter, [*letter])];
    }
    let is_plain = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_alphanumeric);
    let is_in_triple = |at: usize| {
        is_plain(Some(at)) && is_plain(Some(at + 1)) && (is_plain(at.checked_sub(1)) || is_plain(Some(at + 2)))
    };
    let pairs = letters.windows(2).enumerate().filter(|(at, _)| !is_in_triple(*at));
    let mut terms: Vec<Term> = pairs.map(|(_, pair)| pair_term(pair)).chain(triples(letters)).collect();
    let mut seen = terms.clone();
    seen.sort_unstable();
    seen.dedup();
    terms.retain(|term| seen.binary_search(term).map(|at| seen.remove(at)).is_ok());
    terms
}

/// Adds all terms of a text.
#[cfg(feature = "write")]
pub(crate) fn add_text_terms(letters: &[char], terms: &mut Vec<Term>) {
    terms.extend(letters.windows(2).map(pair_term).chain(triples(letters)));
}

fn pair_term(pair: &[char]) -> Term {
    Term::new(TermKind::Pair, pair.iter().copied())
}

fn triples(letters: &[char]) -> impl Iterator<Item = Term> {
    let triples = letters.windows(3).filter(|triple| triple.iter().all(char::is_ascii_alphanumeric));
    triples.map(|triple| Term::new(TermKind::Triple, triple.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_phrase_has_only_terms_of_a_text_with_it() {
        let mut all = Vec::new();
        add_text_terms(&letters("在gdp2026年ab"), &mut all);
        for phrase in ["在g", "gd", "dp20", "26年", "年ab", "在gdp2026年ab"] {
            let terms = phrase_terms(&letters(phrase));
            assert!(!terms.is_empty() && terms.iter().all(|term| all.contains(term)), "{phrase}");
        }
    }

    #[test]
    fn letters_and_digits_are_looked_for_by_triples() {
        assert_eq!(phrase_terms(&letters("2026")).len(), 2);
        assert_eq!(phrase_terms(&letters("20")).len(), 1);
        assert_eq!(phrase_terms(&letters("啊啊啊啊")).len(), 1);
        assert_eq!(phrase_terms(&letters("第20届")).len(), 3);
    }

    #[test]
    fn places_grow_with_the_hash() {
        let mut terms: Vec<Term> = ('a'..='z').map(|letter| Term::new(TermKind::Pair, [letter, 'x'])).collect();
        terms.sort_unstable();
        let places: Vec<_> = terms.iter().map(|term| term.place(7)).collect();
        assert!(places.is_sorted() && places.iter().all(|(shard, key)| *shard < 7 && *key < 1 << KEY_BITS));
        assert_eq!(Term::split_article(terms[3].with_article(12)), (terms[3], 12));
        assert_ne!(Term::new(TermKind::Zone, ['a']), Term::new(TermKind::Region, ['a']));
        assert_ne!(Term::year(2026_01_01), Term::year(2025_01_01));
    }
}
