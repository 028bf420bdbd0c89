//! `new`: its flags, and today's date. No other part of the program reads the clock for a date.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

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
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    date((seconds + AHEAD) / 86_400)
        .parse()
        .map_err(|_| "the system's clock shows no date, name one by --date".to_owned())
}

/// Converts a day, counted from 1970-01-01, to a date. It counts in the 400-year cycles of the calendar from 0000-03-01, so
/// that a leap day is the last day of its year.
fn date(day: u64) -> String {
    let day = day + 719_468;
    let (cycle, day) = (day / 146_097, day % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (day, month, next) =
        (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 }, u64::from(month >= 10));
    format!("{:04}-{month:02}-{day:02}", cycle * 400 + year + next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_converted_to_dates() {
        for (day, expected) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (19_782, "2024-02-29"),
            (19_783, "2024-03-01"),
            (20_088, "2024-12-31"),
            (20_089, "2025-01-01"),
        ] {
            assert_eq!(date(day), expected);
        }
    }

    #[test]
    fn dates_increase_without_a_gap() {
        let all: Vec<PartialDate> = (0..60_000).map(|day| date(day).parse().unwrap()).collect();
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(all.last().map(ToString::to_string).as_deref(), Some("2134-04-10"));
    }
}
