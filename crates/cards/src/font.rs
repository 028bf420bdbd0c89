//! The font of the cards: widths and glyphs of a text at a size.

use ab_glyph::{Font, FontRef, Glyph, GlyphId, OutlinedGlyph, PxScale, ScaleFont, point};

use crate::error::CardError;

/// A subset of Noto Sans CJK SC Bold: see `font/OFL.txt`.
const BYTES: &[u8] = include_bytes!("../font/InvestCHNCardSans-Bold.otf");

/// The ratio of the font's line height to its size, by which `ab_glyph` scales: a size here is that of the square of a Chinese
/// character.
const HEIGHT_PER_EM: f32 = 1.448;

/// The font of the cards.
pub(crate) struct CardFont(FontRef<'static>);

impl CardFont {
    /// Reads the font.
    pub(crate) fn new() -> Result<Self, CardError> {
        Ok(CardFont(FontRef::try_from_slice(BYTES)?))
    }

    /// Returns true if the font has every character.
    pub(crate) fn has(&self, text: &str) -> bool {
        text.chars().all(|letter| self.0.glyph_id(letter) != GlyphId(0))
    }

    /// Returns the width of a text, in pixels, with Chinese characters of `size` pixels.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        let font = self.0.as_scaled(scale(size));
        text.chars().map(|letter| font.h_advance(font.glyph_id(letter))).sum()
    }

    /// Returns the outlines of a text whose baseline begins at `x`, `y`.
    pub(crate) fn outlines(&self, text: &str, size: f32, x: f32, y: f32) -> Vec<OutlinedGlyph> {
        let font = self.0.as_scaled(scale(size));
        let mut x = x;
        let glyph = |letter: char| {
            let id = font.glyph_id(letter);
            let glyph = Glyph { id, scale: scale(size), position: point(x, y) };
            x += font.h_advance(id);
            font.outline_glyph(glyph)
        };
        text.chars().filter_map(glyph).collect()
    }
}

fn scale(size: f32) -> PxScale {
    PxScale::from(size * HEIGHT_PER_EM)
}

/// Returns the characters of a text that the font lacks. A zone whose short name has one gets no card.
pub fn missing_characters(text: &str) -> Vec<char> {
    let Ok(font) = CardFont::new() else { return text.chars().collect() };
    text.chars().filter(|letter| !font.has(letter.encode_utf8(&mut [0; 4]))).collect()
}
