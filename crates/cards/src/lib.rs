//! Draws share cards: the picture that a chat or a search engine shows beside a link to a zone, or to the portal. A chat may crop it to
//! its centre square and show that at 300 pixels, so all text is inside of the square.
//!
//! Invariant: a card is a pure function of a few lines of text; the crate opens no file. Its font is `font/`, its README says how that
//! is made.

mod canvas;
mod draw;
mod error;
mod font;
mod lines;
#[cfg(test)]
mod tests;

pub use draw::draw;
pub use error::CardError;
pub use font::missing_characters;

/// The width of every card, in pixels: the size that Open Graph's readers expect.
pub const WIDTH: u32 = 1200;

/// The height of every card, in pixels.
pub const HEIGHT: u32 = 630;

/// The MIME type of every card.
pub const MIME_TYPE: &str = "image/png";

/// The text of a card.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    /// The portal's name, beside its mark. Left out where the font lacks a character of it.
    pub portal: &'a str,
    /// The title: the short name of a zone, or the portal's.
    pub title: &'a str,
    /// The line below the title: province and type, or the portal's slogan. Left out where the font lacks a character of it.
    pub facts: &'a str,
    /// The English name; may be empty. Left out where the font lacks a character of it.
    pub name_en: &'a str,
}
