//! `new`: its flags, and today's date. No other part of the program reads the clock for a date.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::DateTime;
use investchn_model::{Kind, PartialDate};
use investchn_publish::{BuildError, NewArticle, NewArticleError, new_article};

/// China's offset from UTC in seconds, which is the same all year.
const AHEAD: u64 = 8 * 60 * 60;

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
    #[arg(long, value_name = "DATE")]
    date: Option<PartialDate>,
    /// text, photo or video.
    #[arg(long, default_value_t = Kind::Text, value_parser = kind)]
    kind: Kind,
}

fn kind(text: &str) -> Result<Kind, String> {
    text.parse().map_err(|()| "write text, photo or video".to_owned())
}

/// Creates the file and prints its path.
pub(crate) fn run(args: NewArgs) -> Result<ExitCode, BuildError> {
    let date = match args.date.map_or_else(today, Ok) {
        Ok(date) => date,
        Err(error) => return Ok(refuse(&error)),
    };
    let article = NewArticle { content: args.content, zone: args.zone, title: args.title, date, kind: args.kind };
    match new_article(&article) {
        Ok(path) => println!("{}", path.display()),
        Err(NewArticleError::Sources(error)) => return Err(error),
        Err(error) => return Ok(refuse(&error.to_string())),
    }
    Ok(ExitCode::SUCCESS)
}

fn refuse(reason: &str) -> ExitCode {
    eprintln!("error: {reason}");
    ExitCode::FAILURE
}

/// Returns today's date in China.
fn today() -> Result<PartialDate, String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    date_in_china(now.as_secs()).ok_or_else(|| "the system's clock shows no date, name one by --date".to_owned())
}

/// Returns the date in China at a time, in seconds since 1970.
fn date_in_china(seconds: u64) -> Option<PartialDate> {
    let time = DateTime::from_timestamp(i64::try_from(seconds + AHEAD).ok()?, 0)?;
    time.date_naive().to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_in_china_eight_hours_before_utc() {
        for (seconds, date) in [
            (0, "1970-01-01"),
            (1_709_222_399, "2024-02-29"),
            (1_709_222_400, "2024-03-01"),
            (1_735_660_799, "2024-12-31"),
            (1_735_660_800, "2025-01-01"),
        ] {
            assert_eq!(date_in_china(seconds), date.parse().ok(), "{seconds}");
        }
    }
}
