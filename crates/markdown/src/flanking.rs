//! Bold beside Chinese punctuation. CommonMark takes `**` for text where it touches a punctuation mark inside and a character
//! outside, as in 坚持`**`“一区多园”`**`发展, because words of other scripts have spaces there. Chinese has none, and the parser has no
//! option for it. So the text is prepared: a joiner, a character that is no punctuation, is put between such a mark and its `**`.

use std::borrow::Cow;
use std::ops::Range;

use investchn_text::is_han;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// The characters of which one that the text does not have is the joiner: private use, which is neither space nor punctuation.
const JOINERS: std::ops::RangeInclusive<char> = '\u{e000}'..='\u{e0ff}';

/// A text with joiners, and where they are.
pub(crate) struct Prepared<'a> {
    text: Cow<'a, str>,
    joiner: char,
    /// The offsets of the joiners in the prepared text, in bytes.
    joined: Vec<usize>,
}

impl<'a> Prepared<'a> {
    /// Puts joiners where Chinese needs them.
    pub(crate) fn new(text: &'a str) -> Self {
        let places = places(text);
        let joiner = JOINERS.into_iter().find(|joiner| !text.contains(*joiner));
        let (Some(joiner), false) = (joiner, places.is_empty()) else {
            return Prepared { text: Cow::Borrowed(text), joiner: '\0', joined: Vec::new() };
        };
        let mut prepared = String::with_capacity(text.len() + places.len() * joiner.len_utf8());
        let (mut joined, mut done) = (Vec::with_capacity(places.len()), 0);
        for place in places {
            prepared.push_str(&text[done..place]);
            joined.push(prepared.len());
            prepared.push(joiner);
            done = place;
        }
        prepared.push_str(&text[done..]);
        Prepared { text: Cow::Owned(prepared), joiner, joined }
    }

    /// Parses the text, and returns its events without joiners, each with its range in the text as it was.
    pub(crate) fn events(&self) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
        let events = Parser::new_ext(&self.text, Options::ENABLE_TABLES).into_offset_iter();
        let events = events.map(|(event, at)| (self.cleaned(event), self.original(at.start)..self.original(at.end)));
        events.filter(|(event, _)| !matches!(event, Event::Text(text) if text.is_empty()))
    }

    fn original(&self, offset: usize) -> usize {
        offset - self.joined.partition_point(|joined| *joined < offset) * self.joiner.len_utf8()
    }

    fn cleaned<'b>(&self, event: Event<'b>) -> Event<'b> {
        if self.joined.is_empty() {
            return event;
        }
        let clean = |text: pulldown_cmark::CowStr<'b>| match text.contains(self.joiner) {
            true => text.replace(self.joiner, "").into(),
            false => text,
        };
        match event {
            Event::Text(text) => Event::Text(clean(text)),
            Event::Code(text) => Event::Code(clean(text)),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Link { link_type, dest_url: clean(dest_url), title: clean(title), id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Image { link_type, dest_url: clean(dest_url), title: clean(title), id })
            }
            other => other,
        }
    }
}

/// Returns the offsets at which a joiner makes bold of what Chinese readers take for bold.
fn places(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut offset = 0;
    while let Some(found) = text[offset..].find('*') {
        let start = offset + found;
        let end = start + text[start..].bytes().take_while(|byte| *byte == b'*').count();
        let before = text[..start].chars().next_back().unwrap_or('\n');
        let after = text[end..].chars().next().unwrap_or('\n');
        // One star is a sign of multiplication too, so Chinese is on its other side.
        let is_strong = end - start > 1;
        if before != '\\' {
            if is_mark(after)
                && is_word(before)
                && (is_strong || is_han(before))
                && (is_chinese(before) || is_wide(after))
            {
                places.push(end);
            }
            if is_mark(before)
                && is_word(after)
                && (is_strong || is_han(after))
                && (is_chinese(after) || is_wide(before))
            {
                places.push(start);
            }
        }
        offset = end;
    }
    places
}

/// Returns true for a character that is neither space nor punctuation.
fn is_word(letter: char) -> bool {
    !letter.is_whitespace() && !is_mark(letter)
}

/// Returns true for a punctuation mark or a sign. A joiner beside a character that the parser takes for none changes nothing.
fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric() && !letter.is_whitespace() && letter != '*'
}

/// Returns true for punctuation of the Chinese width.
fn is_wide(letter: char) -> bool {
    matches!(letter,
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{303d}'
        | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' | '\u{ffe0}'..='\u{ffe6}')
}

fn is_chinese(letter: char) -> bool {
    is_han(letter) || matches!(letter, '〇' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text with `[` and `]` around what is bold or emphasized.
    fn marked(text: &str) -> String {
        let prepared = Prepared::new(text);
        let events = prepared.events().map(|(event, _)| match event {
            Event::Text(text) | Event::Code(text) => text.to_string(),
            Event::Start(Tag::Strong | Tag::Emphasis) => "[".to_owned(),
            Event::End(pulldown_cmark::TagEnd::Strong | pulldown_cmark::TagEnd::Emphasis) => "]".to_owned(),
            _ => String::new(),
        });
        events.collect()
    }

    #[test]
    fn bold_beside_chinese_punctuation_is_bold() {
        for (text, expected) in [
            ("坚持**“一区多园”**发展", "坚持[“一区多园”]发展"),
            ("**重点项目：**新能源", "[重点项目：]新能源"),
            ("获批的**《总体规划》**已经", "获批的[《总体规划》]已经"),
            ("**总投资10亿元（含设备）。**预计", "[总投资10亿元（含设备）。]预计"),
            ("增长**（12%）**，其中**“甲”**和**乙：**丙", "增长[（12%）]，其中[“甲”]和[乙：]丙"),
            ("达到**12.5%**左右", "达到[12.5%]左右"),
            ("共**¥3亿元**投资", "共[¥3亿元]投资"),
            ("是***《规划》***的", "是[[《规划》]]的"),
            ("他*“强调”*的", "他[“强调”]的"),
            ("GDP**（亿元）**a", "GDP[（亿元）]a"),
            ("甲**乙**丙，**丁**。", "甲[乙]丙，[丁]。"),
            // As CommonMark has it.
            ("3*(2+1)*4", "3*(2+1)*4"),
            ("a**(b)**c", "a**(b)**c"),
            ("甲\\**“乙”\\**丙", "甲**“乙”**丙"),
        ] {
            assert_eq!(marked(text), expected, "{text}");
        }
    }

    #[test]
    fn code_and_addresses_have_no_joiners() {
        let text = "`甲**“乙`和[丙](/a**“b)，**“丁”**戊";
        assert_eq!(marked(text), "甲**“乙和丙，[“丁”]戊");
        let prepared = Prepared::new(text);
        let has = |event: &Event<'_>| matches!(event, Event::Start(Tag::Link { dest_url, .. }) if dest_url.as_ref() == "/a**“b");
        assert!(prepared.events().any(|(event, _)| has(&event)));
    }

    proptest! {
        #[test]
        fn ranges_are_those_of_the_text_as_it_was(text in "[甲“”：。（）a*1 \n]{0,40}") {
            for (event, at) in Prepared::new(&text).events() {
                let part = text.get(at);
                prop_assert!(part.is_some());
                if let Event::Text(inner) = event {
                    prop_assert_eq!(part.unwrap(), inner.as_ref());
                }
            }
        }
    }
}
