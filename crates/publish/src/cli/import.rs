//! `import`: its flags and its output: a line for each page, and a summary.

use std::path::PathBuf;
use std::process::ExitCode;

use investchn_publish::{BuildError, ImportOptions, ImportSummary, Outcome, PageReport, import};

/// The flags of `import`.
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    /// Folder of sources: site.toml, zones.csv, regions.csv, sources.toml, articles/.
    #[arg(long, value_name = "DIR")]
    content: PathBuf,
    /// Pages of the old site, or folders with such pages: plain text or HTML, in UTF-8, GBK or GB18030.
    #[arg(required = true, value_name = "PAGE")]
    pages: Vec<PathBuf>,
}

/// Imports the pages, and prints the outcome of each and a summary.
pub(crate) fn run(args: ImportArgs) -> Result<ExitCode, BuildError> {
    let summary = import(&ImportOptions { content: args.content, pages: args.pages }, print)?;
    print_summary(&summary);
    Ok(if summary.not_imported == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print(report: &PageReport) {
    let page = report.page.display();
    match &report.outcome {
        Outcome::Written { file, draft: false } => println!("{page}: {}", file.display()),
        Outcome::Written { file, draft: true } => println!("{page}: {}, a draft", file.display()),
        Outcome::AlreadyThere(file) => println!("{page}: already there, {}", file.display()),
        Outcome::NotImported(reason) => eprintln!("{page}: not imported, {reason}"),
    }
    for note in &report.notes {
        println!("  {note}");
    }
}

fn print_summary(summary: &ImportSummary) {
    println!(
        "Imported {} pages, {} of them as drafts; {} already there, {} not imported; {} pictures copied",
        summary.imported, summary.drafts, summary.already_there, summary.not_imported, summary.pictures,
    );
}
