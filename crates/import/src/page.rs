//! What a page says: title, date, source, zone, kind, paragraphs, neighbours, and what is left over. It owns where on a page
//! each of them stands; it knows nothing of files, of the register, or of Markdown.

mod head;
mod tail;

use investchn_model::{Kind, PartialDate, Site};

use super::boilerplate;
use super::line::{Form, Line};

/// A page as it was understood.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) title: Option<String>,
    pub(super) date: Option<PartialDate>,
    pub(super) source: Option<String>,
    /// 发布开发区, as the page writes it.
    pub(super) zone: Option<String>,
    /// The place in the way to the page, for suggestions where the zone is not said.
    pub(super) place: Option<String>,
    pub(super) kind: Option<Kind>,
    /// The article, line by line.
    pub(super) body: Vec<Line>,
    pub(super) previous: Option<String>,
    pub(super) next: Option<String>,
    /// Text that has no place in a source, as it stands on the page.
    pub(super) unplaced: Vec<String>,
    /// Lines of the site's frame, which are not kept.
    pub(super) left_out: usize,
}

/// What must be known to tell an article from what stands around it.
pub(super) struct Known<'a> {
    /// The portal's own facts.
    pub(super) site: &'a Site,
    /// Whether this is the name of a region or a zone.
    pub(super) is_place: &'a dyn Fn(&str) -> bool,
}

/// Understands a page.
pub(super) fn understand(lines: Vec<Line>, document_title: Option<&str>, known: &Known<'_>) -> Page {
    let mut page = Page::default();
    let mut before = head::joined(lines);
    let facts = before.iter().position(head::begins_facts);
    // Without facts nothing tells where the article begins: then all of it is above, and the title is looked for there.
    let mut rest = before.split_off(facts.unwrap_or(0));
    let facts_end = rest.iter().position(|line| !head::is_facts(line)).unwrap_or(rest.len());
    let mut article = rest.split_off(facts_end);
    for line in rest {
        head::facts(&mut page, &line);
    }
    let below = article.split_off(tail::start(&article, known.site));
    if facts.is_none() {
        let start = article.iter().position(|line| !head::is_above(line, known)).unwrap_or(article.len());
        let body = article.split_off((start + 1).min(article.len()));
        before = std::mem::replace(&mut article, body);
    }
    head::above(&mut page, before, document_title, known);
    for line in article {
        if line.is_text() && boilerplate::is_tool(&line.text) {
            page.left_out += 1;
        } else {
            page.body.push(line);
        }
    }
    tail::below(&mut page, below, known.site);
    page
}

impl Page {
    /// Keeps what a line says although it has no place.
    fn keep(&mut self, line: &Line) {
        match &line.form {
            Form::Table(rows) => {
                for row in rows {
                    let filled: Vec<&str> = row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
                    self.unplaced.extend((!filled.is_empty()).then(|| filled.join(" ")));
                }
            }
            // A picture outside of the article is the frame's.
            Form::Picture(_) | Form::Embedded(_) => self.left_out += 1,
            Form::Text | Form::Heading(_) | Form::Item(_) => self.unplaced.push(line.text.clone()),
        }
    }
}

#[cfg(test)]
mod tests;
