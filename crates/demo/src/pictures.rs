//! Draws the pictures of the corpus: a dozen bar charts without meaning.

use std::io::{Cursor, Error};

use image::{ImageFormat, Rgb, RgbImage};

/// The number of drawings.
const COUNT: u32 = 12;

/// A picture to write beside the articles that show it.
pub(super) struct Drawing {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// Draws all pictures. Two are wide enough to get a smaller version; one is upright.
pub(super) fn drawings() -> Result<Vec<Drawing>, Error> {
    (0..COUNT).map(drawing).collect()
}

fn drawing(number: u32) -> Result<Drawing, Error> {
    let (width, height) = match number {
        2 | 9 => (1280, 720),
        5 => (400, 600),
        _ => (640, 400),
    };
    let bar = 24 + number * 4;
    let shade = |part: u32| (70 + (number * 53 + part * 41) % 150) as u8;
    let image = RgbImage::from_fn(width, height, |x, y| {
        let (column, level) = (x / bar, height - y);
        let tall = height * (20 + (column * 37 + number * 17) % 70) / 100;
        if x % bar < bar / 4 || level > tall { Rgb([244, 244, 240]) } else { Rgb([shade(0), shade(1), shade(column)]) }
    });
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Png).map_err(Error::other)?;
    Ok(Drawing { name: format!("demo-{:02}.png", number + 1), bytes: bytes.into_inner() })
}
