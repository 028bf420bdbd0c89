//! Checks the punctuation of Chinese text: paired marks without their other half, and half-width marks. It works on plain
//! text; `article` maps findings to locations in the file.

use investchn_text::is_han;

/// The paired marks.
const PAIRS: [(char, char); 4] = [('《', '》'), ('“', '”'), ('（', '）'), ('【', '】')];

/// The half-width marks, with the full-width marks of Chinese text.
const WIDTHS: [(char, char); 6] = [(',', '，'), (';', '；'), (':', '：'), ('?', '？'), ('!', '！'), ('.', '。')];

/// A finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its offset in the text, in bytes.
    pub(crate) byte: usize,
    /// The mark.
    pub(crate) mark: char,
    /// Its other half, or its replacement.
    pub(crate) other: char,
}

/// Returns true if a mark is the first half of its pair.
pub(crate) fn opens(mark: char) -> bool {
    PAIRS.iter().any(|(open, _)| *open == mark)
}

/// Returns the marks without their other half, in the order of the text. In a quotation of several paragraphs, each
/// paragraph begins with “ and only the last ends with ”. So if the next paragraph continues a quotation (`continues`), one
/// open “ is no fault.
pub(crate) fn unbalanced(text: &str, continues: bool) -> Vec<Mark> {
    // The open marks: the index of the pair, and the offset in the text.
    let mut open: Vec<(usize, usize)> = Vec::new();
    // The number of open marks of each pair, so that `open` is searched only if it contains the pair.
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
            // Marks that were opened inside and are still open have no other half.
            while let Some(half) = open.pop() {
                counts[half.0] -= 1;
                if half.0 == pair {
                    break;
                }
                found.push(opening(half));
            }
        } else if letter != '）' || !ends_with_number(&text[..byte]) {
            found.push(Mark { byte, mark: letter, other: PAIRS[pair].0 });
        }
    }
    let mut open: Vec<Mark> = open.into_iter().map(opening).collect();
    if continues && let Some(at) = open.iter().position(|mark| mark.mark == '“') {
        open.remove(at);
    }
    found.append(&mut open);
    found.sort_by_key(|mark| mark.byte);
    found
}

/// Returns true if a text ends with a list number, as in `1）` and `二）`.
fn ends_with_number(before: &str) -> bool {
    let counted = |letter: char| letter.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(letter);
    let rest = before.trim_end_matches(counted);
    rest.len() < before.len() && rest.chars().next_back().is_none_or(|letter| !letter.is_alphanumeric())
}

/// Returns the half-width marks after a Chinese character or a closing mark of Chinese text.
pub(crate) fn half_width(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut before = None;
    let mut letters = text.char_indices().peekable();
    while let Some((byte, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        if letter.is_ascii()
            && let Some((mark, other)) = WIDTHS.iter().find(|(half, _)| *half == letter)
            && before.is_some_and(|before| is_han(before) || "》”）】".contains(before))
            // A dot in a domain name, as in 中国.com, is no full stop.
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
    fn unbalanced_marks_are_found() {
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
        fn text_made_of_pairs_is_balanced(depths in proptest::collection::vec((0..PAIRS.len(), 0..4_usize), 0..8)) {
            let mut text = String::new();
            for (pair, depth) in depths {
                let (open, close) = PAIRS[pair];
                text.extend(std::iter::repeat_n(open, depth).chain(['甲']).chain(std::iter::repeat_n(close, depth)));
            }
            prop_assert!(unbalanced(&text, false).is_empty());
            // One mark too many is found.
            let odd = text.clone() + "《";
            prop_assert_eq!(marks(&unbalanced(&odd, false)), "《");
        }

        #[test]
        fn replacing_all_findings_leaves_none(text in "[甲乙a1 ,;:?!.》”]{0,40}") {
            let marks = half_width(&text);
            let other = |byte| marks.iter().find(|mark| mark.byte == byte).map(|mark| mark.other);
            let mended: String = text.char_indices().map(|(byte, letter)| other(byte).unwrap_or(letter)).collect();
            prop_assert!(half_width(&mended).is_empty(), "{}", mended);
        }

        #[test]
        fn no_text_causes_a_panic(text in "\\PC{0,60}") {
            unbalanced(&text, true);
            for mark in half_width(&text) {
                prop_assert!(text[mark.byte..].starts_with(mark.mark));
            }
        }
    }
}
