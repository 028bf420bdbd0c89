//! Tests of folding.

use super::*;

fn folded(text: &str) -> String {
    fold(text).letters.into_iter().collect()
}

#[test]
fn traditional_and_simplified_text_fold_to_the_same() {
    assert_eq!(folded("蘇州工業園區臺灣後"), folded("苏州工业园区台湾后"));
    assert_eq!(folded("薴苧苎"), "苎苎苎");
    assert_eq!(folded("𠀀𰀀"), "𠀀𰀀");
}

#[test]
fn width_case_and_zeros_fold() {
    assert_eq!(folded("ＨＵＡＩＡＮ　２０２６，ＧＤＰ"), "huaian 2026,gdp");
    assert_eq!(folded("二〇二六 二○二六 二零二六"), "二零二六二零二六二零二六");
    for (capital, small) in [("ÀÉÞŸĀŽŁŃİ", "àéþÿāžłńİ"), ("ΑΣΩΆΏς", "ασωάώσ"), ("АЯЁҐ", "аяёґ"), ("ⅣⓏ", "ⅳⓩ")]
    {
        assert_eq!(folded(capital), small);
    }
}

#[test]
fn small_letters_agree_with_unicode() {
    let differs: Vec<char> = ('\u{80}'..='\u{524}')
        .filter(|letter| letters::to_small(*letter) != *letter)
        .filter(|letter| letter.to_lowercase().next() != Some(letters::to_small(*letter)) && *letter != 'ς')
        .collect();
    assert!(differs.is_empty(), "{differs:?}");
    assert!(
        ('\u{80}'..='\u{1fff}').all(|letter| letters::to_small(letters::to_small(letter)) == letters::to_small(letter))
    );
}

#[test]
fn white_space_beside_chinese_characters_vanishes() {
    assert_eq!(folded(" 百强\r\n  高新区\u{3000}的 GDP\t growth \u{a0} 增长 "), "百强高新区的gdp growth增长");
    assert_eq!(folded("甲， 乙"), folded("甲,乙"));
    assert_eq!(folded("葛\u{fe00}\u{200b}城"), "葛城");
    assert_eq!(folded("e\u{301}"), "e\u{301}");
    assert_eq!(folded(" \u{200b}"), "");
}

#[test]
fn positions_lead_back_to_the_original() {
    let text = "在 蘇\n州 Ａb  c";
    let folded = fold(text);
    let at = folded.find(&fold("苏州").letters).next().unwrap();
    assert_eq!(&text[folded.original(at, 2)], "蘇\n州");
    let at = folded.find(&fold("ab c").letters).next().unwrap();
    assert_eq!(&text[folded.original(at, 4)], "Ａb  c");
    assert_eq!(folded.original(0, 99), 0..0);
    assert!(!folded.contains(&[]));
}
