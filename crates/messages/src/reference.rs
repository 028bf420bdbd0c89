//! References to messages: constants that views contain in place of a language's text. `investchn-markup` puts the text in their place.

use crate::app::COUNT;

/// The characters from U+E000 on, in UTF-8.
const ALL: [u8; 3 * COUNT] = {
    let mut bytes = [0xEE; 3 * COUNT];
    let mut index = 0;
    while index < COUNT {
        bytes[3 * index + 1] = 0x80 | (index >> 6) as u8;
        bytes[3 * index + 2] = 0x80 | (index & 0x3F) as u8;
        index += 1;
    }
    bytes
};

/// Returns the reference to the message with this index, at compile time: a character of Unicode's private use area.
pub(crate) const fn reference(index: usize) -> &'static str {
    match str::from_utf8(ALL.split_at(3 * index).1.split_at(3).0) {
        Ok(text) => text,
        // Every three bytes are a character.
        Err(_) => "",
    }
}
