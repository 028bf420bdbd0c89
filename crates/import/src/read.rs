//! Reads a page: everything about it that needs no other page, so that pages are read on all cores.

use std::collections::BTreeMap;

use investchn_lines::html_page::Document;
use investchn_lines::line::Form;
use investchn_lines::{encoding, html_page, text_page};
use investchn_localized::io_error;
use investchn_model::ZoneRef;
use investchn_page::page::{self, Origin, Page, PageContext};
use investchn_sources::SourceTree;

use crate::address;
use crate::copied_files::LoadedFile;
use crate::error::PageError;
use crate::files::{self, PageFile};
use crate::known::{KnownPage, KnownSite};
use crate::options::{PartOrigin, TakenParts};
use crate::zones::Zones;
use crate::{documents, pictures};

/// Reads pages with the register of the content folder and the profile of the site.
pub(crate) struct PageReader<'a> {
    pub(crate) content: &'a SourceTree,
    pub(crate) zones: &'a Zones<'a>,
    pub(crate) site: &'a KnownSite<'a>,
}

/// A page that was read.
pub(crate) enum PageRead {
    /// An article.
    Article(Box<ReadArticle>),
    /// The profile says that the page is no article.
    NoArticle,
    /// The page cannot be imported, for this reason.
    Failed(PageError, Option<Box<ReadArticle>>),
}

/// An article that was read, before it has a place in the content folder.
pub(crate) struct ReadArticle {
    /// The addresses that the page states.
    pub(crate) document: Document,
    /// Its address on the old site.
    pub(crate) address: Option<String>,
    /// Its parts.
    pub(crate) page: Page,
    /// The number of characters that could not be decoded.
    pub(crate) unreadable: usize,
    /// The pictures of its body that have files, by their addresses on the page.
    pub(crate) pictures: BTreeMap<String, LoadedFile>,
    /// The documents that its body links to and that have files, by their addresses on the page.
    pub(crate) documents: BTreeMap<String, LoadedFile>,
    /// The text of its lines, as readers of the page saw it.
    pub(crate) shown: Vec<String>,
    /// The facts that the profile gives.
    pub(crate) known: KnownPage,
    /// Its zone, and where it is named.
    pub(crate) zone: Option<(ZoneRef, PartOrigin)>,
    /// The name on the page that the register does not have, where the zone is known otherwise.
    pub(crate) unknown_zone: Option<String>,
}

impl PageReader<'_> {
    /// Reads a page.
    pub(crate) fn read(&self, file: &PageFile) -> PageRead {
        let bytes = match std::fs::read(&file.path) {
            Ok(bytes) => bytes,
            Err(error) => return PageRead::Failed(PageError::Unreadable(io_error(&error)), None),
        };
        let decoded = encoding::decode(&bytes);
        let mut document = if files::is_html(&file.path, &decoded.text) {
            html_page::read_selected(&decoded.text, &self.site.profile().selectors)
        } else {
            Document { lines: text_page::lines(&decoded.text), ..Document::default() }
        };
        let address = address::of(&document, file);
        let known = self.site.page(address.as_deref());
        if known.skipped {
            return PageRead::NoArticle;
        }
        if document.lines.is_empty() {
            return PageRead::Failed(PageError::Empty, None);
        }
        let shown = document.lines.iter().map(shown).filter(|text| !text.is_empty()).collect();
        let is_place = |name: &str| self.zones.is_place(name);
        let context = PageContext { site: &self.content.settings.site, is_place: &is_place };
        let page = page::split(document.taken(), &context);
        let in_folder = |address| address::below_own_host(&document, self.site.address(), address);
        let pictures = page.body.iter().filter_map(|line| match &line.form {
            Form::Picture(shown) => Some((shown.address.clone(), pictures::load(file, in_folder(&shown.address))?)),
            _ => None,
        });
        let pictures = pictures.collect();
        let documents = page.body.iter().flat_map(|line| &line.attachments);
        let documents = documents
            .filter_map(|address| Some((address.clone(), documents::load(file, in_folder(address))?)))
            .collect();
        let found = self.zones.zone_on(&page).cloned().map(|zone| {
            let origin = page.origins.zone.unwrap_or(Origin::Text);
            (zone, PartOrigin::Page(origin))
        });
        let unreadable = decoded.unreadable;
        let unknown_zone = page.zone.clone().filter(|_| found.is_err());
        let (zone, failed) = match (found, known.zone.clone()) {
            (Ok(zone), _) | (Err(_), Some(zone)) => (Some(zone), None),
            (Err(error), None) => (None, Some(error)),
        };
        let article = Box::new(ReadArticle {
            document,
            address,
            page,
            unreadable,
            pictures,
            documents,
            shown,
            known,
            zone,
            unknown_zone,
        });
        match failed {
            None => PageRead::Article(article),
            Some(error) => PageRead::Failed(error, Some(article)),
        }
    }
}

/// Returns the text of a line as readers saw it.
fn shown(line: &investchn_lines::line::Line) -> String {
    match &line.form {
        Form::Table(rows) => rows.iter().map(|cells| cells.join(" ")).collect::<Vec<_>>().join("\n"),
        _ => line.text.clone(),
    }
}

impl ReadArticle {
    /// Returns what was taken from the page.
    pub(crate) fn taken(&self) -> TakenParts {
        let page = &self.page;
        let part = |text: Option<String>, origin: Option<Origin>| {
            Some((text?, PartOrigin::Page(origin.unwrap_or(Origin::Text))))
        };
        let texts: Vec<&str> = page.body.iter().filter(|line| line.is_text()).map(|line| line.text.as_str()).collect();
        let count = |wanted: fn(&Form) -> bool| page.body.iter().filter(|line| wanted(&line.form)).count();
        let given = || {
            let origin = self.known.source_rule.clone().map_or(PartOrigin::Given, PartOrigin::Rule);
            Some((self.known.defaults.source.clone()?, origin))
        };
        TakenParts {
            title: part(page.title.clone(), page.origins.title),
            date: part(page.date.map(|date| date.to_string()), page.origins.date),
            source: part(page.source.clone(), page.origins.source).or_else(given),
            zone: self.zone.clone().map(|(zone, origin)| (zone.id.to_string(), origin)),
            paragraphs: texts.first().zip(texts.last()).map(|(first, last)| ((*first).to_owned(), (*last).to_owned())),
            paragraph_count: texts.len(),
            picture_count: count(|form| matches!(form, Form::Picture(_))),
            table_count: count(|form| matches!(form, Form::Table(_))),
        }
    }
}
