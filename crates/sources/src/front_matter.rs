//! The front matter of an article, the TOML between its `+++` lines: parses it and checks each key.

mod depth;
pub(crate) mod translation;

use std::ops::Range;
use std::path::Path;

use investchn_model::{ArticleId, Correction, Kind, OldAddress, PartialDate, ZoneRef};
use serde::{Deserialize, Serialize};
use toml::Spanned;

use depth::is_too_deep;

use crate::suppression::{RawSuppression, Suppression};
use investchn_diagnostics::{Diagnostic, LineColumn, LineIndex, Location};
use investchn_diagnostics::{Rule, rules};
use investchn_localized::{Localized, Text, localized};
use investchn_markdown::ProseKind;
use investchn_mending::parse_error;
use investchn_toml::{toml_date, toml_diagnostics};
use investchn_zones::ZoneLookup;

/// The line before and after the front matter.
const FENCE: &str = "+++";

/// The names of all entries, in any of its tables.
const KEYS: [&str; 17] = [
    "title",
    "published",
    "source",
    "zone",
    "kind",
    "lang",
    "summary",
    "aliases",
    "previous",
    "next",
    "corrections",
    "draft",
    "suppress",
    "silence",
    "date",
    "text",
    "article",
];

/// Checked front matter.
#[derive(Clone, Debug)]
pub(crate) struct FrontMatter {
    pub(crate) title: String,
    pub(crate) published: PartialDate,
    pub(crate) source: String,
    pub(crate) zone: ZoneRef,
    pub(crate) kind: Kind,
    pub(crate) lang: String,
    pub(crate) summary: Option<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) previous: Option<Pin>,
    pub(crate) next: Option<Pin>,
    pub(crate) corrections: Vec<Correction>,
    pub(crate) draft: bool,
    pub(crate) suppressions: Vec<Suppression>,
    pub(crate) title_at: LineColumn,
    pub(crate) published_at: LineColumn,
    pub(crate) spans: ArticleSpans,
}

/// The byte ranges of an article's parts in its file.
#[derive(Clone, Debug)]
pub struct ArticleSpans {
    /// The value of `title`.
    pub title: Range<usize>,
    /// The value of `source`; none in a translation that takes it from its original.
    pub source: Option<Range<usize>>,
    /// The value of `summary`, if there is one.
    pub summary: Option<Range<usize>>,
    /// The titles of neighbours and the texts of corrections.
    pub entries: Vec<TextEntry>,
    /// The body.
    pub body: Range<usize>,
}

/// A text of the front matter that readers see.
#[derive(Clone, Debug)]
pub struct TextEntry {
    /// Its kind.
    pub kind: ProseKind,
    /// The text.
    pub text: String,
    /// The entry in the file.
    pub span: Range<usize>,
}

impl TextEntry {
    fn correction(correction: &RawCorrection, in_file: impl Fn(Range<usize>) -> Range<usize>) -> Self {
        let text = correction.text.get_ref().clone();
        TextEntry { kind: ProseKind::Correction, text, span: in_file(correction.text.span()) }
    }
}

