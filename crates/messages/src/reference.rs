//! References to messages: constants that views contain in place of a language's text, so that the app has no text of any language. The
//! app's messages are references ([`TEXT`]), and a reader's language is the table that they refer to.
//!
//! [`TEXT`]: crate::TEXT

use std::cell::Cell;

/// At least the number of the app's messages; a message more does not compile.
const COUNT: usize = 256;

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

thread_local! {
    static TABLE: Cell<&'static [&'static str]> = const { Cell::new(&[]) };
}

/// Sets the texts that references mean from now on, in the order of their indices.
pub(crate) fn set_table(texts: &'static [&'static str]) {
    TABLE.set(texts);
}

/// Returns the text of a message: what a reference means, or the message itself if it is a text.
// Inlined at each use it would add three kilobytes to the wasm.
#[inline(never)]
pub fn text(message: &'static str) -> &'static str {
    match message.as_bytes() {
        [0xEE, high, low] => {
            let index = (usize::from(high & 0x3F) << 6) | usize::from(low & 0x3F);
            TABLE.get().get(index).copied().unwrap_or_default()
        }
        _ => message,
    }
}
