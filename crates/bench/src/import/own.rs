//! Reads pages as the publisher's `import` does.

use std::path::Path;

use anyhow::{Context, Result};
use investchn_lines::html_page::{self, Document};
use investchn_lines::line::{Form, Line};
use investchn_lines::{encoding, text_page};
use investchn_model::{Contact, Site};
use investchn_page::page::{self, PageContext};

use super::score::ReadPage;

/// The longest centred line below a picture that is its caption, in characters: that of `investchn-import`.
const LONGEST_CAPTION: usize = 40;

/// Returns the paragraphs of a body. Links to attachments and captions are parts of their own, which other readers drop and
/// no `body` of an expectation has.
fn paragraphs(body: &[Line]) -> Vec<String> {
    let mut below_picture = false;
    let mut paragraphs = Vec::new();
    for line in body {
        let is_caption = below_picture && line.prominent && line.text.chars().count() <= LONGEST_CAPTION;
        below_picture = matches!(line.form, Form::Picture(_));
        if line.is_text() && !is_caption && !is_attachment(line) {
            paragraphs.push(line.text.clone());
        }
    }
    paragraphs
}

/// Returns true if a line is nothing but links to attachments.
fn is_attachment(line: &Line) -> bool {
    let mut rest = line.text.clone();
    for link in line.links.iter().rev() {
        rest.replace_range(link.range.clone(), "");
    }
    let is_label = |letter: char| !letter.is_alphanumeric() || letter.is_ascii_digit() || "附件".contains(letter);
    !line.attachments.is_empty() && rest.chars().all(is_label)
}

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
            body: paragraphs(&page.body),
        })
    };
    files.iter().map(read).collect()
}
