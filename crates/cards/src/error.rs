//! The errors of drawing a card.

use std::fmt;

use investchn_localized::{Localized, Text, localized};

/// A card that cannot be drawn.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CardError {
    /// The font lacks characters of the title.
    Missing(Vec<char>),
    /// The font cannot be read. It is part of the program, so this does not depend on any input.
    Font(#[from] ab_glyph::InvalidFont),
    /// The picture cannot be written as PNG.
    Png(#[from] png::EncodingError),
}

impl Localized for CardError {
    fn localized(&self) -> Text {
        match self {
            CardError::Missing(letters) => {
                let letters: String = letters.iter().collect();
                localized!(zh "分享图的字体缺少“{letters}”", en "the font of the cards lacks {letters}")
            }
            CardError::Font(_) => localized!(zh "分享图的字体无法读取", en "the font of the cards cannot be read"),
            CardError::Png(_) => {
                localized!(zh "分享图无法写成 PNG", en "the picture of a card cannot be written as PNG")
            }
        }
    }
}

impl fmt::Display for CardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.localized().fmt(f)
    }
}
