//! What a page says: title, date, source, zone, kind, paragraphs, neighbours, and what is left over. It owns where on a page
//! each of them stands; it knows nothing of files, of the register, or of Markdown.

mod head;
mod parts;
mod tail;

use super::boilerplate;
use super::line::{Form, Line};

pub(super) use parts::{Known, Page};

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
