//! Joins the pieces of a template that contains constants, at compile time. The macro cannot see the value of a constant, so this
//! module checks it: a constant that would break the template does not compile.

use crate::opcode;

/// Returns the number of bytes in all pieces.
pub const fn length(pieces: &[&str]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < pieces.len() {
        sum += pieces[at].len();
        at += 1;
    }
    sum
}

/// Joins the pieces, `LENGTH` bytes in all. Pieces with even index come from the macro, those with odd index are constants.
///
/// # Panics
/// At compile time, if a constant contains a code of a template.
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

/// Returns the joined pieces as text.
pub const fn text(bytes: &[u8]) -> &str {
    match str::from_utf8(bytes) {
        Ok(text) => text,
        // Joined UTF-8 texts are UTF-8.
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
