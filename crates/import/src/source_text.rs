//! The text of an imported source: front matter, body, and the section of lines left for an editor. `page` decides which
//! part of a page goes where; this module only writes.

use investchn_lines::labels;
use investchn_localized::{Text, localized};
use investchn_messages::ZH;
use investchn_model::{Kind, PartialDate, ZoneRef};

use super::body::{self, Missing, Targets};
use super::copied_files::CopiedFile;
use super::error::PageError;
use super::escape;
use investchn_page::page::Page;

/// The placeholder for an unknown date, so that no date is invented.
const NO_YEAR: &str = "0000";

/// A source that is not written yet.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) zone: ZoneRef,
    pub(super) title: String,
    pub(super) published: PartialDate,
    pub(super) alias: Option<String>,
    /// The pictures to write beside it.
    pub(super) pictures: Vec<CopiedFile>,
    /// The documents to write beside it.
    pub(super) documents: Vec<CopiedFile>,
    /// Notes for the report: what was not understood.
    pub(super) notes: Vec<Text>,
    source: String,
    kind: Kind,
    previous: Option<String>,
    next: Option<String>,
    paragraphs: String,
    lang: Option<String>,
    left_over: Vec<String>,
    /// True if title, date or body are in doubt.
    in_doubt: bool,
    /// True if neither the page nor the command names a source.
    pub(super) without_source: bool,
}

/// The facts that pages do not state, given by the person who imports them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Defaults {
    pub(super) source: Option<String>,
    pub(super) kind: Option<Kind>,
    pub(super) lang: Option<String>,
}

impl Draft {
    /// Makes the source of a page.
    ///
    /// # Errors
    /// If the year that marks an unknown date is not a date.
    pub(super) fn new(
        zone: &ZoneRef,
        page: Page,
        unreadable: usize,
        defaults: &Defaults,
        targets: &Targets<'_>,
    ) -> Result<Self, PageError> {
        let mut notes = Vec::new();
        let mut left_over = Vec::new();
        let mut missing = |is_missing: bool, note: Text, line: &str| {
            if is_missing {
                notes.push(note);
                left_over.push(line.to_owned());
            }
        };
        let is_broken = unreadable > 0 && page.text().any(|text| text.contains('\u{fffd}'));
        let source = page.source.or_else(|| defaults.source.clone());
        missing(page.title.is_none(), localized!(zh "没有找到标题", en "the title was not found"), ZH.sources.no_title);
        let no_date = localized!(
            zh "没有找到发布时间，暂记作 0000",
            en "the date was not found; 0000 stands for it"
        );
        missing(page.date.is_none(), no_date, ZH.sources.no_date);
        missing(
            source.is_none(),
            localized!(zh "没有找到来源", en "the source (来源) was not found"),
            ZH.sources.no_source,
        );
        missing(page.body.is_empty(), localized!(zh "没有找到正文", en "the article has no text"), ZH.sources.no_body);
        let lacks_part = page.title.is_none() || page.date.is_none() || page.body.is_empty();
        let title = page.title.unwrap_or_else(|| ZH.sources.source_pending.to_owned());
        let body = body::markdown(&page.body, &title, targets);
        if is_broken {
            notes.push(localized!(
                zh "有 {unreadable} 处字符无法识别",
                en "{unreadable} characters could not be read"
            ));
            left_over.push(ZH.sources.unreadable(unreadable));
        }
        if !page.unplaced.is_empty() {
            notes.push(localized!(
                zh "有 {} 处文字在稿件里没有位置",
                en "pieces of text without a place in a source: {}",
                page.unplaced.len()
            ));
            left_over.extend(page.unplaced);
        }
        notes.extend(body.missing.iter().map(|missing| missing.note()));
        left_over.extend(body.missing.iter().map(|missing| missing.line()));
        // A page that was saved with some of its pictures should have them all. One that was saved without pictures has
        // its text, and what it lacks is noted.
        let is_picture = |missing: &Missing| matches!(missing, Missing::Picture(_));
        let lacks_picture = !body.pictures.is_empty() && body.missing.iter().any(is_picture);
        let published = page.date.map_or_else(|| NO_YEAR.parse(), Ok)?;
        Ok(Draft {
            zone: zone.clone(),
            title,
            published,
            alias: None,
            pictures: body.pictures,
            documents: body.documents,
            notes,
            without_source: source.is_none(),
            source: source.unwrap_or_else(|| ZH.sources.source_pending.to_owned()),
            kind: page.kind.or(defaults.kind).unwrap_or_default(),
            lang: defaults.lang.clone(),
            previous: page.previous,
            next: page.next,
            in_doubt: lacks_part || is_broken || lacks_picture || body.text.is_empty(),
            paragraphs: body.text,
            left_over,
        })
    }

    /// Returns true if title, date or body are in doubt, so that a person must look.
    pub(super) fn is_draft(&self) -> bool {
        self.in_doubt
    }

    /// Returns the Markdown below the front matter.
    pub(super) fn body(&self) -> String {
        let mut blocks: Vec<String> = Vec::new();
        if !self.paragraphs.is_empty() {
            blocks.push(self.paragraphs.clone());
        }
        if self.is_draft() {
            blocks.push(["## ", ZH.sources.left_over].concat());
            blocks.extend(self.left_over.iter().map(|line| escape::block(line)));
        }
        blocks.join("\n\n") + "\n"
    }

    /// Returns the text of the whole file.
    pub(super) fn text(&self) -> String {
        let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
        let mut lines = vec!["+++".to_owned()];
        let mut entry = |key: &str, value: String| lines.push(format!("{key} = {value}"));
        entry("title", quoted(&self.title));
        // A full date is a TOML date; a year or a month must be a string.
        let date = self.published.to_string();
        entry("published", if self.published.day().is_some() { date } else { quoted(&date) });
        entry("source", quoted(&self.source));
        entry("zone", quoted(self.zone.id.as_str()));
        entry("kind", quoted(self.kind.slug()));
        if let Some(lang) = &self.lang {
            entry("lang", quoted(lang));
        }
        if let Some(alias) = &self.alias {
            entry("aliases", format!("[{}]", quoted(alias)));
        }
        for (key, title) in [("previous", &self.previous), ("next", &self.next)] {
            if let Some(title) = title {
                entry(key, format!("{{ title = {} }}", quoted(title)));
            }
        }
        if self.is_draft() {
            entry("draft", "true".to_owned());
        } else {
            // What has no place in a published source is kept where no reader sees it.
            lines.extend(self.left_over.iter().filter(|line| is_worth_keeping(line)).map(|line| comment(line)));
        }
        lines.push("+++".to_owned());
        lines.join("\n") + "\n\n" + &self.body()
    }
}

/// Returns true if a line that is left over tells something: a fact, a sentence, or what is missing.
fn is_worth_keeping(line: &str) -> bool {
    labels::is_labelled(line) || line.contains(['：', '。', '，', '；']) || line.chars().count() > 12
}

/// Writes a line as a comment of the front matter. TOML allows no control characters there.
fn comment(line: &str) -> String {
    ["# ".to_owned(), line.chars().filter(|letter| !letter.is_control()).collect()].concat()
}
