//! Initials of pinyin, by which names are searched.

use pinyin::ToPinyin;

use crate::readings::{self, CHARACTERS};

/// Returns the initials of a name in capitals: HAGXQ for 淮安高新区. Latin letters and digits stand for themselves; other signs, and
/// characters without a reading, are left out.
pub fn initials(name: &str) -> String {
    let mut found = String::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|letter| !has_reading(letter)).unwrap_or(rest.len());
        let (han, after) = rest.split_at(end);
        let syllables = readings::syllables(han).unwrap_or_default();
        found.extend(syllables.iter().filter_map(|syllable| syllable.chars().next()));
        found.extend(Some(first).filter(|letter| end == 0 && letter.is_ascii_alphanumeric()));
        rest = if end == 0 { &rest[first.len_utf8()..] } else { after };
    }
    found.make_ascii_uppercase();
    found
}

fn has_reading(letter: char) -> bool {
    CHARACTERS.iter().any(|(it, _)| *it == letter) || letter.to_pinyin().is_some()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_those_of_the_reading_in_the_place() {
        for (name, expected) in [
            ("淮安高新区", "HAGXQ"),
            ("厦门火炬高新区", "XMHJGXQ"),
            ("乐清经开区", "YQJKQ"),
            ("重庆长寿经开区", "CQCSJKQ"),
            ("上海闵行经开区", "SHMHJKQ"),
            ("示例（A区）—2号·园", "SLAQ2HY"),
            ("", ""),
        ] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
