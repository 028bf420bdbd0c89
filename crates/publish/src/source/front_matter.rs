//! The TOML between the `+++` lines of an article: what may stand there, and its checks. It owns the keys, not the body.

use std::ops::Range;
use std::path::Path;

use investchn_content::{ArticleId, Kind, PartialDate, ZoneRef};
use serde::Deserialize;
use toml::Spanned;

use super::names::Names;
use super::toml_problem;
use crate::problem::{Place, Problem, RuleId};

/// The line before and after the front matter.
const FENCE: &str = "+++";

/// Checked front matter.
#[derive(Clone, Debug)]
pub(super) struct FrontMatter {
    pub(super) title: String,
    pub(super) published: PartialDate,
    pub(super) source: String,
    pub(super) zone: ZoneRef,
    pub(super) kind: Kind,
    pub(super) lang: String,
    pub(super) summary: Option<String>,
    pub(super) aliases: Vec<String>,
    pub(super) previous: Option<Pin>,
    pub(super) next: Option<Pin>,
    pub(super) draft: bool,
}

/// A neighbour that the front matter names itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pin {
    /// Only its title is held.
    Title(String),
    /// An article of this portal.
    Article {
        /// Which.
        id: ArticleId,
        /// Where it is named.
        place: Place,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    title: Spanned<String>,
    published: Spanned<toml::Value>,
    source: Spanned<String>,
    zone: Spanned<String>,
    kind: Option<Spanned<String>>,
    #[serde(default = "chinese")]
    lang: String,
    summary: Option<String>,
    #[serde(default)]
    aliases: Vec<Spanned<String>>,
    previous: Option<Spanned<RawPin>>,
    next: Option<Spanned<RawPin>>,
    #[serde(default)]
    draft: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPin {
    title: Option<String>,
    article: Option<String>,
}

fn chinese() -> String {
    "zh-CN".to_owned()
}

/// Where the front matter and the body of a source lie in its text.
pub(super) struct Parts {
    pub(super) front: Range<usize>,
    pub(super) body: Range<usize>,
}

/// Splits a source at its fences. None where they are not as they must be.
pub(super) fn split(text: &str) -> Option<Parts> {
    let mut offset = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        let start = offset;
        offset += line.len();
        (start..offset, line.trim_end())
    });
    let (open, first) = lines.next()?;
    if first.trim_start_matches('\u{feff}') != FENCE {
        return None;
    }
    let (close, _) = lines.find(|(_, line)| *line == FENCE)?;
    Some(Parts { front: open.end..close.start, body: close.end..text.len() })
}

/// Parses and checks front matter; what is wrong is added to `problems`, and then there is none.
pub(super) fn parse(
    file: &Path,
    text: &str,
    front: Range<usize>,
    names: &Names,
    problems: &mut Vec<Problem>,
) -> Option<FrontMatter> {
    let raw: Raw = match toml::from_str(&text[front.clone()]) {
        Ok(raw) => raw,
        Err(error) => {
            problems.push(toml_problem(file, text, front.start, &error));
            return None;
        }
    };
    let before = problems.len();
    let mut checks = Checks { file, text, offset: front.start, problems };
    let title = checks.filled(&raw.title, "title", "write the headline");
    let source = checks.filled(&raw.source, "source", "name the outlet or document that carried it first");
    let published = checks.date(&raw.published);
    let zone = checks.zone(&raw.zone, names);
    let kind = checks.kind(raw.kind.as_ref());
    let aliases = raw.aliases.iter().filter_map(|alias| checks.alias(alias)).collect();
    let previous = raw.previous.as_ref().and_then(|pin| checks.pin(pin));
    let next = raw.next.as_ref().and_then(|pin| checks.pin(pin));
    if problems.len() > before {
        return None;
    }
    let (Raw { lang, summary, draft, .. }, published, zone, kind) = (raw, published?, zone?, kind?);
    Some(FrontMatter { title, published, source, zone, kind, lang, summary, aliases, previous, next, draft })
}

/// The checks of one source's entries, each at its place.
struct Checks<'a> {
    file: &'a Path,
    text: &'a str,
    offset: usize,
    problems: &'a mut Vec<Problem>,
}

impl Checks<'_> {
    fn place(&self, span: Range<usize>) -> Place {
        Place::at(self.file, self.text, self.offset + span.start)
    }

    fn problem(&mut self, span: Range<usize>, rule: RuleId, message: String, advice: impl Into<String>) {
        self.problems.push(Problem::new(self.place(span), rule, message, advice));
    }

    fn filled(&mut self, entry: &Spanned<String>, rule: RuleId, advice: &str) -> String {
        let text = entry.get_ref().trim();
        if text.is_empty() {
            self.problem(entry.span(), rule, format!("`{rule}` is empty"), advice);
        }
        text.to_owned()
    }

    fn date(&mut self, entry: &Spanned<toml::Value>) -> Option<PartialDate> {
        let text = match entry.get_ref() {
            toml::Value::Datetime(date) => date.to_string(),
            toml::Value::String(text) => text.clone(),
            toml::Value::Integer(year) => year.to_string(),
            other => other.type_str().to_owned(),
        };
        text.parse()
            .map_err(|error: investchn_content::date::DateError| {
                let advice = "write it as exactly as the source has it: 2022-02-14, \"2021-06\" or \"1984\"";
                self.problem(entry.span(), "date", error.to_string(), advice);
            })
            .ok()
    }

    fn zone(&mut self, entry: &Spanned<String>, names: &Names) -> Option<ZoneRef> {
        let id = entry.get_ref();
        let zone = names.zone(id).cloned();
        if zone.is_none() {
            let advice = format!("nearest in zones.csv: {}", names.nearest(id).join(", "));
            self.problem(entry.span(), "unknown-zone", format!("there is no zone `{id}`"), advice);
        }
        zone
    }

    fn kind(&mut self, entry: Option<&Spanned<String>>) -> Option<Kind> {
        let Some(entry) = entry else {
            return Some(Kind::default());
        };
        let kind = entry.get_ref().parse().ok();
        if kind.is_none() {
            let message = format!("there is no kind `{}`", entry.get_ref());
            self.problem(entry.span(), "kind", message, "write text, photo or video");
        }
        kind
    }

    fn alias(&mut self, entry: &Spanned<String>) -> Option<String> {
        let alias = entry.get_ref();
        let is_path = alias.trim_start_matches('/').chars().next().is_some() && !alias.contains("://");
        let is_safe = !alias.split('/').any(|part| part == "..") && !alias.contains(char::is_whitespace);
        if is_path && is_safe {
            return Some(alias.clone());
        }
        let advice = "write the path below the old site, as in news/show.asp?id=1";
        self.problem(entry.span(), "alias", format!("`{alias}` is no old address"), advice);
        None
    }

    fn pin(&mut self, entry: &Spanned<RawPin>) -> Option<Pin> {
        let advice = "write { title = \"…\" } for a title whose text is not held, or { article = \"<id>\" }";
        match entry.get_ref() {
            RawPin { title: Some(title), article: None } if !title.trim().is_empty() => Some(Pin::Title(title.clone())),
            RawPin { title: None, article: Some(id) } => match id.parse() {
                Ok(id) => Some(Pin::Article { id, place: self.place(entry.span()) }),
                Err(error) => {
                    self.problem(entry.span(), "pin", format!("{error}"), advice);
                    None
                }
            },
            _ => {
                self.problem(entry.span(), "pin", "a pin names a title or an article".to_owned(), advice);
                None
            }
        }
    }
}
