//! Functions for text: recognising Han characters, converting full-width forms, making excerpts, escaping for markup.
//!
//! Invariant: the functions are pure, and no other crate has a table of characters that must agree with this one.

use std::ops::RangeInclusive;

/// The blocks of Han characters. The block of nearly all text comes first. The last range covers the supplementary and the
/// tertiary ideographic planes, including code points that are not assigned yet.
const HAN: [RangeInclusive<char>; 4] =
    ['\u{4e00}'..='\u{9fff}', '\u{3400}'..='\u{4dbf}', '\u{f900}'..='\u{faff}', '\u{20000}'..='\u{3fffd}'];

/// The distance from an ASCII character to its full-width form.
const FULL_WIDTH: u32 = 0xfee0;

/// Returns true for a Han character. Digits, Latin letters and Chinese punctuation are none.
pub fn is_han(letter: char) -> bool {
    HAN.iter().any(|range| range.contains(&letter))
}

/// Returns the ASCII form of a full-width letter, digit or sign, and a plain space for an ideographic or no-break space.
pub fn to_half_width(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - FULL_WIDTH).unwrap_or(letter),
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    }
}

/// Returns the first `most` characters of a text, followed by …… if the text is longer.
pub fn excerpt(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => [&text[..end], "……"].concat(),
        None => text.to_owned(),
    }
}

/// Escapes text for HTML and XML, attributes included.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_characters_of_han_blocks_are_han() {
        for letter in ['一', '鿿', '㐀', '豈', '𠀀', '𰀀'] {
            assert!(is_han(letter), "{letter}");
        }
        for letter in ['a', '1', '，', '　', '〇', 'あ', '１', '\u{4dc0}'] {
            assert!(!is_han(letter), "{letter}");
        }
    }

    #[test]
    fn full_width_forms_become_ascii() {
        assert_eq!("２０２２年　Ａ：".chars().map(to_half_width).collect::<String>(), "2022年 A:");
        assert_eq!(to_half_width('。'), '。');
    }

    #[test]
    fn excerpts_count_characters() {
        assert_eq!(excerpt("淮安高新区", 5), "淮安高新区");
        assert_eq!(excerpt("淮安高新区", 2), "淮安……");
        assert_eq!(excerpt("", 2), "");
    }
}
