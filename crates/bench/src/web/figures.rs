//! The figures in the order of the table, and their locations in the output of the measuring script. Of several runs the median
//! counts.

use serde_json::Value;

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Milliseconds,
    /// Bytes, printed in thousands.
    Kilobytes,
    /// A layout shift, which has no unit.
    Shift,
    Score,
    Count,
}

impl Unit {
    /// Formats a value.
    pub(super) fn format(self, value: f64) -> String {
        match self {
            Unit::Milliseconds | Unit::Score | Unit::Count => format!("{value:.0}"),
            Unit::Kilobytes => format!("{:.1}", value / 1e3),
            Unit::Shift => format!("{value:.3}"),
        }
    }

    /// Returns the suffix of the figure's label.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Unit::Milliseconds => ", ms",
            Unit::Kilobytes => ", KB",
            Unit::Shift | Unit::Score | Unit::Count => "",
        }
    }

    /// Returns the unit in JSON, where values are not scaled.
    pub(super) fn json_name(self) -> &'static str {
        match self {
            Unit::Milliseconds => "milliseconds",
            Unit::Kilobytes => "bytes",
            Unit::Shift => "shift",
            Unit::Score => "score",
            Unit::Count => "count",
        }
    }

    /// Returns true if ratios of values of this unit mean something.
    pub(super) fn has_ratio(self) -> bool {
        matches!(self, Unit::Milliseconds | Unit::Kilobytes)
    }
}

