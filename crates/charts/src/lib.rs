//! Draws the charts of the register, as SVG. A page shows them by `<img>`, so each picture has its own background and colours, light and
//! dark. Submodules: `years` draws columns, `bars` bars; `picture` writes the SVG, `colours` and `scale` say how it looks.

mod bars;
mod colours;
mod picture;
mod scale;
mod statistics;
#[cfg(test)]
mod tests;
mod years;

use investchn_messages::Messages;
use investchn_model::Chart;

pub use statistics::{ShareCount, Statistics, YearCount};

/// Draws a chart with words in one language.
pub fn svg(chart: Chart, statistics: &Statistics, words: &Messages) -> String {
    let register = &words.app.register;
    match chart {
        Chart::Years => years::draw(&statistics.years, words),
        Chart::Areas => {
            let mut areas: Vec<&ShareCount> = statistics.areas.iter().collect();
            areas.sort_by_key(|share| std::cmp::Reverse(share.count));
            bars::draw(chart, [register.chart_areas, words.charts.unit_hectares], &areas, words)
        }
        Chart::Industries => {
            let industries: Vec<&ShareCount> = statistics.industries.iter().collect();
            bars::draw(chart, [register.chart_industries, words.charts.unit_zones], &industries, words)
        }
    }
}
