//! `new`: its flags.

use std::path::PathBuf;
use std::process::ExitCode;

use investchn_cli::{date, kind, print_reason};
use investchn_localized::{Lang, Localized, Text, localized};
use investchn_model::{Kind, PartialDate};
use investchn_publish::{BuildError, NewArticle, NewArticleError, new_article, today_in_china};

/// The flags of `new`.
#[derive(Debug, clap::Args)]
pub(crate) struct NewArgs {
    /// Folder of sources: site.toml, zones.csv, regions.csv, sources.toml, articles/.
    #[arg(long, value_name = "DIR")]
    content: PathBuf,
    /// The zone, by its id or any of its names: huaian-htz, 淮安高新区.
    zone: String,
    /// The headline.
    title: String,
    /// Date of publication, as precise as it is known: 2022-02-14, 2021-06, 1984 [default: today in China].
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<PartialDate>,
    /// text, photo or video.
    #[arg(long, default_value_t = Kind::Text, value_parser = kind)]
    kind: Kind,
}

/// Creates the file and prints its path.
pub(crate) fn run(args: NewArgs, lang: Lang) -> Result<ExitCode, BuildError> {
    let Some(date) = args.date.or_else(today_in_china) else {
        let reason = localized!(
            zh "系统时钟没有日期，用 --date 指定",
            en "the system's clock shows no date, name one by --date"
        );
        return Ok(refuse(&reason, lang));
    };
    let article = NewArticle { content: args.content, zone: args.zone, title: args.title, date, kind: args.kind };
    match new_article(&article) {
        Ok(path) => println!("{}", path.display()),
        Err(NewArticleError::Sources(error)) => return Err(error),
        Err(error) => return Ok(refuse(&error.localized(), lang)),
    }
    Ok(ExitCode::SUCCESS)
}

fn refuse(reason: &Text, lang: Lang) -> ExitCode {
    print_reason(reason, lang);
    ExitCode::FAILURE
}
