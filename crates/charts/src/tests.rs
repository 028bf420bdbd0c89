//! The charts, read as XML and compared with their figures.

use investchn_messages::{EN, ZH};
use investchn_model::{Level, ZoneCounts, ZoneType};

use crate::statistics::YearCount;
use roxmltree::{Document, Node};

use super::colours;
use super::*;

fn counts(zones: &[(Level, ZoneType, u16)]) -> ZoneCounts {
    let mut counts = ZoneCounts::default();
    for (level, zone_type, number) in zones {
        (0..*number).for_each(|_| counts.add(*level, &[*zone_type]));
    }
    counts
}

fn statistics() -> Statistics {
    use Level::{National, Provincial};
    let share = |(name, count): (&str, u32)| ShareCount { name: name.to_owned(), count };
    let years = [
        (1984, counts(&[(National, ZoneType::Etdz, 10), (Provincial, ZoneType::Industrial, 1)])),
        (
            1992,
            counts(&[(National, ZoneType::Htz, 25), (National, ZoneType::Border, 13), (National, ZoneType::Other, 11)]),
        ),
        (2006, counts(&[(National, ZoneType::BondedZone, 6), (Provincial, ZoneType::Etdz, 584)])),
        (
            2010,
            counts(&[(National, ZoneType::Etdz, 60), (National, ZoneType::Htz, 27), (Provincial, ZoneType::Htz, 3)]),
        ),
    ];
    Statistics {
        years: years.into_iter().map(|(year, counts)| YearCount { year, counts }).collect(),
        areas: [("北京", 38_843), ("河北", 133_115), ("西藏", 7_308)].map(share).to_vec(),
        industries: [("装备制造", 566), ("食品", 390), ("<纺织> & 服装", 104)].map(share).to_vec(),
    }
}

/// Returns a number of each bar of a series.
fn bars(picture: &Document<'_>, series: &str, attribute: &str) -> Vec<f64> {
    let group = picture.descendants().find(|it| it.attribute("id") == Some(series)).unwrap();
    let bars = group.children().filter(Node::is_element);
    bars.map(|bar| bar.attribute(attribute).unwrap().parse().unwrap()).collect()
}

fn texts<'a>(picture: &'a Document<'_>) -> Vec<&'a str> {
    picture.descendants().filter(|it| it.tag_name().name() == "text").filter_map(|it| it.text()).collect()
}

#[test]
fn columns_are_as_high_as_their_numbers() {
    let (statistics, mut zones) = (statistics(), 0.0);
    let svg = svg(Chart::Years, &statistics, &ZH);
    let picture = Document::parse(&svg).unwrap();
    // 100 zones on 200 pixels, 600 on 150.
    for (series, pixels, heights) in [
        ("etdz", 2.0, vec![10.0, 60.0]),
        ("htz", 2.0, vec![25.0, 27.0]),
        ("customs", 2.0, vec![6.0]),
        ("border", 2.0, vec![13.0]),
        ("other", 2.0, vec![11.0]),
        ("provincial", 0.25, vec![1.0, 584.0, 3.0]),
    ] {
        let drawn: Vec<f64> = bars(&picture, series, "height").iter().map(|height| height / pixels).collect();
        assert_eq!(drawn, heights, "{series}");
        zones += drawn.iter().sum::<f64>();
    }
    let sum = statistics.years.iter().map(|year| f64::from(year.counts.zones)).sum::<f64>();
    assert_eq!(zones, sum, "every zone is drawn");
    let labels = ["1985", "1990", "1995", "2000", "2005", "2010", "87", "584"];
    for label in labels {
        assert!(texts(&picture).contains(&label), "{label}");
    }
}

#[test]
fn columns_stand_on_each_other() {
    let svg = svg(Chart::Years, &statistics(), &ZH);
    let picture = Document::parse(&svg).unwrap();
    let [etdz, htz] = ["etdz", "htz"].map(|series| bars(&picture, series, "y")[1]);
    assert_eq!(htz + bars(&picture, "htz", "height")[1], etdz);
    assert_eq!(bars(&picture, "etdz", "x")[1], bars(&picture, "htz", "x")[1]);
}

