//! Reads pages as the publisher's `import` does.

use std::path::Path;

use anyhow::{Context, Result};
use investchn_lines::html_page::{self, Document};
use investchn_lines::{encoding, text_page};
use investchn_model::{Contact, Site};
use investchn_page::page::{self, PageContext};

use super::score::ReadPage;

/// Reads pages.
pub(super) fn read(files: &[&Path]) -> Result<Vec<ReadPage>> {
    // The portal's own name and slogan are on none of the pages.
    let contact = Contact { phone: String::new(), fax: String::new(), email: String::new() };
    let site = Site {
        name: "投促中国".to_owned(),
        name_en: "InvestCHN".to_owned(),
        slogan: String::new(),
        copyright: String::new(),
        since: 2015,
        icp: String::new(),
        police: String::new(),
        contact,
    };
    let context = PageContext { site: &site, is_place: &|_| false };
    let read = |file: &&Path| {
        let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let decoded = encoding::decode(&bytes);
        let document = if file.extension().is_some_and(|extension| extension == "txt") {
            Document { lines: text_page::lines(&decoded.text), ..Document::default() }
        } else {
            html_page::read(&decoded.text)
        };
        let page = page::split(document, &context);
        let is_broken = page.text().any(|text| text.contains('\u{fffd}'));
        Ok(ReadPage {
            draft: page.title.is_none() || page.date.is_none() || page.body.is_empty() || is_broken,
            title: page.title,
            date: page.date.map(|date| date.to_string()),
            source: Some(page.source),
            body: page.body.into_iter().filter(|line| line.is_text()).map(|line| line.text).collect(),
        })
    };
    files.iter().map(read).collect()
}
