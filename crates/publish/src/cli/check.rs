//! `check`: its flags and its output.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::ValueEnum;
use investchn_cli::day;
use investchn_localized::{Lang, localized};
use investchn_model::PartialDate;
use investchn_publish::{BuildError, CheckOptions, Report, Tool, check, clock_day, fix};

/// Name and version of this program in SARIF.
const TOOL: Tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };

/// The flags of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// Folder of sources: site.toml, zones.csv, regions.csv, sources.toml, articles/.
    #[arg(long, value_name = "DIR")]
    content: PathBuf,
    /// Fail on warnings too.
    #[arg(long)]
    strict: bool,
    /// Text for people, JSON, or SARIF 2.1.0 for code hosts.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Today, as in 2026-11-24: a later date is an error [default: the day of the newest commit, else of the clock].
    #[arg(long, value_name = "DATE", value_parser = day)]
    now: Option<PartialDate>,
    /// Maximum number of diagnostics to print, errors first; the rest is counted.
    #[arg(long, value_name = "N", default_value_t = Report::LIMIT)]
    limit: usize,
    /// List the notes too; else they are only counted.
    #[arg(long)]
    notes: bool,
    /// Check drafts as if they were published.
    #[arg(long)]
    drafts: bool,
    /// Mend what has one reading, and show the difference first.
    #[arg(long)]
    fix: bool,
    /// With --fix: show the difference, and write nothing.
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
}

/// Checks the content and prints the report. The exit code is 1 if there are errors, or with `--strict` warnings.
pub(crate) fn run(args: &CheckArgs, lang: Lang) -> Result<ExitCode, BuildError> {
    let start = Instant::now();
    let clock = clock_day(args.now, &args.content);
    let options = CheckOptions { content: args.content.clone(), now: args.now.or(clock), drafts: args.drafts };
    if args.fix {
        // Programs read the report from standard output.
        fix(&options, args.dry_run, |shown| match args.format {
            Format::Text => drop(write!(std::io::stdout(), "{}", shown.get(lang))),
            Format::Json | Format::Sarif => eprint!("{}", shown.get(lang)),
        })?;
    }
    let mut report = check(&options)?;
    if let Some(day) = clock {
        let text = localized!(
            zh "没有提交记录，按系统时钟今天是 {day}；可用 --now 指定别的日期",
            en "today is {day} by this machine's clock, for there is no commit; --now names another day"
        );
        eprintln!("{}", text.get(lang));
    }
    if !args.notes {
        report = report.without_notes();
    }
    let printed = match args.format {
        Format::Text => {
            let seconds = start.elapsed().as_secs_f64();
            let time = localized!(zh "，用时 {seconds:.2} 秒", en ", {seconds:.2} s");
            report.text(args.limit, lang) + report.summary().then(&time).get(lang)
        }
        Format::Json => report.json(args.limit, lang)?,
        Format::Sarif => report.sarif(TOOL, args.limit, lang)?,
    };
    // Writing fails if the reader has closed the pipe, as `head` does.
    let _ = writeln!(std::io::stdout(), "{printed}");
    let failed = report.errors() > 0 || args.strict && report.warnings() > 0;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