#[test]
fn bars_are_as_long_as_their_numbers() {
    let statistics = statistics();
    for (chart, names, counts) in [
        (Chart::Areas, ["河北", "北京", "西藏"], [133_115, 38_843, 7_308]),
        (Chart::Industries, ["装备制造", "食品", "<纺织> & 服装"], [566, 390, 104]),
    ] {
        let svg = svg(chart, &statistics, &ZH);
        let picture = Document::parse(&svg).unwrap();
        let lengths = bars(&picture, "bar", "width");
        assert_eq!(lengths.len(), 3);
        for ((length, count), name) in lengths.iter().zip(counts).zip(names) {
            let expected = f64::from(count) / f64::from(counts[0]) * lengths[0];
            assert!((length - expected).abs() < 0.01, "{name}: {length}");
            assert!(texts(&picture).contains(&name) && texts(&picture).contains(&picture::grouped(count).as_str()));
        }
    }
}

#[test]
fn every_picture_is_whole_also_without_figures() {
    let many = (0..40)
        .map(|place| ShareCount { name: format!("新能源汽车及零部件制造{place}"), count: u32::MAX - place });
    let long = (0..40).map(|place| ShareCount { name: "Equipment manufacturing and parts".to_owned(), count: place });
    let extreme = Statistics {
        years: vec![YearCount { year: 9_999, counts: counts(&[(Level::National, ZoneType::Etdz, 1)]) }],
        areas: many.clone().collect(),
        industries: many.collect(),
    };
    let english = Statistics { areas: long.clone().collect(), industries: long.collect(), ..statistics() };
    for statistics in [Statistics::default(), statistics(), extreme, english] {
        for (chart, words) in Chart::ALL.into_iter().flat_map(|chart| [(chart, &ZH), (chart, &EN)]) {
            let svg = svg(chart, &statistics, words);
            let picture = Document::parse(&svg).unwrap();
            let root = picture.root_element();
            let (width, height) = chart.size();
            assert_eq!(root.attribute("viewBox"), Some(format!("0 0 {width} {height}").as_str()));
            assert_eq!(root.attribute("role"), Some("img"));
            assert!(svg.contains(&format!("xml:lang=\"{}\"", words.lang())));
            assert!(
                root.first_element_child().is_some_and(|it| it.tag_name().name() == "title" && it.text().is_some())
            );
            if statistics == Statistics::default() {
                assert!(texts(&picture).contains(&words.charts.empty));
            }
            assert_all_inside(&picture, f64::from(width), f64::from(height));
        }
    }
}

/// Checks that everything is within the picture, and that no text is small.
fn assert_all_inside(picture: &Document<'_>, width: f64, height: f64) {
    for node in picture.descendants().filter(Node::is_element) {
        let number = |name: &str| node.attribute(name).and_then(|it| it.parse::<f64>().ok());
        let (x, y) = (number("x").unwrap_or_default(), number("y").unwrap_or_default());
        let inside = (0.0..=width).contains(&x) && (0.0..=height).contains(&y);
        let whole =
            x + number("width").unwrap_or_default() <= width && y + number("height").unwrap_or_default() <= height;
        assert!(inside && whole, "{node:?}");
        assert!(number("font-size").is_none_or(|size| size >= 11.0));
    }
}

/// Returns the relative luminance of a colour, by WCAG.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn colours_contrast_with_the_paper_and_with_their_neighbours() {
    use colours::*;
    for theme in [|it: Colour| it.light, |it: Colour| it.dark] {
        for text in [INK, SOFT] {
            assert!(contrast(theme(text), theme(PAPER)) >= 4.5, "{text:?}");
        }
        for series in [ETDZ, HTZ, CUSTOMS, BORDER, OTHER, PROVINCIAL, BAR] {
            assert!(contrast(theme(series), theme(PAPER)) >= 3.0, "{series:?}");
        }
        for [below, above] in [[ETDZ, HTZ], [HTZ, CUSTOMS], [CUSTOMS, BORDER], [BORDER, OTHER]] {
            assert!(contrast(theme(below), theme(above)) >= 1.5, "{below:?} {above:?}");
        }
    }
}

#[test]
fn colours_of_paper_and_ink_are_those_of_the_pages() {
    let sheet = include_str!("../../../style/tokens.css");
    for colour in [colours::PAPER, colours::INK, colours::SOFT, colours::LINE] {
        assert!(sheet.contains(colour.light) && sheet.contains(colour.dark), "{colour:?}");
    }
}
