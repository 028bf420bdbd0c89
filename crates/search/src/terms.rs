//! Terms: what the index has a list of articles for. A term is known by its hash alone, because the text of every article is
//! compared before it is shown, and terms need half of the index's bytes if they are written out.
//!
//! Terms are pairs of neighbouring characters; triples of ASCII letters and digits, whose pairs are too common; single characters
//! of titles and extra terms; and facets, such as the zone. Hashes are a part of the format.
//!
//! A pair is stored with the class of the character after it, one of 15. So the two pairs of a phrase of three characters are
//! found where one follows the other, and rarely where they are apart. That costs a third of what positions would.

/// The number of bits of a term.
const TERM_BITS: u32 = 40;
/// The number of bits of an article's number.
#[cfg(feature = "write")]
const ARTICLE_BITS: u32 = 20;
/// The number of bits of a follower's class.
pub(crate) const CLASS_BITS: u32 = 4;
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
        let mut hash = mixed(0xcbf2_9ce4_8422_2325, kind as u32);
        for letter in letters {
            hash = mixed(hash, letter.into());
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
}

/// Mixes the bytes of a number into a hash.
fn mixed(hash: u64, number: u32) -> u64 {
    number.to_le_bytes().into_iter().fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A term, an article that has it, and the class of a follower there, in one number: sorted, they are the lists.
#[cfg(feature = "write")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Posting(pub(crate) u64);

#[cfg(feature = "write")]
impl Posting {
    pub(crate) fn new(term: Term, article: u32, class: u32) -> Self {
        Posting((term.0 << ARTICLE_BITS | u64::from(article)) << CLASS_BITS | u64::from(class))
    }

    pub(crate) fn term(self) -> Term {
        Term(self.0 >> (ARTICLE_BITS + CLASS_BITS))
    }

    pub(crate) fn article(self) -> u32 {
        u32::try_from(self.0 >> CLASS_BITS & ((1 << ARTICLE_BITS) - 1)).unwrap_or(0)
    }

    pub(crate) fn class(self) -> u32 {
        u32::try_from(self.0 & ((1 << CLASS_BITS) - 1)).unwrap_or(0)
    }
}

/// Returns the class of the character after a pair: 1 to 15. Class 0 is the end of the text, or a term without followers.
pub(crate) fn follower_class(letter: Option<&char>) -> u32 {
    let classes = (1 << CLASS_BITS) - 1;
    letter.map_or(0, |letter| 1 + (u32::from(*letter).wrapping_mul(0x9e37_79b1) >> 8) % classes)
}

/// A term of a query, with what must follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FollowedTerm {
    pub(crate) term: Term,
    /// A bit for each class of which a follower must be there.
    pub(crate) followers: u16,
    /// True for pairs with a comma and the like, which are common in every text.
    pub(crate) is_common: bool,
}

impl FollowedTerm {
    /// Makes a term that nothing must follow.
    pub(crate) fn alone(term: Term) -> Self {
        FollowedTerm { term, followers: 0, is_common: false }
    }
}

/// Returns the terms that every article with a phrase in its title or extra terms has: those of its characters. Extra terms have none
/// for ASCII characters.
pub(crate) fn title_terms(letters: &[char]) -> Vec<FollowedTerm> {
    let letters = letters.iter().filter(|letter| !letter.is_ascii());
    letters.map(|letter| FollowedTerm::alone(Term::new(TermKind::TitleLetter, [*letter]))).collect()
}

/// Returns the terms that every article with a phrase has, none twice. A single character is a term of titles.
pub(crate) fn phrase_terms(letters: &[char]) -> Vec<FollowedTerm> {
    if let [letter] = letters {
        return vec![FollowedTerm::alone(Term::new(TermKind::TitleLetter, [*letter]))];
    }
    let is_plain = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_alphanumeric);
    // A pair in a triple says nothing that the triple does not.
    let is_in_triple = |at: usize| {
        is_plain(Some(at)) && is_plain(Some(at + 1)) && (is_plain(at.checked_sub(1)) || is_plain(Some(at + 2)))
    };
    let is_mark = |letter: &char| letter.is_ascii_punctuation() || matches!(letter, ' ' | '\u{3001}' | '\u{3002}');
    let mut terms: Vec<FollowedTerm> = Vec::new();
    for length in [2, 3] {
        for (at, (term, class)) in text_terms(letters, length).enumerate() {
            let is_pair = length == 2;
            if is_pair && is_in_triple(at) {
                continue;
            }
            let is_common = is_pair && letters.iter().skip(at).take(2).any(is_mark);
            // The phrase may go on with any character in the text.
            let followers = if class == 0 { 0 } else { 1 << class };
            match terms.iter_mut().find(|known| known.term == term) {
                Some(known) => known.followers |= followers,
                None => terms.push(FollowedTerm { term, followers, is_common }),
            }
        }
    }
    terms
}

/// Returns the pairs of a text, or its triples of ASCII letters and digits, each with the class of the character after it.
pub(crate) fn text_terms(letters: &[char], length: usize) -> impl Iterator<Item = (Term, u32)> {
    let kind = if length == 2 { TermKind::Pair } else { TermKind::Triple };
    let terms = letters.windows(length).enumerate();
    let terms = terms.filter(move |(_, term)| length == 2 || term.iter().all(char::is_ascii_alphanumeric));
    terms.map(move |(at, term)| (Term::new(kind, term.iter().copied()), follower_class(letters.get(at + length))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_phrase_has_only_terms_of_a_text_with_it() {
        let text = letters("在gdp2026年ab");
        let all: Vec<(Term, u32)> = text_terms(&text, 2).chain(text_terms(&text, 3)).collect();
        let is_there = |it: &FollowedTerm| {
            let classes = all.iter().filter(|(term, _)| *term == it.term).fold(0, |bits, (_, class)| bits | 1 << class);
            classes != 0 && classes & it.followers == it.followers
        };
        for phrase in ["在g", "gd", "dp20", "26年", "年ab", "在gdp2026年ab"] {
            let terms = phrase_terms(&letters(phrase));
            assert!(!terms.is_empty() && terms.iter().all(is_there), "{phrase}");
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
        let posting = Posting::new(terms[3], 12, 5);
        assert_eq!((posting.term(), posting.article(), posting.class()), (terms[3], 12, 5));
        assert_ne!(Term::new(TermKind::Zone, ['a']), Term::new(TermKind::Region, ['a']));
        assert_ne!(Term::year(20_260_101), Term::year(20_250_101));
    }
}
