//! Finds the parts of a page: title, date, source, zone, kind, paragraphs, previous and next article, and the lines left
//! over. Works on lines only: it knows nothing of files, the register, or Markdown.

mod above;
mod bare;
mod head;
mod lead;
mod outline;
mod parts;
mod prose;
mod region;
mod regroup;
mod selected;
mod source;
mod tail;
mod title;

use investchn_model::Kind;

use super::{boilerplate, ends};
use investchn_lines::html_page::{Document, SelectedParts};
use investchn_lines::line::{Form, Line};
use outline::Outline;

pub use parts::{Origin, Origins, Page, PageContext};

/// Splits a page into its parts.
pub fn split(mut document: Document, context: &PageContext<'_>) -> Page {
    let mut page = selected::read(std::mem::take(&mut document.selected));
    page.note_origins(Origin::Selector);
    let lines = regroup::dates_joined(std::mem::take(&mut document.lines));
    document.lines = regroup::joined(regroup::opened(lines));
    let outline = Outline::new(std::mem::take(&mut document.boxes));
    let title = match &page.title {
        Some(selected) => selected::line_of(&document.lines, selected),
        None => title::find(&document, &outline, context),
    };
    let stated_title = title::stated(&document, context);
    let mut above = std::mem::take(&mut document.lines);
    let body = selected::body(&above).map_or_else(|| outline.body(&above), |body| body.start);
    // Without a title and without facts, nothing marks the beginning of the article.
    let start = title.map(|at| at + 1).or_else(|| above[..body].iter().position(head::begins_facts)).unwrap_or(0);
    let mut article = above.split_off(start);
    let mut line = title.and(above.pop());
    if page.title.is_none() {
        if let Some(title) = &mut line {
            let more = title::more_lines(title, &article, &document);
            title.text.extend(article.drain(..more).map(|line| line.text));
            if let Some(start) = above.last()
                && title::begins(start, title, &document)
            {
                title.text.insert_str(0, &start.text);
                above.pop();
            }
        }
        page.title = line.map(|line| title::of_line(&line.text, &document));
        page.note_origins(Origin::Text);
        page.title = page.title.take().or(stated_title);
        page.note_origins(Origin::Stated);
    }
    // Above a title may stand the last item of a list, with a date of its own.
    let above_title = head::before_title(&mut above);
    let mut found = Vec::new();
    let body = selected::body(&article);
    let (facts, end) = head::facts(&article[..body.as_ref().map_or(article.len(), |body| body.start)]);
    let end = body.as_ref().map_or(end, |body| body.start);
    let mut rest = article.split_off(end);
    let mut between = Vec::new();
    for (at, line) in article.into_iter().enumerate() {
        if facts.contains(&at) { found.push(line) } else { between.push(line) }
    }
    found.extend(above_title);
    head::read_all(&mut page, &found);
    page.note_origins(Origin::Text);
    let (body, below) = if body.is_some() {
        selected::split(&mut rest, context.site, page.date.is_none())
    } else {
        let region = region::find(&rest, &outline, context.site, page.date.is_none());
        let below = rest.split_off(region.end);
        (region::inside(&mut page, rest, &region, &outline, context.site), below)
    };
    above::read_above(&mut page, above, between, document.stated.html, context);
    read_body(&mut page, body);
    page.note_origins(Origin::Body);
    tail::read_below(&mut page, below, context.site);
    page.note_origins(Origin::Text);
    read_stated(&mut page, document);
    page.kind = page.kind.or_else(|| kind(&page.body));
    page.note_origins(Origin::Stated);
    page
}

/// Reads the parts that a site's selectors found, without the rest of the page.
pub fn selected(parts: SelectedParts) -> Page {
    selected::read(parts)
}

/// Cleans the lines of the body.
fn read_body(page: &mut Page, lines: Vec<Line>) {
    let mut body = Vec::with_capacity(lines.len());
    for mut line in lines {
        let is_furniture = boilerplate::is_tool(&line.text) || ends::is_first_title(&line.text);
        if line.is_text() && line.attachments.is_empty() && is_furniture {
            page.furniture.push(line.text);
        } else {
            lead::without_tools(&mut line);
            lead::without_downloads(&mut line);
            body.push(line);
        }
    }
    lead::without_summary(page, &mut body);
    lead::once(page, &mut body);
    tail::read_signed_source(page, &mut body);
    page.body = lead::joined(body);
}

/// Returns the kind of an article that has no text of its own.
fn kind(body: &[Line]) -> Option<Kind> {
    let written: usize = body.iter().map(|line| line.text.chars().count()).sum();
    let has = |wanted: fn(&Form) -> bool| body.iter().any(|line| wanted(&line.form));
    if written > 60 {
        None
    } else if has(|form| matches!(form, Form::Embedded(_))) {
        Some(Kind::Video)
    } else if has(|form| matches!(form, Form::Picture(_))) {
        Some(Kind::Photo)
    } else {
        None
    }
}

/// Fills in what only the head or the scripts of the page state.
fn read_stated(page: &mut Page, document: Document) {
    let stated = document.stated;
    if page.date.is_none() {
        let dates = stated.dates.iter().filter_map(|text| investchn_lines::date::parse(text));
        page.date = dates.map(|dated| dated.date).find(|date| date.day().is_some()).or(page.updated);
    }
    if page.source.is_none() && !page.without_source {
        page.source = stated.source.as_deref().and_then(source::outlet);
    }
    page.source = page.source.take().or_else(|| page.publisher.clone());
    page.date = page.date.or_else(|| tail::signed_date(&page.body));
    let has_video = page.body.iter().any(|line| matches!(line.form, Form::Embedded(_)));
    if !has_video {
        page.body.extend(stated.videos.into_iter().map(|address| Line::of(Form::Embedded(address), String::new())));
    }
    let neighbour = |title: Option<String>| title.filter(|title| !tail::names_no_neighbour(title));
    page.previous = page.previous.take().or_else(|| neighbour(stated.previous));
    page.next = page.next.take().or_else(|| neighbour(stated.next));
}

impl Page {
    /// Returns the texts of the title and of the body.
    pub fn text(&self) -> impl Iterator<Item = &str> {
        self.title.iter().map(String::as_str).chain(self.body.iter().map(|line| line.text.as_str()))
    }

    /// Adds a line that has no place in a source to `unplaced`, so that no text is lost.
    pub(crate) fn keep(&mut self, line: &Line) {
        match &line.form {
            Form::Table(rows) => {
                for row in rows {
                    let filled: Vec<&str> = row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
                    self.unplaced.extend((!filled.is_empty()).then(|| filled.join(" ")));
                }
            }
            // A picture outside of the article is furniture.
            Form::Picture(_) | Form::Embedded(_) => self.furniture.push(String::new()),
            Form::Text | Form::Heading(_) | Form::Item(_) => self.unplaced.push(line.text.clone()),
        }
    }
}

#[cfg(test)]
mod tests;
