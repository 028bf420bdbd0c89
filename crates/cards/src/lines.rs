//! Breaks a text into lines of about the same width, as few as fit, at the largest size that allows it.

use crate::font::CardFont;

/// A text in lines, with its size in pixels.
pub(crate) struct BrokenText {
    pub(crate) lines: Vec<String>,
    pub(crate) size: f32,
}

/// The sizes that a text may have, largest first: those of one line, of two lines, and so on.
pub(crate) type Sizes<'a> = &'a [&'a [f32]];

/// A part of a text that stays on one line.
struct UnbrokenText {
    text: String,
    /// Its width at a size of one pixel.
    width: f32,
    /// Its width without the spaces at its end.
    trimmed: f32,
}

/// Breaks a text into lines of at most `width` pixels, as few as one of the sizes allows. A text that is too long for all of them
/// has the smallest size.
pub(crate) fn broken(font: &CardFont, text: &str, width: f32, sizes: Sizes<'_>) -> BrokenText {
    let measured = |text: String| {
        let (width, trimmed) = (font.width(&text, 1.0), font.width(text.trim_end(), 1.0));
        UnbrokenText { text, width, trimmed }
    };
    let pieces: Vec<UnbrokenText> = pieces(text).into_iter().map(measured).collect();
    let mut last = BrokenText { lines: Vec::new(), size: 1.0 };
    for (sizes, most) in sizes.iter().zip(1..) {
        for &size in *sizes {
            last = BrokenText { lines: balanced(&pieces, width / size), size };
            if last.lines.len() <= most && last.lines.iter().all(|line| font.width(line, size) <= width) {
                return last;
            }
        }
    }
    last
}

/// Breaks pieces into as few lines as fit, then narrows the lines as far as their number stays. Widths are in characters.
fn balanced(pieces: &[UnbrokenText], width: f32) -> Vec<String> {
    // A sixth of a character.
    const STEP: f32 = 1.0 / 6.0;
    let least = filled(pieces, width).len();
    let mut narrowest = width;
    while narrowest > 1.0 && filled(pieces, narrowest - STEP).len() == least {
        narrowest -= STEP;
    }
    let lines = filled(pieces, narrowest);
    let text =
        |line: &[UnbrokenText]| line.iter().map(|piece| piece.text.as_str()).collect::<String>().trim_end().to_owned();
    lines.into_iter().map(text).collect()
}

/// Fills lines one after another.
fn filled(pieces: &[UnbrokenText], width: f32) -> Vec<&[UnbrokenText]> {
    let mut lines = Vec::new();
    let (mut start, mut used) = (0, 0.0);
    for (place, piece) in pieces.iter().enumerate() {
        if place > start && used + piece.trimmed > width {
            lines.push(&pieces[start..place]);
            (start, used) = (place, 0.0);
        }
        used += piece.width;
    }
    lines.push(&pieces[start..]);
    lines
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
