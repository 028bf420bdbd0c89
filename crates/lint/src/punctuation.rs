//! The marks of Chinese text: pairs without their other half, and half-width marks. It owns the two rules, not the places.

use investchn_text::is_han;

/// Marks that come in pairs.
const PAIRS: [(char, char); 4] = [('《', '》'), ('“', '”'), ('（', '）'), ('【', '】')];

/// Half-width marks and what stands for them in Chinese text.
const WIDTHS: [(char, char); 6] = [(',', '，'), (';', '；'), (':', '：'), ('?', '？'), ('!', '！'), ('.', '。')];

/// A finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Where it stands in the text, in bytes.
    pub(crate) byte: usize,
    /// Which mark.
    pub(crate) mark: char,
    /// Its other half, or what it is to be replaced by.
    pub(crate) other: char,
}

/// Whether a mark is the first half of its pair.
pub(crate) fn opens(mark: char) -> bool {
    PAIRS.iter().any(|(open, _)| *open == mark)
}

/// The halves of pairs whose other half is not in the text, in its order. A quotation of several paragraphs begins each of
/// them with “ and ends the last with ”: where one more follows (`goes_on`), what is open at the end is no slip.
pub(crate) fn unbalanced(text: &str, goes_on: bool) -> Vec<Mark> {
    // The pair and the place of each half that waits for its other.
    let mut open: Vec<(usize, usize)> = Vec::new();
    // How many of each pair wait, so that none is looked for in vain.
    let mut counts = [0_usize; PAIRS.len()];
    let mut found = Vec::new();
    let opening = |(pair, byte): (usize, usize)| Mark { byte, mark: PAIRS[pair].0, other: PAIRS[pair].1 };
    for (byte, letter) in text.char_indices() {
        if is_han(letter) {
            continue;
        }
        let Some(pair) = PAIRS.iter().position(|(first, last)| [*first, *last].contains(&letter)) else { continue };
        if letter == PAIRS[pair].0 {
            counts[pair] += 1;
            open.push((pair, byte));
        } else if counts[pair] > 0 {
            // What was opened within and still waits has no other half.
            while let Some(half) = open.pop() {
                counts[half.0] -= 1;
                if half.0 == pair {
                    break;
                }
                found.push(opening(half));
            }
        } else if letter != '）' || !numbers(&text[..byte]) {
            found.push(Mark { byte, mark: letter, other: PAIRS[pair].0 });
        }
    }
    let mut open: Vec<Mark> = open.into_iter().map(opening).collect();
    if goes_on && let Some(at) = open.iter().position(|mark| mark.mark == '“') {
        open.remove(at);
    }
    found.append(&mut open);
    found.sort_by_key(|mark| mark.byte);
    found
}

/// Whether a text ends with what is counted by, as in `1）` and `二）`.
fn numbers(before: &str) -> bool {
    let counted = |letter: char| letter.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(letter);
    let rest = before.trim_end_matches(counted);
    rest.len() < before.len() && rest.chars().next_back().is_none_or(|letter| !letter.is_alphanumeric())
}

/// Half-width marks that follow a Chinese character or a closing mark of Chinese text.
pub(crate) fn half_width(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut before = None;
    let mut letters = text.char_indices().peekable();
    while let Some((byte, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        if letter.is_ascii()
            && let Some((mark, other)) = WIDTHS.iter().find(|(half, _)| *half == letter)
            && before.is_some_and(|before| is_han(before) || "》”）】".contains(before))
            // The point of an address: 中国.com.
            && !(*mark == '.' && next.is_some_and(|next| next.is_ascii_alphanumeric()))
        {
            found.push(Mark { byte, mark: *mark, other: *other });
        }
        before = Some(letter);
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marks(found: &[Mark]) -> String {
        found.iter().map(|mark| mark.mark).collect()
    }

    #[test]
    fn halves_without_the_other_are_found() {
        for (text, expected) in [
            ("《甲》“乙”（丙）【丁】", ""),
            ("《甲“乙”》", ""),
            ("《甲", "《"),
            ("甲》", "》"),
            ("“甲“乙”", "“"),
            ("（甲)", "（"),
            ("《甲“乙》丙”", "“”"),
            ("【甲（乙】", "（"),
            ("1）甲；2）乙；三）丙；A）丁", ""),
            ("甲乙）", "）"),
            ("plain \"text\" (here)", ""),
        ] {
            assert_eq!(marks(&unbalanced(text, false)), expected, "{text}");
        }
        assert_eq!(marks(&unbalanced("“甲", true)), "", "a quotation of several paragraphs");
        assert_eq!(marks(&unbalanced("“甲“乙", true)), "“", "but one of its quotes only");
    }

    #[test]
    fn half_width_marks_in_chinese_text_are_found() {
        for (text, expected) in [
            ("甲,乙;丙:丁?戊!己.", ",;:?!."),
            ("《甲》,“乙”.", ",."),
            ("甲，乙；丙：丁？戊！己。", ""),
            ("GDP 1,234.5亿元，3:2，a.b", ""),
            ("中国.com", ""),
            ("见https://example.com/?a=1", ""),
            ("one, two. three: four", ""),
        ] {
            assert_eq!(marks(&half_width(text)), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn text_put_together_from_pairs_is_balanced(depths in proptest::collection::vec((0..PAIRS.len(), 0..4_usize), 0..8)) {
            let mut text = String::new();
            for (pair, depth) in depths {
                let (open, close) = PAIRS[pair];
                text.extend(std::iter::repeat_n(open, depth).chain(['甲']).chain(std::iter::repeat_n(close, depth)));
            }
            prop_assert!(unbalanced(&text, false).is_empty());
            // Any half too many is found, wherever it stands.
            let odd = text.clone() + "《";
            prop_assert_eq!(marks(&unbalanced(&odd, false)), "《");
        }

        #[test]
        fn replacing_what_is_found_leaves_nothing_to_find(text in "[甲乙a1 ,;:?!.》”]{0,40}") {
            let marks = half_width(&text);
            let other = |byte| marks.iter().find(|mark| mark.byte == byte).map(|mark| mark.other);
            let mended: String = text.char_indices().map(|(byte, letter)| other(byte).unwrap_or(letter)).collect();
            prop_assert!(half_width(&mended).is_empty(), "{}", mended);
        }

        #[test]
        fn any_text_is_looked_at_without_a_crash(text in "\\PC{0,60}") {
            unbalanced(&text, true);
            for mark in half_width(&text) {
                prop_assert!(text[mark.byte..].starts_with(mark.mark));
            }
        }
    }
}
