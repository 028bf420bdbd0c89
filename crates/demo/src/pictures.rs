//! The pictures of the corpus: a dozen drawings of bars, which show nothing that is anywhere. It owns how they are made.

use std::io::{Cursor, Error};

use image::{ImageFormat, Rgb, RgbImage};

/// How many there are.
const COUNT: u32 = 12;

/// A picture, to be written beside the articles that show it.
pub(super) struct Drawing {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// All drawings. Two are so wide that they are published in a second width; one is upright.
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
