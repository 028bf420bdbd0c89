//! The writer of an SVG: texts, rectangles and lines in a picture with a background, a title and both themes.

use std::fmt::Write;

use investchn_model::Chart;
use investchn_text::is_han;

use super::colours::{self, Colour, INK, LINE, PAPER, SOFT};
use investchn_text::escape;

/// The size of text in CSS pixels.
pub(crate) const TEXT: f64 = 15.0;

/// The size of the years below an axis, of which there are many.
const SMALL: f64 = 13.0;

/// The fonts, as in `style/tokens.css`.
const FONTS: &str =
    "system-ui,-apple-system,'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

/// The side of a text that is at its place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A picture under construction.
#[derive(Debug)]
pub(crate) struct ChartPicture {
    pub(crate) width: f64,
    pub(crate) height: f64,
    svg: String,
}

impl ChartPicture {
    /// Begins the picture of a chart. The title is for those who do not see it.
    pub(crate) fn new(chart: Chart, title: &str, lang: &str) -> Self {
        let (width, height) = chart.size();
        let dark: String =
            colours::ALL.iter().map(|it| format!(".{}{{{}:{}}}", it.class, property(*it), it.dark)).collect();
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\" xml:lang=\"{lang}\" font-family=\"{FONTS}\" font-size=\"{TEXT}\"><title>{}</title>\
             <style>@media screen and (prefers-color-scheme:dark){{{dark}}}</style>\
             <rect{} width=\"{width}\" height=\"{height}\" rx=\"8\"/>",
            escape(title),
            paint(PAPER),
        );
        ChartPicture { width: f64::from(width), height: f64::from(height), svg }
    }

    /// Writes a text in the ink of headings, in bold.
    pub(crate) fn heading(&mut self, x: f64, y: f64, text: &str) {
        self.add(format_args!(
            "<text{} font-weight=\"600\" x=\"{}\" y=\"{}\">{}</text>",
            paint(INK),
            px(x),
            px(y),
            escape(text)
        ));
    }

    /// Writes a text with its base line at `y`.
    pub(crate) fn text(&mut self, colour: Colour, anchor: Anchor, (x, y): (f64, f64), text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        self.add(format_args!(
            "<text{}{anchor} x=\"{}\" y=\"{}\">{}</text>",
            paint(colour),
            px(x),
            px(y),
            escape(text)
        ));
    }

    /// Writes a small text below a point.
    pub(crate) fn small(&mut self, x: f64, y: f64, text: &str) {
        let at = format!("x=\"{}\" y=\"{}\"", px(x), px(y));
        self.add(format_args!("<text{} text-anchor=\"middle\" font-size=\"{SMALL}\" {at}>{text}</text>", paint(SOFT)));
    }

    /// Writes a number above a point, on paper that covers the lines behind it.
    pub(crate) fn number(&mut self, x: f64, y: f64, number: u32) {
        let text = grouped(number);
        let (left, top, wide) = (px(x - width(&text) / 2.0 - 2.0), px(y - TEXT * 0.9), px(width(&text) + 4.0));
        self.add(format_args!("<rect{} x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{TEXT}\"/>", paint(PAPER)));
        self.text(INK, Anchor::Middle, (x, y), &text);
    }

    /// Writes a horizontal line.
    pub(crate) fn line(&mut self, from: f64, to: f64, y: f64) {
        self.add(format_args!("<path{} d=\"M{} {}H{}\"/>", paint(LINE), px(from), px(y), px(to)));
    }

    /// Writes a small square, the sign of a series in a legend.
    pub(crate) fn sign(&mut self, colour: Colour, x: f64, y: f64) {
        self.add(format_args!(
            "<rect{} x=\"{}\" y=\"{}\" width=\"12\" height=\"12\" rx=\"2\"/>",
            paint(colour),
            px(x),
            px(y)
        ));
    }

    /// Writes the columns or bars of a series: left, top, width and height of each.
    pub(crate) fn series(&mut self, colour: Colour, bars: impl Iterator<Item = [f64; 4]>) {
        self.add(format_args!("<g id=\"{}\"{}>", colour.class, paint(colour)));
        for [x, y, width, height] in bars {
            let (x, y, width, height) = (px(x), px(y), px(width), px(height));
            self.add(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"));
        }
        self.svg += "</g>";
    }

    /// Ends the picture.
    pub(crate) fn finish(mut self) -> String {
        self.svg += "</svg>\n";
        self.svg
    }

    fn add(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.svg.write_fmt(element);
    }
}

/// Returns about the width of a text: Han characters are square, others less than two thirds as wide.
pub(crate) fn width(text: &str) -> f64 {
    text.chars().map(|letter| if is_han(letter) { TEXT } else { 0.64 * TEXT }).sum()
}

/// Writes a number with a comma between thousands: `12,345`.
pub(crate) fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Returns the property that a colour sets: lines are drawn, everything else is filled.
fn property(colour: Colour) -> &'static str {
    if colour.class == LINE.class { "stroke" } else { "fill" }
}

fn paint(colour: Colour) -> String {
    format!(" class=\"{}\" {}=\"{}\"", colour.class, property(colour), colour.light)
}

/// Writes a length with at most two decimals.
fn px(length: f64) -> String {
    let text = format!("{length:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_grouped() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
        for (length, text) in [(0.0, "0"), (10.0, "10"), (1.5, "1.5"), (0.128, "0.13")] {
            assert_eq!(px(length), text);
        }
    }
}
