//! The layout of a card: the mark and the portal's name, the title, the lines below it, each in the centre of the picture.

use std::sync::LazyLock;

use crate::canvas::{BACKDROP, Canvas, Ink, LINE, TITLE};
use crate::error::CardError;
use crate::font::CardFont;
use crate::lines::{BrokenText, Sizes, broken};
use crate::{Card, HEIGHT, WIDTH};

/// The width for text, in pixels: the centre square without its margins.
const MEASURE: f32 = 570.0;

/// The height for text, in pixels: likewise.
const SPACE: f32 = 570.0;

/// The size of the mark and of the portal's name beside it, in pixels.
const BRAND: f32 = 44.0;

/// The mark's polygons, as in `public/icon.svg`, in a square of 32.
const MARK: [&[(f32, f32)]; 3] = [
    &[(5.0, 27.0), (5.0, 15.0), (12.0, 10.5), (12.0, 27.0)],
    &[(13.0, 27.0), (13.0, 5.0), (20.0, 9.5), (20.0, 27.0)],
    &[(21.0, 27.0), (21.0, 16.0), (27.0, 13.0), (27.0, 27.0)],
];

/// The picture behind the text of every card, drawn once: the large marks have most of a card's pixels.
static BEHIND: LazyLock<Canvas> = LazyLock::new(|| {
    let mut canvas = Canvas::new();
    for left in [-70.0, WIDTH as f32 - 290.0] {
        mark(&mut canvas, left, HEIGHT as f32 - 27.0 * SIDE / 32.0, SIDE, BACKDROP);
    }
    canvas
});

/// Draws a card as PNG, [`WIDTH`] by [`HEIGHT`].
///
/// # Errors
/// If the font lacks a character of the title; the other lines are left out in that case.
pub fn draw(card: Card<'_>) -> Result<Vec<u8>, CardError> {
    let font = CardFont::new()?;
    let missing = crate::missing_characters(card.title);
    if !missing.is_empty() {
        return Err(CardError::Missing(missing));
    }
    let mut canvas = BEHIND.clone();

    let block = |text: &str, sizes: Sizes<'_>| {
        let drawable = !text.is_empty() && font.has(text);
        drawable.then(|| broken(&font, text, MEASURE, sizes))
    };
    let title = block(card.title, &[&[108.0, 92.0, 80.0, 72.0, 63.0], &[92.0, 80.0, 70.0], &[63.0, 56.0, 48.0]]);
    let facts = block(card.facts, &[&[36.0, 33.0], &[36.0]]);
    let name_en = block(card.name_en, &[&[32.0], &[32.0], &[28.0]]);
    let blocks = [(title, TITLE, 0.0), (facts, LINE, 36.0), (name_en, LINE, 24.0)];
    let blocks = blocks.into_iter().filter_map(|(lines, ink, above)| Some((lines?, ink, above)));
    let blocks: Vec<(BrokenText, Ink, f32)> = blocks.collect();

    let brand = if font.has(card.portal) { card.portal } else { "" };
    let top = HEIGHT as f32 / 2.0 - SPACE / 2.0;
    let name_width = font.width(brand, BRAND);
    let brand_width = BRAND * 1.4 + name_width;
    let left = (WIDTH as f32 - brand_width) / 2.0;
    mark(&mut canvas, left - BRAND * 0.2, top - BRAND * 0.1, BRAND * 1.5, TITLE);
    text(&mut canvas, &font, brand, BRAND, left + BRAND * 1.4, top + BRAND * 1.1, TITLE);

    // The rest is centred in the space below the brand.
    let height: f32 =
        blocks.iter().map(|(lines, _, above)| above + lines.size * LEADING * lines.lines.len() as f32).sum();
    let below = top + BRAND * 1.5;
    let mut y = below + (SPACE - BRAND * 1.5 - height) / 2.0;
    for (BrokenText { lines, size }, ink, above) in blocks {
        y += above;
        for line in lines {
            let x = (WIDTH as f32 - font.width(&line, size)) / 2.0;
            // A Chinese character stands 0.88 of its size above the baseline.
            text(&mut canvas, &font, &line, size, x, y + size * (0.88 + (LEADING - 1.0) / 2.0), ink);
            y += size * LEADING;
        }
    }
    canvas.png()
}

/// The height of a line by the size of its text.
const LEADING: f32 = 1.25;

/// The size of the large marks at the sides, in pixels.
const SIDE: f32 = 400.0;

fn text(canvas: &mut Canvas, font: &CardFont, text: &str, size: f32, x: f32, y: f32, ink: Ink) {
    for glyph in font.outlines(text, size, x, y) {
        canvas.glyph(&glyph, ink);
    }
}

/// Draws the mark in a square.
fn mark(canvas: &mut Canvas, left: f32, top: f32, size: f32, ink: Ink) {
    for polygon in MARK {
        let corners: Vec<(f32, f32)> =
            polygon.iter().map(|(x, y)| (left + x * size / 32.0, top + y * size / 32.0)).collect();
        canvas.polygon(&corners, ink);
    }
}
