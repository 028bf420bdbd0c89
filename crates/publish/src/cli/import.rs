//! `import`: its flags, and its verbs: import pages, try an import, learn a profile.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use investchn_cli::{kind, print, progress};
use investchn_localized::{FileAction, Lang, localized};
use investchn_model::Kind;
use investchn_publish::{
    BuildError, DryRunTable, ImportOptions, NamedZone, Outcome, ReviewFile, SiteProfile, import, learn_profile,
};

/// The file of a profile that `--learn` writes.
const PROFILE: &str = "import.toml";

/// The page that shows old pages beside their sources.
const REVIEW: &str = "import-report.html";

/// The flags of `import`.
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    /// Folder of sources: site.toml, zones.csv, regions.csv, sources.toml, articles/.
    #[arg(long, value_name = "DIR", required_unless_present = "learn")]
    content: Option<PathBuf>,
    /// Zone of pages that name none: its id, name, short name or alias.
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// Source (来源) of pages that name none.
    #[arg(long, value_name = "OUTLET")]
    source: Option<String>,
    /// Kind of pages that do not say theirs: text, photo or video.
    #[arg(long, value_parser = kind)]
    kind: Option<Kind>,
    /// Language of the pages, such as en.
    #[arg(long, value_name = "TAG")]
    page_lang: Option<String>,
    /// Address of the old site, such as http://www.example.com/, for links to its documents and videos.
    #[arg(long, value_name = "ADDRESS")]
    site: Option<String>,
    /// Profile of the old site: selectors of its pages' parts, and rules for their addresses (docs/import.md).
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// Write nothing. Print what would be taken from each page and from where, and what is missing.
    #[arg(long)]
    dry_run: bool,
    /// Write a first profile, import.toml, from many pages of one site.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["content", "pages", "profile", "dry_run"])]
    learn: Option<PathBuf>,
    /// Pages of the old site, or folders with such pages: plain text or HTML, in UTF-8, GBK or GB18030.
    #[arg(required_unless_present = "learn", value_name = "PAGE")]
    pages: Vec<PathBuf>,
}

/// Imports the pages, and prints the outcome of each and a summary.
pub(crate) fn run(args: ImportArgs, lang: Lang) -> Result<ExitCode, BuildError> {
    if let Some(folder) = &args.learn {
        return learn(folder, lang);
    }
    let content = args.content.unwrap_or_default();
    let mut profile = args.profile.as_deref().map(read_profile).transpose()?.unwrap_or_default();
    // The command line counts before the file.
    profile.zone = args.zone.map(|name| NamedZone { name, location: None }).or(profile.zone);
    profile.source = args.source.or(profile.source);
    profile.kind = args.kind.or(profile.kind);
    profile.lang = args.page_lang.or(profile.lang);
    profile.site = args.site.or(profile.site);
    // A folder named `content` has its parent as the working folder.
    let beside = content.parent().unwrap_or(Path::new("")).join(REVIEW);
    let dry_run = args.dry_run;
    let review = Some(ReviewFile { path: beside.clone(), lang });
    let options = ImportOptions { content, pages: args.pages, profile, dry_run, review };
    let template = localized!(zh "{{bar:30}} {{pos}}/{{len}} 页，还需 {{eta}}", en "{{bar:30}} {{pos}}/{{len}} pages, {{eta}} left");
    let bar = progress(&template, lang);
    let mut table = DryRunTable::default();
    let summary = import(
        &options,
        |pages| bar.set_length(pages as u64),
        |report| {
            let text = report.text();
            let text = text.get(lang);
            bar.suspend(|| match report.outcome {
                Outcome::NotImported(_) => eprintln!("{text}"),
                _ => println!("{text}"),
            });
            if dry_run && report.taken.is_some() {
                bar.suspend(|| print(&report.taken_text(), lang));
            }
            table.add(report);
            bar.inc(1);
        },
    )?;
    bar.finish_and_clear();
    if dry_run {
        print(&table.text(), lang);
    }
    let shown = localized!(
        zh "{}：旧页面与稿件对照，有疑点的在前",
        en "{}: old pages beside their sources, those in doubt first",
        beside.display()
    );
    print(&shown, lang);
    print(&summary.text(dry_run), lang);
    Ok(if summary.not_imported == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read_profile(file: &Path) -> Result<SiteProfile, BuildError> {
    let read = |source| BuildError::File { action: FileAction::Read, path: file.to_owned(), source };
    let bytes = fs::read(file).map_err(read)?;
    let text = String::from_utf8_lossy(&bytes);
    SiteProfile::parse(file, text.trim_start_matches('\u{feff}')).map_err(BuildError::Diagnostics)
}

/// Writes a profile that was learned from a folder. Never overwrites one that a person may have completed.
fn learn(folder: &Path, lang: Lang) -> Result<ExitCode, BuildError> {
    let learned = learn_profile(folder)?;
    let file = Path::new(PROFILE);
    let mut options = fs::OpenOptions::new();
    let written = options.write(true).create_new(true).open(file);
    let failed = |source| BuildError::File { action: FileAction::Write, path: file.to_owned(), source };
    std::io::Write::write_all(&mut written.map_err(failed)?, learned.to_toml(lang).as_bytes()).map_err(failed)?;
    print(&learned.summary(), lang);
    let wrote = localized!(
        zh "已根据 {1} 个页面写出 {0}；先试用：import --dry-run --profile {0}",
        en "Wrote {0} from {1} pages; try it: import --dry-run --profile {0}",
        file.display(),
        learned.pages
    );
    print(&wrote, lang);
    Ok(ExitCode::SUCCESS)
}
