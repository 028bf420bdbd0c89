//! `import`: its flags and its output: a line for each page, and a summary.

use std::path::PathBuf;
use std::process::ExitCode;

use investchn_model::Kind;
use investchn_publish::{BuildError, ImportOptions, ImportSummary, Outcome, PageReport, import};

/// The flags of `import`.
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    /// Folder of sources: site.toml, zones.csv, regions.csv, sources.toml, articles/.
    #[arg(long, value_name = "DIR")]
    content: PathBuf,
    /// Zone of pages that name none: its id, name, short name or alias.
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// Source (来源) of pages that name none.
    #[arg(long, value_name = "OUTLET")]
    source: Option<String>,
    /// Kind of pages that do not say theirs: text, photo or video.
    #[arg(long)]
    kind: Option<Kind>,
    /// Language of the pages, such as en.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Address of the old site, such as http://www.example.com/, for links to its documents and videos.
    #[arg(long, value_name = "ADDRESS")]
    site: Option<String>,
    /// Pages of the old site, or folders with such pages: plain text or HTML, in UTF-8, GBK or GB18030.
    #[arg(required = true, value_name = "PAGE")]
    pages: Vec<PathBuf>,
}

/// Imports the pages, and prints the outcome of each and a summary.
pub(crate) fn run(args: ImportArgs) -> Result<ExitCode, BuildError> {
    let ImportArgs { content, zone, source, kind, lang, site, pages } = args;
    let summary = import(&ImportOptions { content, pages, zone, source, kind, lang, site }, print)?;
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
    if summary.without_source > 0 {
        println!(
            "{} sources name no outlet and have a placeholder: write it there, or import the pages anew with --source",
            summary.without_source
        );
    }
}
