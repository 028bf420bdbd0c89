//! The approvals of each year, in two panels: the national zones as columns by type, below them the provincial ones. On one axis the
//! hundreds of provincial zones of a single year would leave nothing of the others to see.

use investchn_messages::Messages;
use investchn_model::Chart;
use investchn_model::ZoneCounts;

use crate::statistics::YearCount;

use super::colours::{BORDER, CUSTOMS, Colour, ETDZ, HTZ, INK, OTHER, PROVINCIAL, SOFT};
use super::picture::{Anchor, ChartPicture, TEXT, grouped, width};
use super::scale::{Scale, years_between_labels};

/// A series: its colour, its name and its number in a year.
struct Series {
    colour: Colour,
    name: &'static str,
    count: fn(&ZoneCounts) -> u16,
}

/// Returns the series of the upper panel, from the bottom of a column to its top.
fn national(words: &Messages) -> [Series; 5] {
    let facts = &words.app.facts;
    [
        Series { colour: ETDZ, name: facts.etdz_short, count: |it| it.etdz },
        Series { colour: HTZ, name: facts.htz_short, count: |it| it.htz },
        Series { colour: CUSTOMS, name: facts.customs, count: |it| it.customs },
        Series { colour: BORDER, name: facts.border, count: |it| it.border },
        Series { colour: OTHER, name: facts.other_type, count: |it| it.other },
    ]
}

/// Returns the series of the lower panel.
fn provincial(words: &Messages) -> [Series; 1] {
    [Series { colour: PROVINCIAL, name: words.charts.provincial, count: |it| it.provincial() }]
}

/// The left and right end of the axes.
const LEFT: f64 = 40.0;
const MARGIN: f64 = 8.0;
/// The greatest width of a column.
const WIDEST: f64 = 24.0;

/// Draws the chart.
pub(crate) fn draw(years: &[YearCount], words: &Messages) -> String {
    let mut picture = ChartPicture::new(Chart::Years, words.app.register.chart_years, words.lang());
    picture.heading(MARGIN, 26.0, words.charts.national);
    let right = picture.width - MARGIN;
    picture.text(SOFT, Anchor::End, (right, 26.0), words.charts.unit_zones);
    legend(&mut picture, words);
    panel(&mut picture, (years, words), &national(words), 104.0..304.0);
    picture.heading(MARGIN, 356.0, words.charts.provincial);
    panel(&mut picture, (years, words), &provincial(words), 382.0..532.0);
    picture.finish()
}

fn legend(picture: &mut ChartPicture, words: &Messages) {
    let (mut x, mut y) = (MARGIN, 52.0);
    for series in national(words) {
        let end = x + 18.0 + width(series.name);
        if end > picture.width - MARGIN {
            (x, y) = (MARGIN, y + 22.0);
        }
        picture.sign(series.colour, x, y - 11.0);
        picture.text(INK, Anchor::Start, (x + 18.0, y), series.name);
        x += 18.0 + width(series.name) + 16.0;
    }
}

/// Draws axes and columns between these heights. The label of the greatest column may be above them.
fn panel(
    picture: &mut ChartPicture,
    (years, words): (&[YearCount], &Messages),
    all: &[Series],
    plot: std::ops::Range<f64>,
) {
    let [Some(first), Some(last)] = [years.first(), years.last()].map(|it| it.map(|it| it.year)) else {
        picture.text(SOFT, Anchor::Middle, (picture.width / 2.0, (plot.start + plot.end) / 2.0), words.charts.empty);
        return;
    };
    let total = |year: &YearCount| all.iter().map(|it| u32::from((it.count)(&year.counts))).sum::<u32>();
    let scale = Scale::up_to(years.iter().map(total).max().unwrap_or_default());
    let (right, height) = (picture.width - MARGIN, plot.end - plot.start);
    let top_of = |count: u32| plot.end - scale.length(count, height);
    for line in scale.lines() {
        picture.line(LEFT, right, top_of(line));
        picture.text(SOFT, Anchor::End, (LEFT - 6.0, top_of(line) + TEXT / 3.0), &grouped(line));
    }
    let slot = (right - LEFT) / f64::from(last - first + 1);
    let column = (slot * 0.8).min(WIDEST);
    let middle = |year: u16| LEFT + slot * (f64::from(year - first) + 0.5);
    let step = years_between_labels(last - first + 1);
    for year in (first..=last).filter(|year| year.is_multiple_of(step)) {
        picture.small(middle(year), plot.end + 18.0, &year.to_string());
    }
    let mut heights = vec![0_u32; years.len()];
    for series in all {
        let counts = years.iter().zip(&mut heights).map(|(year, below)| {
            let count = u32::from((series.count)(&year.counts));
            *below += count;
            [middle(year.year) - column / 2.0, top_of(*below), column, scale.length(count, height)]
        });
        picture.series(series.colour, counts.filter(|[.., height]| *height > 0.0));
    }
    // The earliest of several.
    let greatest = years.iter().rev().max_by_key(|year| total(year)).filter(|year| total(year) > 0);
    if let Some(year) = greatest {
        picture.number(middle(year.year), top_of(total(year)) - 5.0, total(year));
    }
}
