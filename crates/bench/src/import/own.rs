//! Reads pages as the publisher's `import` does.

use investchn_tooling::told;
use std::path::Path;

use anyhow::{Context, Result};
use investchn_lines::html_page::{self, Document};
use investchn_lines::line::{Form, Line};
use investchn_lines::{encoding, text_page};
use investchn_model::Site;
use investchn_page::page::{self, PageContext};

use super::score::ReadPage;

/// The longest centred line below a picture that is its caption, in characters: that of `investchn-import`.
const LONGEST_CAPTION: usize = 100;

/// Returns the captions, and the lines that are nothing but links to attachments.
fn asides(body: &[Line]) -> Vec<String> {
    let is_picture = |line: Option<&Line>| line.is_some_and(|line| matches!(line.form, Form::Picture(_)));
    let is_aside = |at: &usize| {
        let line = &body[*at];
        let is_short = line.prominent && line.text.chars().count() <= LONGEST_CAPTION;
        let below_picture = at.checked_sub(1).is_some_and(|above| is_picture(body.get(above)));
        line.is_text() && ((is_short && below_picture) || is_attachment(line))
    };
    (0..body.len()).filter(is_aside).map(|at| body[at].text.clone()).collect()
}

/// Returns true if a line is nothing but links to attachments.
fn is_attachment(line: &Line) -> bool {
    let mut rest = line.text.clone();
    for link in line.links.iter().rev() {
        rest.replace_range(link.range.clone(), "");
    }
    let is_label =
        |letter: char| !letter.is_alphanumeric() || letter.is_ascii_digit() || "附件下载相关点击".contains(letter);
    !line.attachments.is_empty() && rest.chars().all(is_label)
}

/// Reads pages.
pub(super) fn read(files: &[&Path]) -> Result<Vec<ReadPage>> {
    // The portal's own name and slogan are on none of the pages.
    let site = Site { name: "投促中国".to_owned(), ..Site::default() };
    let context = PageContext { site: &site, is_place: &|_| false };
    let read = |file: &&Path| {
        let bytes =
            std::fs::read(file).with_context(|| told!(zh "无法读取 {}", en "cannot read {}", file.display()))?;
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
            asides: asides(&page.body),
            body: page.body.into_iter().filter(|line| line.is_text()).map(|line| line.text).collect(),
        })
    };
    files.iter().map(read).collect()
}
