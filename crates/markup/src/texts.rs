//! Texts by reference. A constant of a view may be a reference: one character of Unicode's private use area, which stands for a text that
//! the program has set. Both halves put the text in its place, so a template is the same in every language, and no language is part of
//! the program.

use std::borrow::Cow;
use std::cell::RefCell;

thread_local! {
    static TEXTS: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Sets the texts of this thread. Every view that is written or built from now on has them: the first for the reference U+E000, and so
/// on.
pub fn set_texts(texts: Vec<&'static str>) {
    TEXTS.set(texts);
}

/// The first byte of U+E000 to U+EFFF in UTF-8, with which no other character begins.
const REFERENCE: u8 = 0xEE;

/// Replaces the references in a constant.
pub(crate) fn resolve(constant: &'static str) -> Cow<'static, str> {
    let Some((before, text, after)) = first_reference(constant) else { return Cow::Borrowed(constant) };
    if before.is_empty() && after.is_empty() {
        return Cow::Borrowed(text);
    }
    Cow::Owned([before, text, &resolve(after)].concat())
}

/// Returns the text of the first reference, and the parts of the constant before and after it.
fn first_reference(constant: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let bytes = constant.as_bytes();
    let at = bytes.iter().position(|byte| *byte == REFERENCE)?;
    let low = |place: usize| bytes.get(place).map(|byte| usize::from(byte & 0x3F));
    let index = (low(at + 1)? << 6) | low(at + 2)?;
    // A reference without a text is a fault of the program: the text is missing, which a reader notices less than a strange sign.
    let text = TEXTS.with_borrow(|texts| texts.get(index).copied().unwrap_or_default());
    Some((constant.get(..at)?, text, constant.get(at + 3..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_the_texts_that_are_set() {
        let texts = (0..70).map(|index: usize| &*index.to_string().leak());
        set_texts(texts.collect());
        for (constant, text) in [
            ("", ""),
            ("甲，乙", "甲，乙"),
            ("\u{e000}", "0"),
            ("\u{e041}", "65"),
            ("a\u{e001}b\u{e002}", "a1b2"),
            ("\u{e100}", ""),
        ] {
            assert_eq!(resolve(constant), text, "{constant:?}");
        }
        set_texts(vec!["other"]);
        assert_eq!(resolve("\u{e000}"), "other");
    }
}
