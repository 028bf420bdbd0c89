//! Draws the chart: a panel of bars for each important figure, as SVG that is readable on light and on dark backgrounds.

use std::fmt::Write;

use super::figures::{ANSWER, ARTICLE_BYTES, ARTICLE_PAINT, FIGURES, Figure, HOME_PAINT, WARM_MOVE, ZONE_PAINT};
use super::peer::Peer;
use super::report::Report;

/// The panels in two columns: the label of the figure, and the title.
const PANELS: [(&str, &str); 6] = [
    (ARTICLE_PAINT, "Article opened from a link: largest paint, ms"),
    (ANSWER, "The same: until a click is answered, ms"),
    (HOME_PAINT, "Home page: largest paint, ms"),
    (ZONE_PAINT, "Zone with 3,000 articles: largest paint, ms"),
    (ARTICLE_BYTES, "Article opened from a link: KB in all"),
    (WARM_MOVE, "From a list to an article, JSON at hand, ms"),
];

const WIDTH: usize = 760;
const COLUMN: usize = 380;
const BAR: usize = 22;
/// Left end of the bars in a column, and length of the longest bar.
const LEFT: usize = 62;
const LONGEST: f64 = 230.0;

/// Styles for the light and the dark colour scheme.
const STYLE: &str = "text{font:13px system-ui,sans-serif;fill:#1d2b33}.head{font-weight:600}.bar{fill:#9fb0ba}.ours{fill:#14506e}\
@media(prefers-color-scheme:dark){text{fill:#dfe8ed}.bar{fill:#5b6e79}.ours{fill:#6fc0e8}}";

/// Draws the chart of a report.
pub(super) fn draw(report: &Report) -> String {
    let panels: Vec<_> = PANELS.iter().filter_map(|(label, title)| Some((find(label)?, *title))).collect();
    let height = 44 + BAR * report.peers().len();
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {}\" role=\"img\" aria-label=\"Figures of the portal \
         beside plain pages, React and Solid; shorter is better\">\n<style>{STYLE}</style>\n",
        height * panels.len().div_ceil(2)
    );
    for (place, (figure, title)) in panels.into_iter().enumerate() {
        let (x, y) = (COLUMN * (place % 2), height * (place / 2));
        // Writing to a string cannot fail.
        let _ = writeln!(svg, "<g transform=\"translate({x} {y})\">\n<text class=\"head\" y=\"22\">{title}</text>");
        panel(&mut svg, report, figure);
        svg.push_str("</g>\n");
    }
    svg.push_str("</svg>\n");
    svg
}

fn find(label: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.label == label)
}

fn panel(svg: &mut String, report: &Report, figure: &Figure) {
    let values: Vec<(Peer, Option<f64>)> =
        report.peers().iter().map(|peer| (*peer, report.value(figure, *peer))).collect();
    let most = values.iter().filter_map(|(_, value)| *value).fold(0.0, f64::max);
    for (place, (peer, value)) in values.into_iter().enumerate() {
        let y = 32 + BAR * place;
        let baseline = y + 13;
        let _ = writeln!(svg, "<text y=\"{baseline}\">{}</text>", peer.name());
        let Some(value) = value else {
            let _ = writeln!(svg, "<text x=\"{LEFT}\" y=\"{baseline}\">–</text>");
            continue;
        };
        let width = if most > 0.0 { value / most * LONGEST } else { 0.0 };
        let class = if peer == Peer::Portal { "bar ours" } else { "bar" };
        let after = LEFT as f64 + width + 6.0;
        let text = figure.unit.format(value);
        let _ = writeln!(
            svg,
            "<rect class=\"{class}\" x=\"{LEFT}\" y=\"{y}\" width=\"{width:.1}\" height=\"16\" rx=\"2\"/>"
        );
        let _ = writeln!(svg, "<text x=\"{after:.1}\" y=\"{baseline}\">{text}</text>");
    }
}

#[cfg(test)]
mod tests {
    use super::super::report::tests::sample;
    use super::*;

    #[test]
    fn the_longest_bar_fills_its_panel_and_missing_values_are_dashes() {
        let svg = draw(&sample());
        assert_eq!(svg.matches("width=\"230.0\"").count(), 2, "paint and bytes");
        assert_eq!(svg.matches("width=\"115.0\"").count(), 2);
        assert_eq!(svg.matches(">–<").count(), 8);
        assert!(svg.contains("prefers-color-scheme:dark"));
    }

    #[test]
    fn every_panel_has_its_figure() {
        assert!(PANELS.iter().all(|(label, _)| find(label).is_some()));
    }
}
