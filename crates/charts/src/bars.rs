//! Numbers by name, as horizontal bars: the greatest first, each with its number.

use crate::statistics::ShareCount;
use investchn_messages::Messages;
use investchn_model::Chart;
use investchn_text::{excerpt, is_han};

use super::colours::{BAR, INK, SOFT};
use super::picture::{Anchor, ChartPicture, TEXT, grouped, width};

const MARGIN: f64 = 8.0;
/// The space between a name, its bar and its number.
const GAP: f64 = 6.0;
/// The top of the first row.
const TOP: f64 = 36.0;
/// The greatest height of a row.
const HIGHEST: f64 = 28.0;
/// The longest name in characters; Han characters are wider than others.
const LONGEST_HAN: usize = 9;
const LONGEST: usize = 24;

/// Draws the chart.
pub(crate) fn draw(chart: Chart, [title, unit]: [&str; 2], shares: &[&ShareCount], words: &Messages) -> String {
    let mut picture = ChartPicture::new(chart, title, words.lang());
    let (right, greatest) = (picture.width - MARGIN, shares.iter().map(|it| it.count).max().unwrap_or_default());
    picture.text(SOFT, Anchor::End, (right, 24.0), unit);
    if greatest == 0 {
        picture.text(SOFT, Anchor::Middle, (picture.width / 2.0, picture.height / 2.0), words.charts.empty);
        return picture.finish();
    }
    let rows: Vec<(String, String, u32)> =
        shares.iter().map(|it| (shortened(&it.name), grouped(it.count), it.count)).collect();
    let row = ((picture.height - TOP - MARGIN) / rows.len() as f64).min(HIGHEST);
    let names = rows.iter().map(|(name, ..)| width(name)).fold(0.0, f64::max);
    let numbers = rows.iter().map(|(_, number, _)| width(number)).fold(0.0, f64::max);
    let left = MARGIN + names + GAP;
    let longest = right - numbers - GAP - left;
    let length = |count: u32| f64::from(count) / f64::from(greatest) * longest;
    let top = |place: usize| TOP + row * place as f64;
    for (place, (name, number, count)) in rows.iter().enumerate() {
        let line = top(place) + row / 2.0 + TEXT * 0.36;
        picture.text(INK, Anchor::End, (left - GAP, line), name);
        picture.text(INK, Anchor::Start, (left + length(*count) + GAP, line), number);
    }
    let bar = |(place, (.., count)): (usize, &(_, _, u32))| [left, top(place) + row * 0.14, length(*count), row * 0.72];
    picture.series(BAR, rows.iter().enumerate().map(bar));
    picture.finish()
}

fn shortened(name: &str) -> String {
    excerpt(name, if name.contains(is_han) { LONGEST_HAN } else { LONGEST })
}
