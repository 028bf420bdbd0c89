//! The plan of a corpus: the articles of each zone with their dates, numbers and kinds. It exists before any text, so that
//! an article can link to any other.

use chrono::{Days, NaiveDate};
use investchn_model::{Kind, ZoneId};

use super::random::Random;

/// The share of articles in the largest zone.
const LARGEST_SHARE: f64 = 0.03;

/// The last day of the corpus, in days since 1970. It is fixed, so that the corpus does not depend on the clock.
const LAST_DAY: i32 = 20_777;

/// The number of days on which articles are published: twenty years.
const DAYS: usize = 7_305;

/// The articles of a corpus, by zone.
pub(super) struct Plan {
    pub(super) zones: Vec<ZonePlan>,
    total: usize,
}

/// The articles of a zone, oldest first.
pub(super) struct ZonePlan {
    pub(super) id: ZoneId,
    /// The number of articles in the zones before this one.
    pub(super) before: usize,
    pub(super) articles: Vec<Planned>,
}

/// An article of the plan.
pub(super) struct Planned {
    /// The date: `2022-02-14`, `2021-06` or `2019`. Dates sort by their text.
    pub(super) date: String,
    /// Its number on that date.
    pub(super) number: usize,
}

impl Planned {
    /// Returns the name of the file in its zone's folder.
    pub(super) fn file(&self) -> String {
        format!("{}-{}.md", self.date, self.number)
    }

    /// Returns the id.
    pub(super) fn id(&self, zone: &ZoneId) -> String {
        format!("{zone}-{}-{}", self.date.replace('-', ""), self.number)
    }
}

impl Plan {
    /// Distributes `total` articles over zones in random order. Zones without articles are left out.
    pub(super) fn new(mut zones: Vec<ZoneId>, total: usize, seed: u64) -> Self {
        let mut random = Random::new(seed, u64::MAX);
        for place in (1..zones.len()).rev() {
            zones.swap(place, random.below(place + 1));
        }
        let mut before = 0;
        let mut plans = Vec::new();
        for (id, size) in zones.iter().zip(sizes(zones.len(), total)) {
            if size > 0 {
                plans.push(ZonePlan { id: id.clone(), before, articles: articles(&mut random, size) });
                before += size;
            }
        }
        Plan { zones: plans, total: before }
    }

    /// Draws an article, and returns it with its zone. None if the plan is empty.
    pub(super) fn any(&self, random: &mut Random) -> Option<(&ZoneId, &Planned)> {
        let place = random.below(self.total);
        let zone = &self.zones[self.zones.partition_point(|zone| zone.before <= place).checked_sub(1)?];
        Some((&zone.id, zone.articles.get(place - zone.before)?))
    }
}

/// Returns the kind of an article by its place in the corpus. Of fifty articles, one is a video and four are photos.
pub(super) fn kind(place: usize) -> Kind {
    match place % 50 {
        7 => Kind::Video,
        3 | 16 | 28 | 41 => Kind::Photo,
        _ => Kind::Text,
    }
}

/// Returns the number of articles of each zone, the largest zone first. Sizes fall by Zipf's law, shifted so far along it
/// that the largest zone has its share. With too few zones for that, all are equal.
fn sizes(zones: usize, total: usize) -> Vec<usize> {
    let weight = |rank: usize, shift: f64| 1.0 / (rank as f64 + 1.0 + shift);
    let sum = |shift: f64| (0..zones).map(|rank| weight(rank, shift)).sum::<f64>();
    let (mut low, mut high) = (0.0, 1e7);
    for _ in 0..100 {
        let middle = (low + high) / 2.0;
        if weight(0, middle) / sum(middle) > LARGEST_SHARE { low = middle } else { high = middle }
    }
    let (whole, mut so_far, mut given) = (sum(high), 0.0, 0);
    let size = |rank| {
        so_far += weight(rank, high) / whole;
        let until = if rank + 1 == zones { total } else { (total as f64 * so_far).round() as usize };
        let size = until - given;
        given = until;
        size
    };
    (0..zones).map(size).collect()
}

fn articles(random: &mut Random, size: usize) -> Vec<Planned> {
    let mut dates: Vec<String> = (0..size).map(|_| date(random)).collect();
    dates.sort_unstable();
    let mut articles: Vec<Planned> = Vec::with_capacity(size);
    for date in dates {
        let number = articles.last().filter(|last| last.date == date).map_or(1, |last| last.number + 1);
        articles.push(Planned { date, number });
    }
    articles
}

/// Draws a date. One percent of dates are only a year, five percent only a month.
fn date(random: &mut Random) -> String {
    let last = NaiveDate::from_epoch_days(LAST_DAY).unwrap_or_default();
    let day = last - Days::new(random.below(DAYS) as u64);
    match random.below(100) {
        0 => day.format("%Y"),
        1..=5 => day.format("%Y-%m"),
        _ => day.format("%Y-%m-%d"),
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zones(count: usize) -> Vec<ZoneId> {
        (0..count).map(|number| format!("demo{number}-htz").parse().unwrap()).collect()
    }

    #[test]
    fn the_corpus_ends_on_its_last_day() {
        let mut random = Random::new(1, 2);
        let mut dates: Vec<String> = (0..100_000).map(|_| date(&mut random)).filter(|date| date.len() == 10).collect();
        dates.sort_unstable();
        assert_eq!((dates[0].as_str(), dates[dates.len() - 1].as_str()), ("2006-11-21", "2026-11-20"));
    }

    #[test]
    fn the_largest_zone_has_its_share_and_sizes_sum_to_the_total() {
        for (total, largest) in [(100, 3), (300, 9), (10_000, 300), (100_000, 3_000)] {
            let sizes = sizes(412, total);
            assert_eq!((sizes.iter().sum::<usize>(), sizes[0]), (total, largest));
            assert_eq!(sizes.iter().max(), Some(&largest));
        }
        assert_eq!(sizes(412, 100_000)[411], 60, "the smallest zone, a fiftieth of the largest");
        assert_eq!(sizes(3, 30), [10, 10, 10]);
        assert_eq!(sizes(0, 30), [0; 0]);
    }

    #[test]
    fn ids_are_unique_and_drawn_articles_are_of_the_plan() {
        let plan = Plan::new(zones(50), 20_000, 3);
        let ids = plan.zones.iter().flat_map(|zone| zone.articles.iter().map(|article| article.id(&zone.id)));
        let ids: std::collections::BTreeSet<String> = ids.collect();
        assert_eq!(ids.len(), 20_000);
        let mut random = Random::new(3, 4);
        for _ in 0..1_000 {
            let (zone, article) = plan.any(&mut random).unwrap();
            assert!(ids.contains(&article.id(zone)));
        }
        assert!(Plan::new(zones(50), 0, 3).any(&mut random).is_none());
    }
}
