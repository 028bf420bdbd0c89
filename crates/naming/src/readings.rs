//! Readings of characters in names of places: the library's first reading, but for two tables of exceptions.

use pinyin::ToPinyin;

use crate::error::NamingError;

/// Readings of whole words, where a character is read otherwise than elsewhere. A place is looked up before its characters.
pub(crate) const WORDS: &[(&str, &[&str])] = &[
    ("乐亭", &["lao", "ting"]),
    ("乐清", &["yue", "qing"]),
    ("乐陵", &["lao", "ling"]),
    ("东阿", &["dong", "e"]),
    ("中牟", &["zhong", "mu"]),
    ("会稽", &["kuai", "ji"]),
    ("伽师", &["jia", "shi"]),
    ("六合", &["lu", "he"]),
    ("六安", &["lu", "an"]),
    ("厦门", &["xia", "men"]),
    ("吴堡", &["wu", "bu"]),
    ("南堡", &["nan", "pu"]),
    ("大城", &["dai", "cheng"]),
    ("大埔", &["da", "bu"]),
    ("宕昌", &["tan", "chang"]),
    ("尉犁", &["yu", "li"]),
    ("曾都", &["zeng", "du"]),
    ("枞阳", &["zong", "yang"]),
    ("柞水", &["zha", "shui"]),
    ("泌阳", &["bi", "yang"]),
    ("洪洞", &["hong", "tong"]),
    ("浒墅关", &["xu", "shu", "guan"]),
    ("涡阳", &["guo", "yang"]),
    ("犍为", &["qian", "wei"]),
    ("甘泉堡", &["gan", "quan", "pu"]),
    ("番禺", &["pan", "yu"]),
    ("筠连", &["jun", "lian"]),
    ("繁峙", &["fan", "shi"]),
    ("罗布泊", &["luo", "bu", "po"]),
    ("泊头", &["bo", "tou"]),
    ("荥经", &["ying", "jing"]),
    ("荥阳", &["xing", "yang"]),
    ("莘庄", &["xin", "zhuang"]),
    ("蔚县", &["yu", "xian"]),
    ("解州", &["xie", "zhou"]),
    ("重化工", &["zhong", "hua", "gong"]),
    ("铅山", &["yan", "shan"]),
    ("长子", &["zhang", "zi"]),
    ("闵行", &["min", "hang"]),
    ("银行", &["yin", "hang"]),
    ("隰县", &["xi", "xian"]),
];

/// Readings of characters that names of places read otherwise than other texts do.
pub(crate) const CHARACTERS: &[(char, &str)] = &[
    ('什', "shi"),
    ('佛', "fo"),
    ('单', "shan"),
    ('勒', "le"),
    ('坻', "di"),
    ('堡', "bao"),
    ('枞', "zong"),
    ('棱', "ling"),
    ('浚', "xun"),
    ('牟', "mu"),
    ('珲', "hun"),
    ('町', "ding"),
    ('藏', "zang"),
    ('蚌', "beng"),
    ('莘', "shen"),
    ('都', "du"),
    ('重', "chong"),
    ('长', "chang"),
    ('讷', "ne"),
];

/// Returns the syllables of Han characters, without tones.
pub(crate) fn syllables(han: &str) -> Result<Vec<&'static str>, NamingError> {
    let mut found = Vec::new();
    let mut rest = han;
    while let Some(character) = rest.chars().next() {
        if let Some((word, syllables)) = WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
            found.extend_from_slice(syllables);
            rest = &rest[word.len()..];
            continue;
        }
        let exception = CHARACTERS.iter().find(|(it, _)| *it == character).map(|(_, reading)| *reading);
        let reading = exception.or_else(|| character.to_pinyin().map(|it| it.plain()));
        found.push(reading.ok_or(NamingError::NoReading(character))?);
        rest = &rest[character.len_utf8()..];
    }
    Ok(found)
}
