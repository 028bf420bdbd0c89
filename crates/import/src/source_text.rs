//! The text of an imported source: front matter, body, and the section of lines left for an editor. `page` decides which
//! part of a page goes where; this module only writes.

use investchn_messages::ZH;
use investchn_model::{Kind, PartialDate, ZoneRef};

use super::body;
use super::error::PageError;
use super::escape;
use super::pictures::PictureFile;
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
    pub(super) pictures: Vec<PictureFile>,
    /// Notes for the report: what was not understood.
    pub(super) notes: Vec<String>,
    source: String,
    kind: Kind,
    previous: Option<String>,
    next: Option<String>,
    paragraphs: String,
    left_over: Vec<String>,
}

impl Draft {
    /// Makes the source of a page. `find_picture` returns the file of a picture by its address; it receives the pictures found
    /// before.
    ///
    /// # Errors
    /// If the year that marks an unknown date is not a date.
    pub(super) fn new(
        zone: &ZoneRef,
        page: Page,
        unreadable: usize,
        find_picture: impl Fn(&str, &[PictureFile]) -> Option<PictureFile>,
    ) -> Result<Self, PageError> {
        let mut notes = Vec::new();
        let mut left_over = Vec::new();
        let mut missing = |is_missing: bool, note: &str, line: &str| {
            if is_missing {
                notes.push(note.to_owned());
                left_over.push(line.to_owned());
            }
        };
        missing(page.title.is_none(), "the title was not found", ZH.sources.no_title);
        missing(page.date.is_none(), "the date was not found; 0000 stands for it", ZH.sources.no_date);
        missing(page.source.is_none(), "the source (来源) was not found", ZH.sources.no_source);
        missing(page.body.is_empty(), "the article has no text", ZH.sources.no_body);
        let title = page.title.unwrap_or_else(|| ZH.sources.source_pending.to_owned());
        let body = body::markdown(&page.body, &title, find_picture);
        if unreadable > 0 {
            notes.push(format!("{unreadable} characters could not be read"));
            left_over.push(ZH.sources.unreadable(unreadable));
        }
        if !page.unplaced.is_empty() {
            notes.push(format!("{} pieces of text have no place in a source", page.unplaced.len()));
            left_over.extend(page.unplaced);
        }
        notes.extend(body.missing.iter().map(|missing| missing.note()));
        left_over.extend(body.missing.iter().map(|missing| missing.line()));
        let published = page.date.map_or_else(|| NO_YEAR.parse(), Ok)?;
        Ok(Draft {
            zone: zone.clone(),
            title,
            published,
            alias: None,
            pictures: body.pictures,
            notes,
            source: page.source.unwrap_or_else(|| ZH.sources.source_pending.to_owned()),
            kind: page.kind.unwrap_or_default(),
            previous: page.previous,
            next: page.next,
            paragraphs: body.text,
            left_over,
        })
    }

    /// Returns true if lines are left for an editor.
    pub(super) fn is_draft(&self) -> bool {
        !self.left_over.is_empty()
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
        }
        lines.push("+++".to_owned());
        lines.join("\n") + "\n\n" + &self.body()
    }
}
