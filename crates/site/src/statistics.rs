//! The figures of the register's charts, of listed zones, and the tables behind the charts.

use std::collections::BTreeMap;

use investchn_messages::ZH;
use investchn_model::route::Chart;
use investchn_model::{ChartTable, Region, RegionCode, ZoneCounts};
use investchn_sources::SourceTree;

use crate::register::listed;

/// The number of industries in the chart.
const INDUSTRIES: usize = 20;

/// The figures of the charts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Statistics {
    /// The approvals of each year that has some, earliest first.
    pub(crate) years: Vec<YearCount>,
    /// The approved area of each province in hectares, in the order of the codes.
    pub(crate) areas: Vec<ShareCount>,
    /// The commonest terms among the leading industries with their zones, the commonest first.
    pub(crate) industries: Vec<ShareCount>,
}

/// The zones approved in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearCount {
    pub(crate) year: u16,
    /// The zones that it approved, as far as they are listed today.
    pub(crate) counts: ZoneCounts,
}

/// A name with a number: a province's area, an industry's zones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShareCount {
    pub(crate) name: String,
    pub(crate) count: u32,
}

impl Statistics {
    /// Counts. A zone whose date or area is unknown or doubtful is left out.
    pub(crate) fn of(content: &SourceTree) -> Self {
        let mut years: BTreeMap<u16, ZoneCounts> = BTreeMap::new();
        let mut areas: BTreeMap<RegionCode, (&Region, u32)> = BTreeMap::new();
        let mut industries: BTreeMap<&str, u32> = BTreeMap::new();
        for zone in listed(content) {
            // Of a span of years it is not known which one it was.
            if let Some(fact) = zone.approved.as_ref().filter(|fact| fact.value.to.is_none()) {
                years.entry(fact.value.from.year()).or_default().add(zone.level, &zone.types);
            }
            if let Some(fact) = zone.area_ha.as_ref().filter(|fact| !fact.doubtful) {
                areas.entry(zone.province.code).or_insert((&zone.province, 0)).1 += fact.value.hundredths();
            }
            for term in zone.industries.iter().flat_map(|fact| &fact.value) {
                *industries.entry(term).or_default() += 1;
            }
        }
        let mut industries: Vec<ShareCount> =
            industries.into_iter().map(|(name, count)| ShareCount { name: name.to_owned(), count }).collect();
        industries.sort_by(|one, other| (other.count, &one.name).cmp(&(one.count, &other.name)));
        industries.truncate(INDUSTRIES);
        let whole = |hundredths: u32| (hundredths + 50) / 100;
        let area = |(region, sum): (&Region, u32)| ShareCount { name: region.short_name.clone(), count: whole(sum) };
        Statistics {
            years: years.into_iter().map(|(year, counts)| YearCount { year, counts }).collect(),
            areas: areas.into_values().map(area).collect(),
            industries,
        }
    }

    /// Words the tables.
    pub(crate) fn tables(&self) -> Vec<ChartTable> {
        let (facts, register) = (&ZH.facts, &ZH.register);
        let table = |chart, headings: &[&str], rows| ChartTable {
            chart,
            headings: headings.iter().map(|it| (*it).to_owned()).collect(),
            rows,
        };
        let year = |YearCount { year, counts }: &YearCount| {
            let numbers = [counts.etdz, counts.htz, counts.customs, counts.border, counts.other, counts.provincial()];
            std::iter::once(year).chain(&numbers).map(u16::to_string).collect()
        };
        let share = |share: &ShareCount| vec![share.name.clone(), share.count.to_string()];
        let types = [facts.etdz_short, facts.htz_short, facts.customs, facts.border, facts.other_type];
        let of_years = [&[register.chart_year], &types[..], &[facts.provincial]].concat();
        vec![
            table(Chart::Years, &of_years, self.years.iter().map(year).collect()),
            table(Chart::Areas, &[register.province, register.hectares], self.areas.iter().map(share).collect()),
            table(
                Chart::Industries,
                &[facts.industries, register.chart_zones],
                self.industries.iter().map(share).collect(),
            ),
        ]
    }
}