/// The previous or next article, as the front matter names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pin {
    /// An article that the portal does not have.
    Title {
        /// Its title.
        title: String,
        /// Its zone, to which the page leads instead.
        zone: Option<ZoneRef>,
    },
    /// An article of this portal.
    Article {
        /// Its id.
        id: ArticleId,
        /// The location of the entry.
        place: Location,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFrontMatter {
    title: Spanned<String>,
    published: Spanned<toml::Value>,
    source: Spanned<String>,
    zone: Spanned<String>,
    kind: Option<Spanned<String>>,
    #[serde(default = "chinese")]
    lang: String,
    summary: Option<Spanned<String>>,
    #[serde(default)]
    aliases: Vec<Spanned<String>>,
    previous: Option<Spanned<RawPin>>,
    next: Option<Spanned<RawPin>>,
    #[serde(default)]
    corrections: Vec<RawCorrection>,
    #[serde(default)]
    draft: bool,
    /// `silence` is the former name of the key.
    #[serde(default, alias = "silence")]
    suppress: Vec<Spanned<RawSuppression>>,
}

impl RawFrontMatter {
    /// Lists the titles of neighbours and the texts of corrections, with their places in the file.
    fn text_entries(&self, in_file: impl Fn(Range<usize>) -> Range<usize>) -> Vec<TextEntry> {
        let pinned = [&self.previous, &self.next].into_iter().flatten().filter_map(|pin| {
            let text = pin.get_ref().title.clone()?;
            Some(TextEntry { kind: ProseKind::NeighbourTitle, text, span: in_file(pin.span()) })
        });
        let corrections = self.corrections.iter().map(|correction| TextEntry::correction(correction, &in_file));
        pinned.chain(corrections).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCorrection {
    date: Spanned<toml::Value>,
    text: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPin {
    title: Option<String>,
    zone: Option<Spanned<String>>,
    article: Option<String>,
}

fn chinese() -> String {
    "zh-CN".to_owned()
}

/// The byte ranges of the front matter and the body in a source.
pub(crate) struct Parts {
    pub(crate) front: Range<usize>,
    pub(crate) body: Range<usize>,
}

/// Splits a source at its fences. Returns none if the file does not begin with a fence or has no second one.
pub(crate) fn split(text: &str) -> Option<Parts> {
    let mut offset = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        let start = offset;
        offset += line.len();
        (start..offset, line.trim_end())
    });
    let is_blank = |line: &str| line.trim_start_matches('\u{feff}').trim().is_empty();
    let (open, first) = lines.find(|(_, line)| !is_blank(line))?;
    if first.trim_start_matches('\u{feff}').trim() != FENCE {
        return None;
    }
    let (close, _) = lines.find(|(_, line)| line.trim() == FENCE)?;
    Some(Parts { front: open.end..close.start, body: close.end..text.len() })
}

/// Parses and checks front matter. Adds its faults to `diagnostics`, and returns none if there are any.
pub(crate) fn parse(
    file: &Path,
    text: &str,
    Parts { front, body }: Parts,
    names: &ZoneLookup,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<FrontMatter> {
    if is_too_deep(file, text, &front, diagnostics) {
        return None;
    }
    let raw: RawFrontMatter = match toml::from_str(&text[front.clone()]) {
        Ok(raw) => raw,
        Err(error) => {
            toml_diagnostics(file, text, front, &error, &KEYS, diagnostics);
            return None;
        }
    };
    let before = diagnostics.len();
    let mut checks = Checks { lines: LineIndex::new(file, text), offset: front.start, diagnostics };
    let title = checks.filled(&raw.title, &rules::TITLE, || localized!(zh "写上标题", en "write the headline"));
    let source = checks.filled(
        &raw.source,
        &rules::SOURCE,
        || localized!(zh "写上最早刊登它的媒体或文件", en "name the outlet or document that carried it first"),
    );
    let published = checks.date(&raw.published);
    let zone = checks.zone(&raw.zone, names);
    let kind = checks.kind(raw.kind.as_ref());
    let aliases = raw.aliases.iter().filter_map(|alias| checks.alias(alias)).collect();
    let corrections = checks.corrections(&raw.corrections);
    let previous = raw.previous.as_ref().and_then(|pin| checks.pin(pin, names));
    let next = raw.next.as_ref().and_then(|pin| checks.pin(pin, names));
    let suppressions = raw.suppress.iter().filter_map(|suppression| checks.suppression(suppression)).collect();
    let (title_at, published_at) = (checks.line_column(raw.title.span()), checks.line_column(raw.published.span()));
    if diagnostics.len() > before {
        return None;
    }
    let in_file = |span: Range<usize>| front.start + span.start..front.start + span.end;
    let spans = ArticleSpans {
        title: in_file(raw.title.span()),
        source: Some(in_file(raw.source.span())),
        summary: raw.summary.as_ref().map(|summary| in_file(summary.span())),
        entries: raw.text_entries(in_file),
        body,
    };
    let (RawFrontMatter { lang, summary, draft, .. }, published, zone, kind) = (raw, published?, zone?, kind?);
    let summary = summary.map(Spanned::into_inner);
    Some(FrontMatter {
        title,
        published,
        source,
        zone,
        kind,
        lang,
        summary,
        aliases,
        previous,
        next,
        corrections,
        draft,
        suppressions,
        title_at,
        published_at,
        spans,
    })
}

/// The checks of the entries of one source. Adds diagnostics at the entries' locations.
struct Checks<'a> {
    lines: LineIndex<'a>,
    offset: usize,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Checks<'_> {
    fn place(&mut self, span: Range<usize>) -> Location {
        self.lines.at(self.offset + span.start)
    }

    fn line_column(&mut self, span: Range<usize>) -> LineColumn {
        self.place(span).into()
    }

    fn suppression(&mut self, entry: &Spanned<RawSuppression>) -> Option<Suppression> {
        let checked = entry.get_ref().checked(self.line_column(entry.span()));
        checked.map_err(|error| self.diagnostic(entry.span(), &rules::SILENCE, error.localized(), error.help())).ok()
    }

    fn diagnostic(&mut self, span: Range<usize>, rule: &'static Rule, message: Text, help: Text) {
        let place = self.place(span);
        self.diagnostics.push(Diagnostic::new(place, rule, message, help));
    }

    fn filled(&mut self, entry: &Spanned<String>, rule: &'static Rule, help: fn() -> Text) -> String {
        let text = entry.get_ref().trim();
        if text.is_empty() {
            self.diagnostic(entry.span(), rule, localized!(zh "`{rule}` 是空的", en "`{rule}` is empty"), help());
        }
        text.to_owned()
    }

    fn date(&mut self, entry: &Spanned<toml::Value>) -> Option<PartialDate> {
        let span = self.offset + entry.span().start..self.offset + entry.span().end;
        let read = toml_date(entry.get_ref(), self.place(entry.span()), span);
        read.map_err(|diagnostic| self.diagnostics.push(*diagnostic)).ok()
    }

    fn corrections(&mut self, entries: &[RawCorrection]) -> Vec<Correction> {
        let correction = |entry: &RawCorrection| {
            let text = self.filled(
                &entry.text,
                &rules::CORRECTION,
                || localized!(zh "写明改了什么", en "say what was put right"),
            );
            Some(Correction { date: self.date(&entry.date)?, text })
        };
        let mut corrections: Vec<Correction> = entries.iter().filter_map(correction).collect();
        corrections.sort_by_key(|correction| correction.date);
        corrections
    }

    fn zone(&mut self, entry: &Spanned<String>, names: &ZoneLookup) -> Option<ZoneRef> {
        let id = entry.get_ref();
        let zone = names.zone(id).cloned();
        if zone.is_none() {
            let nearest = names.nearest(id);
            let Text { zh, en } = Text::list(&nearest);
            let message = localized!(zh "没有开发区 `{id}`", en "there is no zone `{id}`");
            let help = if nearest.is_empty() {
                localized!(zh "先把它加进 zones.csv", en "add it to zones.csv first")
            } else {
                localized!(zh "zones.csv 里相近的有：{zh}", en "nearest in zones.csv: {en}")
            };
            self.diagnostic(entry.span(), &rules::UNKNOWN_ZONE, message, help);
        }
        zone
    }

    fn kind(&mut self, entry: Option<&Spanned<String>>) -> Option<Kind> {
        let Some(entry) = entry else {
            return Some(Kind::default());
        };
        let kind = entry.get_ref().parse().ok();
        if kind.is_none() {
            let message = localized!(zh "没有稿件类型 `{}`", en "there is no kind `{}`", entry.get_ref());
            let help = localized!(
                zh "写 text（文字）、photo（图片）或 video（视频）",
                en "write text, photo or video"
            );
            self.diagnostic(entry.span(), &rules::KIND, message, help);
        }
        kind
    }

    fn alias(&mut self, entry: &Spanned<String>) -> Option<String> {
        let alias = entry.get_ref();
        if OldAddress::parse(alias).is_some() {
            return Some(alias.clone());
        }
        let message = localized!(zh "`{alias}` 不是旧地址", en "`{alias}` is no old address");
        let help = localized!(
            zh "写旧网站域名后面的路径，例如 news/show.asp?id=1",
            en "write the path below the old site, as in news/show.asp?id=1"
        );
        self.diagnostic(entry.span(), &rules::ALIAS, message, help);
        None
    }

    fn pin(&mut self, entry: &Spanned<RawPin>, names: &ZoneLookup) -> Option<Pin> {
        let help = || {
            localized!(
                zh "正文未收录的写 {{ title = \"…\" }}，门户里的稿件写 {{ article = \"<id>\" }}",
                en "write {{ title = \"…\" }} for a title whose text is not held, or {{ article = \"<id>\" }}"
            )
        };
        match entry.get_ref() {
            RawPin { title: Some(title), zone, article: None } if !title.trim().is_empty() => {
                let zone = zone.as_ref().and_then(|zone| self.zone(zone, names));
                Some(Pin::Title { title: title.clone(), zone })
            }
            RawPin { title: None, zone: None, article: Some(id) } => match id.parse() {
                Ok(id) => Some(Pin::Article { id, place: self.place(entry.span()) }),
                Err(error) => {
                    self.diagnostic(entry.span(), &rules::PIN, parse_error(&error), help());
                    None
                }
            },
            _ => {
                let message = localized!(
                    zh "上一条、下一条要么写标题，要么写稿件",
                    en "a pin names a title or an article"
                );
                self.diagnostic(entry.span(), &rules::PIN, message, help());
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
