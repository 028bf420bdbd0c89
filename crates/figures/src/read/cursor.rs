//! Looks at the tokens around one.

use super::FigureReader;
use crate::token::TextToken;

/// The signs between the ends of a range.
const RANGE: &str = "-–—~～〜至到";

impl FigureReader {
    pub(super) fn token(&self, index: usize) -> Option<&TextToken> {
        self.tokens.get(index)
    }

    pub(super) fn sign(&self, index: usize) -> Option<char> {
        self.token(index)?.sign()
    }

    /// Returns true if one of these signs is there.
    pub(super) fn is_sign(&self, index: usize, signs: &str) -> bool {
        self.sign(index).is_some_and(|sign| signs.contains(sign))
    }

    /// Returns true if one of these signs is before a token.
    pub(super) fn follows(&self, index: usize, signs: &str) -> bool {
        index.checked_sub(1).is_some_and(|before| self.is_sign(before, signs))
    }

    pub(super) fn word(&self, index: usize) -> Option<&str> {
        self.token(index)?.word()
    }

    /// Returns the first token from `index` that is no space.
    pub(super) fn after_spaces(&self, index: usize) -> usize {
        let is_space = |index: &usize| self.sign(*index).is_some_and(char::is_whitespace);
        (index..).find(|index| !is_space(index)).unwrap_or(index)
    }

    /// Returns the token after the sign or word of a range.
    pub(super) fn after_range(&self, index: usize) -> Option<usize> {
        let mut next = self.after_spaces(index);
        if matches!(self.word(next), Some("to" | "and" | "or" | "through")) {
            next += 1;
        } else {
            let start = next;
            while self.is_sign(next, RANGE) {
                next += 1;
            }
            if next == start {
                return None;
            }
        }
        Some(self.after_spaces(next))
    }
}
