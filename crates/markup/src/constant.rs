//! Joins the pieces of a template that names constants, at compile time. The macro cannot see what a constant holds, so the text is
//! checked here: one that would break the template does not compile.

use crate::opcode;

/// The number of bytes in all pieces.
pub const fn length(pieces: &[&str]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < pieces.len() {
        sum += pieces[at].len();
        at += 1;
    }
    sum
}

/// The pieces one after another, `LENGTH` bytes in all. The macro's own pieces are the even ones, constants the odd ones.
///
/// # Panics
/// At compile time, where a constant holds one of the codes by which a template is read.
pub const fn join<const LENGTH: usize>(pieces: &[&str]) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    let (mut end, mut at) = (0, 0);
    while at < pieces.len() {
        let piece = pieces[at].as_bytes();
        let mut next = 0;
        while next < piece.len() {
            assert!(at.is_multiple_of(2) || piece[next] > opcode::LAST, "a control character cannot be in a view");
            bytes[end] = piece[next];
            end += 1;
            next += 1;
        }
        at += 1;
    }
    bytes
}

/// The joined pieces as text.
pub const fn text(bytes: &[u8]) -> &str {
    match str::from_utf8(bytes) {
        Ok(text) => text,
        // Whole pieces of text are text.
        Err(_) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_joined_in_order() {
        let pieces = ["\u{5}", "甲", "\u{7}"];
        assert_eq!(text(&join::<5>(&pieces)), "\u{5}甲\u{7}");
        assert_eq!(length(&pieces), 5);
    }

    #[test]
    #[should_panic(expected = "a control character cannot be in a view")]
    fn a_constant_with_a_code_is_refused() {
        let _ = join::<3>(&["\u{5}", "\u{7}", "\u{7}"]);
    }
}
