//! The errors of drawing a card.

/// A card that cannot be drawn.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CardError {
    /// The font lacks characters of the title.
    #[error("the font of the cards lacks {}", .0.iter().collect::<String>())]
    Missing(Vec<char>),
    /// The font cannot be read. It is part of the program, so this does not depend on any input.
    #[error(transparent)]
    Font(#[from] ab_glyph::InvalidFont),
    /// The picture cannot be written as PNG.
    #[error(transparent)]
    Png(#[from] png::EncodingError),
}
