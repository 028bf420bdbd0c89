//! A picture of nine colours: the ground, its shade, and two colours of text with the steps between them and the ground. So few
//! make a file of a few kilobytes.

use ab_glyph::OutlinedGlyph;
use ab_glyph_rasterizer::{Point, Rasterizer};
use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};

use crate::error::CardError;
use crate::{HEIGHT, WIDTH};

/// The colours with the names that they have in `style/tokens.css`: `--brand`, `--brand-deep`, `--paper`, `--shade-2`.
const GROUND: [u8; 3] = [0x14, 0x50, 0x6e];
const SHADE: [u8; 3] = [0x0d, 0x3a, 0x51];
const PAPER: [u8; 3] = [0xff, 0xff, 0xff];
const SOFT: [u8; 3] = [0xa5, 0xcb, 0xdd];

/// A colour to draw with: a range of the palette.
#[derive(Clone, Copy)]
pub(crate) struct Ink {
    colour: [u8; 3],
    /// The place in the palette of the faintest step.
    first: u8,
    /// The number of steps; the last is the colour itself.
    steps: u8,
}

/// The colour of titles and of the mark.
pub(crate) const TITLE: Ink = Ink { colour: PAPER, first: 1, steps: 4 };
/// The colour of the lines below a title.
pub(crate) const LINE: Ink = Ink { colour: SOFT, first: 5, steps: 3 };
/// The colour of the large marks behind the text.
pub(crate) const BACKDROP: Ink = Ink { colour: SHADE, first: 8, steps: 1 };

/// A card while it is drawn: the place in the palette of each pixel.
#[derive(Clone)]
pub(crate) struct Canvas {
    pixels: Vec<u8>,
}

impl Canvas {
    /// Makes an empty card.
    pub(crate) fn new() -> Self {
        Canvas { pixels: vec![0; (WIDTH * HEIGHT) as usize] }
    }

    /// Draws a glyph.
    pub(crate) fn glyph(&mut self, glyph: &OutlinedGlyph, ink: Ink) {
        let bounds = glyph.px_bounds();
        let (left, top) = (bounds.min.x as i64, bounds.min.y as i64);
        glyph.draw(|x, y, coverage| self.cover(left + i64::from(x), top + i64::from(y), coverage, ink));
    }

    /// Fills a polygon, given by its corners in pixels.
    pub(crate) fn polygon(&mut self, corners: &[(f32, f32)], ink: Ink) {
        // The rasterizer takes no corner outside of its field, and a backdrop may go beyond the card's edges.
        let least = |part: fn(&(f32, f32)) -> f32| corners.iter().map(part).fold(f32::MAX, f32::min).floor();
        let most = |part: fn(&(f32, f32)) -> f32| corners.iter().map(part).fold(f32::MIN, f32::max).ceil();
        let (left, top) = (least(|corner| corner.0), least(|corner| corner.1));
        let (width, height) = (most(|corner| corner.0) - left, most(|corner| corner.1) - top);
        let mut rasterizer = Rasterizer::new(width as usize + 1, height as usize + 1);
        let corner = |&(x, y): &(f32, f32)| Point { x: x - left, y: y - top };
        for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
            rasterizer.draw_line(corner(from), corner(to));
        }
        let (left, top) = (left as i64, top as i64);
        rasterizer
            .for_each_pixel_2d(|x, y, coverage| self.cover(left + i64::from(x), top + i64::from(y), coverage, ink));
    }

    /// Covers a part of a pixel, from 0 to 1.
    fn cover(&mut self, x: i64, y: i64, coverage: f32, ink: Ink) {
        let step = rounded(coverage * f32::from(ink.steps));
        let is_inside = || (0..i64::from(WIDTH)).contains(&x) && (0..i64::from(HEIGHT)).contains(&y);
        if step == 0 || !is_inside() {
            return;
        }
        if let Some(pixel) = self.pixels.get_mut((y * i64::from(WIDTH) + x) as usize) {
            *pixel = (*pixel).max(ink.first + step.min(ink.steps) - 1);
        }
    }

    /// Returns the file.
    pub(crate) fn png(&self) -> Result<Vec<u8>, CardError> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, WIDTH, HEIGHT);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Four);
        encoder.set_palette(palette());
        // The highest level that takes half of the time of the next ones, for a tenth more.
        encoder.set_deflate_compression(DeflateCompression::Level(4));
        encoder.set_filter(Filter::NoFilter);
        let packed: Vec<u8> =
            self.pixels.as_chunks().0.iter().map(|[left, right]: &[u8; 2]| left << 4 | right).collect();
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&packed)?;
        writer.finish()?;
        Ok(file)
    }
}

/// Rounds a number that is not negative. The library's `round` is a call for each of a million pixels.
fn rounded(number: f32) -> u8 {
    let below = number as u8;
    below + u8::from(number - f32::from(below) >= 0.5)
}

/// Returns the colours of the palette, one after another.
fn palette() -> Vec<u8> {
    let mixed = |ink: Ink, step: u8| {
        let part = |ground: u8, colour: u8| {
            let (ground, colour, share) =
                (f32::from(ground), f32::from(colour), f32::from(step) / f32::from(ink.steps));
            (ground + (colour - ground) * share).round() as u8
        };
        [0, 1, 2].map(|place: usize| part(GROUND[place], ink.colour[place]))
    };
    let steps = [TITLE, LINE, BACKDROP].into_iter().flat_map(|ink| (1..=ink.steps).map(move |step| mixed(ink, step)));
    std::iter::once(GROUND).chain(steps).flatten().collect()
}
