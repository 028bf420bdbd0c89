//! Pinyin as readers type it to find a name or a title.

use pinyin::ToPinyin;

use crate::readings;

/// Returns the pinyin of a text as search terms: of 淮安高新区 `HuaiAnGaoXinQu` and `HAGXQ`. Each syllable begins with a capital, at which
/// a search may begin; ü is written as input methods have it, v. Other letters and signs separate words, as do characters without a
/// reading. Where names of places have another reading than other texts, both are returned.
pub fn search_terms(text: &str) -> Vec<String> {
    let words = || text.split(|letter: char| letter.to_pinyin().is_none()).filter(|word| !word.is_empty());
    let as_place: Vec<Vec<&str>> = words().map(|word| readings::syllables(word).unwrap_or_default()).collect();
    let in_texts: Vec<Vec<&str>> =
        words().map(|word| word.to_pinyin().flatten().map(|it| it.plain()).collect()).collect();
    let mut terms: Vec<String> = Vec::new();
    for readings in [as_place, in_texts] {
        for term in [spelled(&readings, usize::MAX), spelled(&readings, 1)] {
            if !term.is_empty() && !terms.contains(&term) {
                terms.push(term);
            }
        }
    }
    terms
}

/// Joins the syllables of words, each cut to `length` letters.
fn spelled(words: &[Vec<&str>], length: usize) -> String {
    let syllable = |syllable: &&str| {
        let mut letters = syllable.chars().take(length).map(|letter| if letter == 'ü' { 'v' } else { letter });
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    words.iter().map(|word| word.iter().map(syllable).collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_and_initials_are_terms() {
        assert_eq!(search_terms("淮安高新区"), ["HuaiAnGaoXinQu", "HAGXQ"]);
        assert_eq!(search_terms("绿园2026年A座"), ["LvYuan Nian Zuo", "LY N Z"]);
    }

    #[test]
    fn places_and_other_texts_may_read_a_character_differently() {
        assert_eq!(search_terms("重庆重点"), ["ChongQingChongDian", "CQCD", "ZhongQingZhongDian", "ZQZD"]);
    }

    #[test]
    fn characters_without_a_reading_have_no_pinyin() {
        assert_eq!(search_terms("々\u{30000}x"), Vec::<String>::new());
        assert_eq!(search_terms("淮安々高新"), ["HuaiAn GaoXin", "HA GX"]);
    }
}
