//! The table of measurements beside the goals, for people and as JSON.

use investchn_localized::Text;
use investchn_tooling::language::told;
use investchn_tooling::told;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Serialize, Serializer};

/// A line of the table.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Row {
    /// The name of the measurement.
    #[serde(serialize_with = "english")]
    pub(crate) what: Text,
    /// The goal; empty if there is none.
    #[serde(serialize_with = "english")]
    pub(crate) goal: Text,
    /// The figure of this search.
    pub(crate) ours: String,
    /// The figure of Pagefind; empty if it was not measured.
    pub(crate) pagefind: String,
    /// True if the goal is met; none if there is no goal.
    pub(crate) is_met: Option<bool>,
}

impl Row {
    /// Makes a row without a goal.
    pub(crate) fn new(what: Text, ours: impl Into<String>) -> Self {
        let (goal, pagefind) = (Text::default(), String::new());
        Row { what, goal, ours: ours.into(), pagefind, is_met: None }
    }

    /// Adds the goal, and whether it is met.
    pub(crate) fn goal(mut self, goal: Text, is_met: bool) -> Self {
        (self.goal, self.is_met) = (goal, Some(is_met));
        self
    }

    /// Adds Pagefind's figure.
    pub(crate) fn pagefind(mut self, figure: impl Into<String>) -> Self {
        self.pagefind = figure.into();
        self
    }

    fn line(&self) -> String {
        let Row { what, goal, ours, pagefind, is_met } = self;
        let verdict = match is_met {
            Some(true) => told!(zh "达到", en "met"),
            Some(false) => told!(zh "**未达到**", en "**missed**"),
            None => String::new(),
        };
        let (what, goal) = (told(what), told(goal));
        format!("| {what} | {goal} | {ours} | {pagefind} | {verdict} |")
    }
}

/// JSON has the English texts.
fn english<S: Serializer>(text: &Text, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text.en)
}

/// All rows.
#[derive(Default)]
pub(crate) struct Report {
    rows: Vec<Row>,
}

impl Report {
    pub(crate) fn add(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Prints the table.
    pub(crate) fn print(&self) {
        println!(
            "\n{}\n| :-- | :-- | --: | --: | :-- |",
            told!(zh "| 项目 | 目标 | InvestCHN | Pagefind | |", en "| what | goal | InvestCHN | Pagefind | |")
        );
        self.rows.iter().for_each(|row| println!("{}", row.line()));
        println!();
    }

    /// Writes the rows as JSON.
    pub(crate) fn write(&self, file: &Path) -> Result<()> {
        let folder = file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .with_context(|| told!(zh "无法新建文件夹 {}", en "{} cannot be made", folder.display()))?;
        fs::write(file, serde_json::to_string_pretty(&self.rows)?)
            .with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", file.display()))?;
        println!("{}", told!(zh "全部数据在 {}。", en "All of it is in {}.", file.display()));
        Ok(())
    }
}

/// Sorted figures of many queries.
pub(crate) struct Figures(Vec<f64>);

impl Figures {
    pub(crate) fn new(figures: impl IntoIterator<Item = f64>) -> Self {
        let mut figures: Vec<f64> = figures.into_iter().collect();
        figures.sort_by(f64::total_cmp);
        Figures(figures)
    }

    /// Returns the figure that a share of them, in percent, does not exceed; 0 of none.
    pub(crate) fn percentile(&self, share: usize) -> f64 {
        self.0.get(self.0.len().saturating_sub(1) * share / 100).copied().unwrap_or_default()
    }

    /// Returns median, 95 % and the most, worded in a unit.
    pub(crate) fn worded(&self, unit: f64, name: &str) -> String {
        let [median, most_often, most] = [50, 95, 100].map(|share| self.percentile(share) / unit);
        told!(
            zh "中位数 {median:.1} {name}，95 % 不超过 {most_often:.1}，最大 {most:.1}",
            en "{median:.1} {name} median, {most_often:.1} at 95 %, {most:.1} most"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_mark_misses() {
        let row = Row::new(Text::same("build"), "9 s").goal(Text::same("under 5 s"), false).pagefind("90 s");
        assert_eq!(row.line(), "| build | under 5 s | 9 s | 90 s | **missed** |");
        assert_eq!(Row::new(Text::same("files"), "9").line(), "| files |  | 9 |  |  |");
    }

    #[test]
    fn figures_are_sorted() {
        let figures = Figures::new([3000.0, 1000.0, 2000.0]);
        assert_eq!(figures.worded(1000.0, "KB"), "2.0 KB median, 2.0 at 95 %, 3.0 most");
        assert_eq!(Figures::new([]).percentile(50), 0.0);
    }
}
