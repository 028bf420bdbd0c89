//! Cuts a name into parts: regions of the table, words with an English form, known places, and the rest.

use crate::kinds;
use crate::places;
use crate::region_name::RegionName;
use crate::words::{self, Word};

/// A part of a name.
pub(crate) enum Segment<'a> {
    /// A region, with a single character that belongs to it: 钦州 and 港, 安阳 and 县.
    Region { region: &'a RegionName, rest: &'a str },
    /// A word or a kind with an English form.
    Word(Word),
    /// A place of the table of places, and its English name if that is not its pinyin.
    Place { zh: &'a str, en: Option<&'static str> },
    /// Any other place. 市, 县, 区 and 旗 at its end are cut off.
    Other(&'a str),
    /// A letter, a digit or a sign between parts.
    Sign(char),
}

/// Cuts a name into parts. Words are found anywhere; regions and places only where a part can begin.
pub(crate) fn segments<'a>(name: &'a str, regions: &'a [RegionName]) -> Vec<Segment<'a>> {
    let mut found = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let taken = if let Some(word) = kind_at_start(rest).or_else(|| words::at_start(rest)) {
            found.push(Segment::Word(word));
            word.zh.len()
        } else if let Some((zh, en)) = places::at_start(rest) {
            let ending = rest[zh.len()..].chars().next().filter(|it| is_ending(*it));
            found.push(Segment::Place { zh, en });
            zh.len() + ending.map_or(0, char::len_utf8)
        } else if let Some((region, matched)) = region_at_start(rest, regions) {
            let own = own_character(&rest[matched..], region);
            let dropped = region.name.ends_with(own);
            found.push(Segment::Region { region, rest: if dropped { "" } else { own } });
            matched + own.len()
        } else if is_sign(first) {
            found.push(Segment::Sign(first));
            first.len_utf8()
        } else {
            let end = run_end(rest);
            found.push(Segment::Other(without_ending(&rest[..end])));
            end
        };
        rest = &rest[taken..];
    }
    found
}

fn kind_at_start(text: &str) -> Option<Word> {
    kinds::at_start(text).map(|kind| Word { zh: kind.zh, en: kind.en })
}

/// Returns the region at the start of a text and the length of its name there. A city has only its short name, for 上海市北 is
/// the north of the city.
fn region_at_start<'a>(text: &str, regions: &'a [RegionName]) -> Option<(&'a RegionName, usize)> {
    let matched = |it: &RegionName| match text.starts_with(it.name.as_str()) && !it.name.ends_with('市') {
        true => Some(it.name.len()),
        false => text.starts_with(it.short.as_str()).then_some(it.short.len()),
    };
    regions.iter().filter_map(|it| matched(it).map(|length| (it, length))).max_by_key(|(_, length)| *length)
}

fn is_sign(letter: char) -> bool {
    letter.is_ascii() || "—·、（）".contains(letter)
}

/// Returns true where an unnamed part ends: at a word, a kind or a sign.
fn is_boundary(text: &str) -> bool {
    text.chars().next().is_none_or(is_sign) || words::at_start(text).is_some() || kind_at_start(text).is_some()
}

/// Returns the length of the unnamed part at the start of a text. It ends after the third character or later if that is 县, 市, 区
/// or 旗: 光山县 of 光山县官渡河, all of 辉县市.
fn run_end(text: &str) -> usize {
    for (count, (at, character)) in text.char_indices().enumerate().skip(1) {
        if is_boundary(&text[at..]) {
            return at;
        }
        let end = at + character.len_utf8();
        let is_last = !text[end..].starts_with(is_ending);
        if is_ending(character) && is_last && (count > 1 || character == '县') {
            return end;
        }
    }
    text.len()
}

/// Returns the character after the name of a region that belongs to it: 市 of 深圳市, 县 of 安阳县, 港 of 钦州港.
fn own_character<'a>(text: &'a str, region: &RegionName) -> &'a str {
    let end = text.chars().next().map_or(0, char::len_utf8);
    let own = &text[..end];
    // What follows a province is a place of its own, but for a city that is one: 托 of 内蒙古托—清, 港 of 天津港.
    let is_city = region.name.ends_with('市') || !region.is_province();
    let belongs = region.name.ends_with(own) || is_city && (own == "县" || is_boundary(&text[end..]));
    if is_boundary(text) || !belongs { "" } else { own }
}

fn is_ending(character: char) -> bool {
    matches!(character, '市' | '县' | '区' | '旗')
}

/// Takes 市, 县, 区 or 旗 off a place that keeps two characters: 尉氏县, but 杞县 stays.
fn without_ending(place: &str) -> &str {
    let place = place.strip_suffix("满族自治县").or_else(|| place.strip_suffix("自治旗")).unwrap_or(place);
    place.strip_suffix(is_ending).filter(|it| it.chars().count() > 1).unwrap_or(place)
}
