//! Breaks a text into lines of about the same width, as few as fit, at the largest size that allows it.

use crate::font::CardFont;

/// A text in lines, with its size in pixels.
pub(crate) struct BrokenText {
    pub(crate) lines: Vec<String>,
    pub(crate) size: f32,
}

/// The sizes that a text may have, largest first: those of one line, of two lines, and so on.
pub(crate) type Sizes<'a> = &'a [&'a [f32]];

/// Breaks a text into lines of at most `width` pixels, as few as one of the sizes allows. A text that is too long for all of them
/// has the smallest size.
pub(crate) fn broken(font: &CardFont, text: &str, width: f32, sizes: Sizes<'_>) -> BrokenText {
    let pieces = pieces(text);
    let mut last = BrokenText { lines: Vec::new(), size: 1.0 };
    for (sizes, most) in sizes.iter().zip(1..) {
        for &size in *sizes {
            last = BrokenText { lines: balanced(font, &pieces, size, width), size };
            if last.lines.len() <= most && last.lines.iter().all(|line| font.width(line, size) <= width) {
                return last;
            }
        }
    }
    last
}

/// Breaks pieces into as few lines as fit, then narrows the lines as far as their number stays.
fn balanced(font: &CardFont, pieces: &[String], size: f32, width: f32) -> Vec<String> {
    let least = filled(font, pieces, size, width).len();
    let mut narrowest = width;
    // In steps of a sixth of a character.
    while filled(font, pieces, size, narrowest - size / 6.0).len() == least && narrowest > size {
        narrowest -= size / 6.0;
    }
    filled(font, pieces, size, narrowest)
}

/// Fills lines one after another.
fn filled(font: &CardFont, pieces: &[String], size: f32, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if font.width([line, piece.trim_end()].concat().as_str(), size) <= width => line.push_str(piece),
            _ => lines.push(piece.clone()),
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Cuts a text where a line may end: between Chinese characters, but not before a closing mark nor after an opening one, and after
/// spaces.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before = None;
    for letter in text.chars() {
        let joined = match before {
            None => false,
            Some(' ') => letter == ' ',
            Some(before) => {
                letter == ' '
                    || "（《“‘—·".contains(before)
                    || "）》”’、，。：；！？—·".contains(letter)
                    || (before.is_ascii() && letter.is_ascii())
            }
        };
        match pieces.last_mut() {
            Some(piece) if joined => piece.push(letter),
            _ => pieces.push(letter.to_string()),
        }
        before = Some(letter);
    }
    pieces
}
