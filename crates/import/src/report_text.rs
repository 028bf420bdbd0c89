//! The text that an import prints: a line for each page, what was taken from it, and the tables at the end.

use std::collections::BTreeMap;

use investchn_page::page::Origin;

use crate::options::{ImportSummary, Outcome, PageReport, PartOrigin, TakenParts};

/// The longest text of a part that is printed, in characters.
const LONGEST: usize = 40;

impl PageReport {
    /// Returns the outcome of the page with its notes, for the terminal.
    pub fn text(&self) -> String {
        let page = self.page.display();
        let mut text = match &self.outcome {
            Outcome::Written { file, draft: false } => format!("{page}: {}", file.display()),
            Outcome::Written { file, draft: true } => format!("{page}: {}, a draft", file.display()),
            Outcome::AlreadyThere(file) => format!("{page}: already there, {}", file.display()),
            Outcome::SourceAdded(file) => format!("{page}: already there, its source is added, {}", file.display()),
            Outcome::NoArticle => format!("{page}: no article, as the profile says"),
            Outcome::NotImported(reason) => format!("{page}: not imported, {reason}"),
        };
        for note in &self.notes {
            text += &format!("\n  {note}");
        }
        text
    }

    /// Returns what was taken from the page, and from where; empty if it was not read.
    pub fn taken_text(&self) -> String {
        self.taken.as_ref().map(taken_text).unwrap_or_default()
    }
}

fn taken_text(taken: &TakenParts) -> String {
    let mut lines: Vec<String> = Vec::new();
    for (name, part) in parts(taken) {
        lines.push(match part {
            Some((text, origin)) => format!("  {name:<7} {} ({})", short(text), worded(origin)),
            None => format!("  {name:<7} -"),
        });
    }
    if let Some((first, last)) = &taken.paragraphs {
        lines.push(format!("  begins  {}", short(first)));
        lines.push(format!("  ends    {}", short(last)));
    }
    lines.push(format!(
        "  body    {} paragraphs, {} pictures, {} tables",
        taken.paragraph_count, taken.picture_count, taken.table_count
    ));
    lines.join("\n")
}

fn parts(taken: &TakenParts) -> [(&'static str, Option<&(String, PartOrigin)>); 4] {
    [
        ("title", taken.title.as_ref()),
        ("date", taken.date.as_ref()),
        ("source", taken.source.as_ref()),
        ("zone", taken.zone.as_ref()),
    ]
}

fn short(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn worded(origin: &PartOrigin) -> String {
    match origin {
        PartOrigin::Page(Origin::Selector) => "selector".to_owned(),
        PartOrigin::Page(Origin::Text) => "text around the body".to_owned(),
        PartOrigin::Page(Origin::Body) => "end of the body".to_owned(),
        PartOrigin::Page(Origin::Stated) => "head or script".to_owned(),
        PartOrigin::Rule(pattern) => format!("rule {pattern}"),
        PartOrigin::Given => "given".to_owned(),
    }
}

/// Counts where the parts of the pages were found.
#[derive(Debug, Default)]
pub struct DryRunTable {
    pages: usize,
    /// For each part and origin the number of pages.
    counts: BTreeMap<(&'static str, &'static str), usize>,
}

/// The columns of the table.
const COLUMNS: [&str; 7] = ["selector", "text", "body", "head", "rule", "given", "missing"];

impl DryRunTable {
    /// Counts a page.
    pub fn add(&mut self, report: &PageReport) {
        let Some(taken) = &report.taken else { return };
        self.pages += 1;
        for (name, part) in parts(taken) {
            let column = match part.map(|(_, origin)| origin) {
                None => "missing",
                Some(PartOrigin::Page(Origin::Selector)) => "selector",
                Some(PartOrigin::Page(Origin::Text)) => "text",
                Some(PartOrigin::Page(Origin::Body)) => "body",
                Some(PartOrigin::Page(Origin::Stated)) => "head",
                Some(PartOrigin::Rule(_)) => "rule",
                Some(PartOrigin::Given) => "given",
            };
            *self.counts.entry((name, column)).or_default() += 1;
        }
        let body = if taken.paragraph_count + taken.picture_count == 0 { "missing" } else { "text" };
        *self.counts.entry(("body", body)).or_default() += 1;
    }

    /// Returns the table for the terminal.
    pub fn text(&self) -> String {
        let head: String = COLUMNS.iter().map(|column| format!("{column:>10}")).collect();
        let mut text = format!("\nWhere the parts of {} pages were found:\n{:<8}{head}", self.pages, "");
        for name in ["title", "date", "source", "zone", "body"] {
            let cell = |column: &&'static str| self.counts.get(&(name, *column)).copied().unwrap_or(0);
            let row: String = COLUMNS.iter().map(|column| format!("{:>10}", cell(column))).collect();
            text += &format!("\n{name:<8}{row}");
        }
        text
    }
}

impl ImportSummary {
    /// Returns the counts for the terminal. The last line is for whoever reads no other.
    pub fn text(&self, dry_run: bool) -> String {
        let documents = if self.documents > 0 { format!(" and {} documents", self.documents) } else { String::new() };
        let mut lines = vec![format!(
            "{} {} pages, {} of them as drafts; {} already there, {} not imported; {} pictures{documents} copied",
            if dry_run { "Would import" } else { "Imported" },
            self.imported,
            self.drafts,
            self.already_there,
            self.not_imported,
            self.pictures,
        )];
        if self.no_articles > 0 {
            lines.push(format!("{} pages are no articles, as the profile says", self.no_articles));
        }
        if self.sources_added > 0 {
            lines.push(format!("{} sources imported before have their outlet now", self.sources_added));
        }
        if self.without_source > 0 {
            lines.push(format!(
                "{} sources name no outlet and have a placeholder: run the import again with --source, or write it there",
                self.without_source
            ));
        }
        lines.join("\n")
    }
}
