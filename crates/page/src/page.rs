//! Finds the parts of a page: title, date, source, zone, kind, paragraphs, previous and next article, and the lines left
//! over. Works on lines only: it knows nothing of files, the register, or Markdown.

mod head;
mod parts;
mod tail;

use super::boilerplate;
use super::line::{Form, Line};

pub use parts::{Page, PageContext};

/// Splits the lines of a page into its parts.
pub fn split(lines: Vec<Line>, document_title: Option<&str>, context: &PageContext<'_>) -> Page {
    let mut page = Page::default();
    let mut before = head::joined(lines);
    let facts = before.iter().position(head::begins_facts);
    // Without a fact line, nothing marks the beginning of the article. Then `before` is empty, and the title is looked for
    // at the top of the article.
    let mut rest = before.split_off(facts.unwrap_or(0));
    let facts_end = rest.iter().position(|line| !head::is_facts(line)).unwrap_or(rest.len());
    let mut article = rest.split_off(facts_end);
    for line in rest {
        head::read_facts(&mut page, &line);
    }
    let below = article.split_off(tail::start(&article, context.site));
    if facts.is_none() {
        let start = article.iter().position(|line| !head::is_above(line, context)).unwrap_or(article.len());
        let body = article.split_off((start + 1).min(article.len()));
        before = std::mem::replace(&mut article, body);
    }
    head::read_above(&mut page, before, document_title, context);
    for line in article {
        if line.is_text() && boilerplate::is_tool(&line.text) {
            page.left_out += 1;
        } else {
            page.body.push(line);
        }
    }
    tail::read_below(&mut page, below, context.site);
    page
}

impl Page {
    /// Adds a line that has no place in a source to `unplaced`, so that no text is lost.
    fn keep(&mut self, line: &Line) {
        match &line.form {
            Form::Table(rows) => {
                for row in rows {
                    let filled: Vec<&str> = row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
                    self.unplaced.extend((!filled.is_empty()).then(|| filled.join(" ")));
                }
            }
            // A picture outside of the article is boilerplate.
            Form::Picture(_) | Form::Embedded(_) => self.left_out += 1,
            Form::Text | Form::Heading(_) | Form::Item(_) => self.unplaced.push(line.text.clone()),
        }
    }
}

#[cfg(test)]
mod tests;
