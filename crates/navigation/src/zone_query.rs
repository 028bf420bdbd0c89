//! A query to the register. Its conditions stay as the reader wrote them, under the names that they have in an address
//! (`/zones/?q=苏州&type=htz`); `Conditions` is what they mean.

use investchn_model::{Level, RegionCode, TypeGroup};

/// A condition of a query, or its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parameter {
    /// Words, each of which the zone's names or places must contain.
    Text,
    /// A level.
    Level,
    /// A group of types.
    Type,
    /// A province's code.
    Province,
    /// A part of a leading industry's name.
    Industry,
    /// The first year of approval.
    YearFrom,
    /// The last year of approval.
    YearTo,
    /// The smallest area in whole hectares.
    AreaFrom,
    /// The largest area in whole hectares.
    AreaTo,
    /// The column that orders the rows, with a hyphen before it if the largest comes first.
    Sort,
}

impl Parameter {
    /// Every parameter with its name in an address, in the order of the enum.
    pub const ALL: [(Parameter, &'static str); 10] = [
        (Parameter::Text, "q"),
        (Parameter::Level, "level"),
        (Parameter::Type, "type"),
        (Parameter::Province, "province"),
        (Parameter::Industry, "industry"),
        (Parameter::YearFrom, "from"),
        (Parameter::YearTo, "to"),
        (Parameter::AreaFrom, "min"),
        (Parameter::AreaTo, "max"),
        (Parameter::Sort, "sort"),
    ];
}

/// A query to the register: a text for each parameter, empty if it has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ZoneQuery([String; Parameter::ALL.len()]);

impl ZoneQuery {
    /// Returns the text of a parameter.
    pub fn get(&self, parameter: Parameter) -> &str {
        &self.0[parameter as usize]
    }

    /// Sets the text of a parameter.
    pub fn set(&mut self, parameter: Parameter, text: String) {
        self.0[parameter as usize] = text;
    }

    /// Returns true if the query selects every zone, in the register's own order.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|text| text.trim().is_empty())
    }

    /// Returns true if a condition has a value that is not among those that the page always shows.
    pub fn has_more_conditions(&self) -> bool {
        use Parameter::{AreaFrom, AreaTo, Industry, YearFrom, YearTo};
        [Industry, YearFrom, YearTo, AreaFrom, AreaTo].iter().any(|it| !self.get(*it).is_empty())
    }

    /// Returns the value of the parameter `sort` after a press on a column's heading: ascending, then descending.
    pub fn sorted_by(&self, column: &str) -> String {
        if self.get(Parameter::Sort) == column { ["-", column].concat() } else { column.to_owned() }
    }

    /// Returns what the query means. A text that means nothing is no condition.
    pub(crate) fn conditions(&self) -> Conditions {
        let number = |parameter| self.get(parameter).trim().parse().ok();
        let sort = self.get(Parameter::Sort);
        let (column, descending) = sort.strip_prefix('-').map_or((sort, false), |column| (column, true));
        let column = Column::ALL.iter().find(|(_, name)| *name == column);
        Conditions {
            level: match self.get(Parameter::Level) {
                "national" => Some(Level::National),
                "provincial" => Some(Level::Provincial),
                _ => None,
            },
            group: TypeGroup::ALL.iter().find(|(_, word)| *word == self.get(Parameter::Type)).map(|(group, _)| *group),
            province: self.get(Parameter::Province).parse().ok(),
            years: (number(Parameter::YearFrom), number(Parameter::YearTo)),
            areas: (number(Parameter::AreaFrom), number(Parameter::AreaTo)),
            order: column.map(|(column, _)| Order { column: *column, descending }),
        }
    }
}

/// A column that can order the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The id, which is the place's pinyin.
    Name,
    /// National zones first.
    Level,
    /// The types in their order.
    Type,
    /// The code of province and city.
    Province,
    /// The date of approval.
    Approved,
    /// The area.
    Area,
    /// The text of the industries.
    Industries,
}

impl Column {
    /// Every column with its name in an address, in the order of the table.
    pub const ALL: [(Column, &'static str); 7] = [
        (Column::Name, "name"),
        (Column::Level, "level"),
        (Column::Type, "type"),
        (Column::Province, "province"),
        (Column::Approved, "year"),
        (Column::Area, "area"),
        (Column::Industries, "industry"),
    ];
}

/// An order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// True if the largest comes first.
    pub descending: bool,
}

/// The meaning of a query, without its words.
pub(crate) struct Conditions {
    pub(crate) level: Option<Level>,
    pub(crate) group: Option<TypeGroup>,
    pub(crate) province: Option<RegionCode>,
    /// The first and the last year.
    pub(crate) years: (Option<u32>, Option<u32>),
    /// The smallest and the largest area in hectares.
    pub(crate) areas: (Option<u32>, Option<u32>),
    /// The order; none for the register's own.
    pub(crate) order: Option<Order>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_order_of_the_parameters() {
        for (place, (parameter, _)) in Parameter::ALL.into_iter().enumerate() {
            assert_eq!(parameter as usize, place);
        }
    }

    #[test]
    fn a_text_without_meaning_is_no_condition() {
        let mut query = ZoneQuery::default();
        assert!(query.is_empty() && !query.has_more_conditions());
        for parameter in [Parameter::Level, Parameter::Type, Parameter::Province, Parameter::YearFrom, Parameter::Sort]
        {
            query.set(parameter, "x".to_owned());
        }
        let conditions = query.conditions();
        assert!(conditions.level.is_none() && conditions.group.is_none() && conditions.province.is_none());
        assert!(conditions.years.0.is_none() && conditions.order.is_none());
        assert!(query.has_more_conditions());
    }

    #[test]
    fn a_heading_sorts_both_ways() {
        let mut query = ZoneQuery::default();
        assert_eq!(query.sorted_by("area"), "area");
        query.set(Parameter::Sort, "area".to_owned());
        assert_eq!(query.sorted_by("area"), "-area");
        query.set(Parameter::Sort, "-area".to_owned());
        assert_eq!(query.sorted_by("area"), "area");
        assert!(query.conditions().order.is_some_and(|order| order.descending));
    }
}
