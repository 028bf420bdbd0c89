//! The pinyin of places as the register writes it: a word for each part, capitalised, with apostrophes.

use crate::error::NamingError;
use crate::readings;
use crate::region_name::RegionName;
use crate::segments::{Segment, segments};
use crate::words::Word;

/// Returns the pinyin of a place: Huai'an, Ningbo Hangzhouwan.
pub(crate) fn of(place: &str, regions: &[RegionName]) -> Result<String, NamingError> {
    let mut words: Vec<String> = Vec::new();
    for segment in segments(place, regions) {
        match segment {
            Segment::Region { region, rest: "" } => words.push(region.pinyin.clone()),
            Segment::Region { region, rest } => words.push(word(&format!("{}{rest}", region.short))?),
            Segment::Word(Word { zh, .. }) if zh.chars().count() >= 4 => words.extend(pairs(zh)?),
            Segment::Place { zh, .. } if zh.chars().count() > 4 => words.extend(pairs(zh)?),
            Segment::Word(Word { zh, .. }) | Segment::Place { zh, .. } | Segment::Other(zh) => words.push(word(zh)?),
            Segment::Sign(sign) if sign.is_ascii_alphanumeric() => words.push(sign.to_string()),
            Segment::Sign(_) => {}
        }
    }
    Ok(words.join(" "))
}

/// Returns the pinyin of a long word as words of two characters, the last of two or three: Guoji Tielugang.
fn pairs(zh: &str) -> Result<Vec<String>, NamingError> {
    let characters: Vec<char> = zh.chars().collect();
    let last = characters.len() - 2 - characters.len() % 2;
    let starts = (0..=last).step_by(2);
    let end = |start| if start == last { characters.len() } else { start + 2 };
    starts.map(|start| word(&characters[start..end(start)].iter().collect::<String>())).collect()
}

/// Returns the pinyin of a word: capitalised, with an apostrophe before a syllable that begins with a vowel.
pub(crate) fn word(han: &str) -> Result<String, NamingError> {
    let mut text = String::new();
    for syllable in readings::syllables(han)? {
        match syllable.chars().next() {
            Some(first) if text.is_empty() => {
                text.extend(first.to_uppercase());
                text.push_str(&syllable[first.len_utf8()..]);
                continue;
            }
            Some('a' | 'e' | 'o') => text.push('\''),
            _ => {}
        }
        text.push_str(syllable);
    }
    Ok(text)
}
