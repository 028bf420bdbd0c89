//! What `import` prints: a line for each page, what was taken from it, and the tables at the end.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_publish::{ImportSummary, LearnedProfile, Origin, Outcome, PageReport, PartOrigin, TakenParts};

/// The longest text of a part that is printed, in characters.
const LONGEST: usize = 40;

/// Prints the outcome of a page, and its notes.
pub(super) fn print(report: &PageReport) {
    let page = report.page.display();
    match &report.outcome {
        Outcome::Written { file, draft: false } => println!("{page}: {}", file.display()),
        Outcome::Written { file, draft: true } => println!("{page}: {}, a draft", file.display()),
        Outcome::AlreadyThere(file) => println!("{page}: already there, {}", file.display()),
        Outcome::SourceAdded(file) => println!("{page}: already there, its source is added, {}", file.display()),
        Outcome::NoArticle => println!("{page}: no article, as the profile says"),
        Outcome::NotImported(reason) => eprintln!("{page}: not imported, {reason}"),
    }
    for note in &report.notes {
        println!("  {note}");
    }
}

/// Prints what was taken from a page, and from where.
pub(super) fn print_taken(report: &PageReport) {
    let Some(taken) = &report.taken else { return };
    for (name, part) in parts(taken) {
        match part {
            Some((text, origin)) => println!("  {name:<7} {} ({})", short(text), worded(origin)),
            None => println!("  {name:<7} -"),
        }
    }
    if let Some((first, last)) = &taken.paragraphs {
        println!("  begins  {}", short(first));
        println!("  ends    {}", short(last));
    }
    println!(
        "  body    {} paragraphs, {} pictures, {} tables",
        taken.paragraph_count, taken.picture_count, taken.table_count
    );
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
pub(super) struct DryRunTable {
    pages: usize,
    /// For each part and origin the number of pages.
    counts: BTreeMap<(&'static str, &'static str), usize>,
}

/// The columns of the table.
const COLUMNS: [&str; 7] = ["selector", "text", "body", "head", "rule", "given", "missing"];

impl DryRunTable {
    pub(super) fn add(&mut self, report: &PageReport) {
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

    pub(super) fn print(&self) {
        println!("\nWhere the parts of {} pages were found:", self.pages);
        let head: String = COLUMNS.iter().map(|column| format!("{column:>10}")).collect();
        println!("{:<8}{head}", "");
        for name in ["title", "date", "source", "zone", "body"] {
            let cell = |column: &&'static str| self.counts.get(&(name, *column)).copied().unwrap_or(0);
            let row: String = COLUMNS.iter().map(|column| format!("{:>10}", cell(column))).collect();
            println!("{name:<8}{row}");
        }
    }
}

/// Prints the counts of an import.
pub(super) fn print_summary(summary: &ImportSummary, dry_run: bool) {
    let documents =
        if summary.documents > 0 { format!(" and {} documents", summary.documents) } else { String::new() };
    println!(
        "{} {} pages, {} of them as drafts; {} already there, {} not imported; {} pictures{documents} copied",
        if dry_run { "Would import" } else { "Imported" },
        summary.imported,
        summary.drafts,
        summary.already_there,
        summary.not_imported,
        summary.pictures,
    );
    if summary.no_articles > 0 {
        println!("{} pages are no articles, as the profile says", summary.no_articles);
    }
    if summary.sources_added > 0 {
        println!("{} sources imported before have their outlet now", summary.sources_added);
    }
    if summary.without_source > 0 {
        println!(
            "{} sources name no outlet and have a placeholder: run the import again with --source, or write it there",
            summary.without_source
        );
    }
}

/// Prints what was learned.
pub(super) fn print_learned(learned: &LearnedProfile, file: &Path) {
    let parts = [
        ("title", &learned.title),
        ("date", &learned.date),
        ("source", &learned.source),
        ("body", &learned.body),
        ("previous", &learned.previous),
        ("next", &learned.next),
    ];
    for (name, part) in parts {
        match part {
            Some(part) => println!("{name:<9}{} ({} of {} pages)", part.selector, part.agreeing, part.found),
            None => println!("{name:<9}no selector found, each page is read by itself"),
        }
    }
    for dropped in &learned.dropped {
        println!("drop     {dropped}");
    }
    println!("Wrote {} from {} pages; try it: import --dry-run --profile {0}", file.display(), learned.pages);
}
