//! The figures of the charts, and the tables behind the charts.

use investchn_messages::Messages;
use investchn_model::{Chart, ChartTable, ZoneCounts};

/// The figures of the charts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// The approvals of each year that has some, earliest first.
    pub years: Vec<YearCount>,
    /// The approved area of each province in hectares, in the order of the codes.
    pub areas: Vec<ShareCount>,
    /// The commonest terms among the leading industries with their zones, the commonest first.
    pub industries: Vec<ShareCount>,
}

/// The zones approved in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearCount {
    /// The year.
    pub year: u16,
    /// The zones that it approved, as far as they are listed today.
    pub counts: ZoneCounts,
}

/// A name with a number: a province's area, an industry's zones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareCount {
    /// The name.
    pub name: String,
    /// The number.
    pub count: u32,
}

impl Statistics {
    /// Words the tables.
    pub fn tables(&self, words: &Messages) -> Vec<ChartTable> {
        let (facts, register) = (&words.app.facts, &words.app.register);
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