/// The location of a figure in a peer's output.
#[derive(Clone, Copy)]
enum Location {
    /// A metric of Lighthouse: view and name.
    Lighthouse(&'static str, &'static str),
    Score(&'static str, &'static str),
    /// The time until a click is answered.
    Answer(&'static str),
    /// A move between views, over all runs.
    Moves(&'static str, &'static str),
    /// The growth in the long stay, from the first to the last stop.
    Growth(&'static str),
    /// The value at the last stop of the long stay.
    Last(&'static str),
}

/// A row of the table.
pub(super) struct Figure {
    pub(super) label: &'static str,
    pub(super) unit: Unit,
    location: Location,
}

const fn figure(label: &'static str, unit: Unit, location: Location) -> Figure {
    Figure { label, unit, location }
}

/// All figures.
pub(super) const FIGURES: [Figure; 38] = {
    use Location::{Answer, Growth, Last, Lighthouse, Moves, Score};
    use Unit::{Count, Kilobytes, Milliseconds, Shift};
    [
        figure(ARTICLE_PAINT, Milliseconds, Lighthouse("article", "largest_paint")),
        figure("article: first paint", Milliseconds, Lighthouse("article", "first_paint")),
        figure("article: blocking time", Milliseconds, Lighthouse("article", "blocking")),
        figure("article: layout shift", Shift, Lighthouse("article", "shift")),
        figure(ARTICLE_BYTES, Kilobytes, Lighthouse("article", "bytes")),
        figure("article: score, performance", Unit::Score, Score("article", "performance")),
        figure("article: score, accessibility", Unit::Score, Score("article", "accessibility")),
        figure("article: score, best practices", Unit::Score, Score("article", "best-practices")),
        figure("article: score, SEO", Unit::Score, Score("article", "seo")),
        figure(HOME_PAINT, Milliseconds, Lighthouse("home", "largest_paint")),
        figure("home: first paint", Milliseconds, Lighthouse("home", "first_paint")),
        figure("home: blocking time", Milliseconds, Lighthouse("home", "blocking")),
        figure("home: layout shift", Shift, Lighthouse("home", "shift")),
        figure("home: bytes", Kilobytes, Lighthouse("home", "bytes")),
        figure("home: score, performance", Unit::Score, Score("home", "performance")),
        figure("home: score, accessibility", Unit::Score, Score("home", "accessibility")),
        figure("home: score, best practices", Unit::Score, Score("home", "best-practices")),
        figure("home: score, SEO", Unit::Score, Score("home", "seo")),
        figure(ZONE_PAINT, Milliseconds, Lighthouse("zone", "largest_paint")),
        figure("zone: first paint", Milliseconds, Lighthouse("zone", "first_paint")),
        figure("zone: blocking time", Milliseconds, Lighthouse("zone", "blocking")),
        figure("zone: layout shift", Shift, Lighthouse("zone", "shift")),
        figure("zone: bytes", Kilobytes, Lighthouse("zone", "bytes")),
        figure("zone: score, performance", Unit::Score, Score("zone", "performance")),
        figure("zone: score, accessibility", Unit::Score, Score("zone", "accessibility")),
        figure("zone: score, best practices", Unit::Score, Score("zone", "best-practices")),
        figure("zone: score, SEO", Unit::Score, Score("zone", "seo")),
        figure(ANSWER, Milliseconds, Answer("answered")),
        figure("list to article, cold", Milliseconds, Moves("list_to_article", "cold")),
        figure(WARM_MOVE, Milliseconds, Moves("list_to_article", "warm")),
        figure("article to article, cold", Milliseconds, Moves("article_to_article", "cold")),
        figure("article to article, warm", Milliseconds, Moves("article_to_article", "warm")),
        figure("back to the list", Milliseconds, Moves("back", "list")),
        figure("back to an article", Milliseconds, Moves("back", "article")),
        figure("long stay: JS heap at its end", Kilobytes, Last("heap")),
        figure("long stay: growth of the JS heap", Kilobytes, Growth("heap")),
        figure("long stay: growth of wasm memory", Kilobytes, Growth("wasm")),
        figure("long stay: growth of DOM nodes", Count, Growth("nodes")),
    ]
};

/// Labels of the figures that the chart shows too.
pub(super) const ARTICLE_PAINT: &str = "article: largest paint";
pub(super) const HOME_PAINT: &str = "home: largest paint";
pub(super) const ZONE_PAINT: &str = "zone: largest paint";
pub(super) const ARTICLE_BYTES: &str = "article: bytes";
pub(super) const ANSWER: &str = "until a click is answered";
pub(super) const WARM_MOVE: &str = "list to article, warm";

impl Figure {
    /// Returns the median of a peer's runs; none if the figure was not measured or does not exist for the peer.
    pub(super) fn of(&self, peer: &Value) -> Option<f64> {
        median(self.all(peer))
    }

    /// Returns true if the ratio means something; that of a growth does not.
    pub(super) fn has_ratio(&self) -> bool {
        self.unit.has_ratio() && !matches!(self.location, Location::Growth(_))
    }

    fn all(&self, peer: &Value) -> Vec<f64> {
        let of = |runs: &Value, path: &str| -> Vec<f64> {
            runs.as_array().into_iter().flatten().filter_map(|run| run.pointer(path)?.as_f64()).collect()
        };
        match self.location {
            Location::Lighthouse(view, name) => of(&peer["lighthouse"][view], &format!("/{name}")),
            Location::Score(view, name) => of(&peer["lighthouse"][view], &format!("/scores/{name}")),
            Location::Answer(name) => of(&peer["answer"], &format!("/{name}")),
            Location::Moves(kind, state) => {
                let runs = peer["moves"].as_array().into_iter().flatten();
                let times = runs.filter_map(|run| run[kind][state].as_array()).flatten();
                times.filter_map(Value::as_f64).collect()
            }
            Location::Last(name) => stops(&peer["long"], name).last().copied().into_iter().collect(),
            Location::Growth(name) => match stops(&peer["long"], name).as_slice() {
                [first, .., last] => vec![last - first],
                _ => Vec::new(),
            },
        }
    }
}

/// Returns a value of the long stay at each stop, in order.
fn stops(long: &Value, name: &str) -> Vec<f64> {
    let mut stops: Vec<(u64, f64)> = Vec::new();
    for (stop, weights) in long.as_object().into_iter().flatten() {
        if let (Ok(stop), Some(weight)) = (stop.parse(), weights[name].as_f64()) {
            stops.push((stop, weight));
        }
    }
    stops.sort_by_key(|(stop, _)| *stop);
    stops.into_iter().map(|(_, weight)| weight).collect()
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let (low, high) = (values.len().checked_sub(1)? / 2, values.len() / 2);
    Some((values.get(low)? + values.get(high)?) / 2.0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn find(label: &str) -> &'static Figure {
        FIGURES.iter().find(|figure| figure.label == label).unwrap()
    }

    #[test]
    fn every_label_is_in_both_languages() {
        assert_eq!(crate::labels::untranslated(FIGURES.iter().map(|figure| figure.label)), [""; 0]);
    }

    #[test]
    fn the_median_counts() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![3.0, 1.0]), Some(2.0));
        assert_eq!(median(Vec::new()), None);
    }

    #[test]
    fn figures_are_read_from_the_output_of_the_measuring_script() {
        let peer = json!({
            "lighthouse": { "article": [{ "largest_paint": 700.5, "scores": { "seo": 100 } }] },
            "answer": [{ "answered": null }],
            "moves": [{ "list_to_article": { "warm": [10, 30] } }, { "list_to_article": { "warm": [20] } }],
            "long": { "1000": { "heap": 5000, "nodes": 40, "wasm": null }, "100": { "heap": 4000, "nodes": 42, "wasm": null } },
        });
        assert_eq!(find(ARTICLE_PAINT).of(&peer), Some(700.5));
        assert_eq!(find("article: score, SEO").of(&peer), Some(100.0));
        assert_eq!(find(ANSWER).of(&peer), None, "plain pages have no app that answers");
        assert_eq!(find(WARM_MOVE).of(&peer), Some(20.0), "all runs together");
        assert_eq!(find("long stay: growth of the JS heap").of(&peer), Some(1000.0));
        assert_eq!(find("long stay: growth of DOM nodes").of(&peer), Some(-2.0));
        assert_eq!(find("long stay: growth of wasm memory").of(&peer), None);
        assert_eq!(find(HOME_PAINT).of(&peer), None);
    }
}
