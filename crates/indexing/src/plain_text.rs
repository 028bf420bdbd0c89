//! The text of a body without markup, one line for each block.

use investchn_model::{Block, Span};

/// Returns the text that readers see of a body: headings, paragraphs, items of lists, rows of tables, captions and titles of videos. Each
/// is a line. The text of a line is contiguous, whatever is strong or a link in it.
pub fn plain_text(body: &[Block]) -> String {
    let mut text = String::new();
    blocks(body, &mut text);
    text.truncate(text.trim_end().len());
    text
}

fn blocks(body: &[Block], text: &mut String) {
    for block in body {
        match block {
            Block::Paragraph(line) | Block::Heading { text: line, .. } => spans(line, text),
            Block::Figure { caption: line, .. } | Block::Video { title: line, .. } => text.push_str(line),
            Block::List { items, .. } => items.iter().for_each(|item| blocks(item, text)),
            Block::Quote(body) => blocks(body, text),
            Block::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    for (place, cell) in row.iter().enumerate() {
                        text.push_str(if place > 0 { " " } else { "" });
                        spans(cell, text);
                    }
                    end_line(text);
                }
            }
            Block::Image(_) | Block::Rule => {}
        }
        end_line(text);
    }
}

fn spans(line: &[Span], text: &mut String) {
    for span in line {
        match span {
            Span::Text(run) => text.push_str(run),
            Span::Strong(inner) | Span::Emphasis(inner) | Span::Link { text: inner, .. } => spans(inner, text),
            Span::Break => text.push(' '),
        }
    }
}

/// Ends a line that has text.
fn end_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Published JSON of a body with every kind of block. The test of `web/src/search/plain-text.js` reads it too.
    const BODY: &str = include_str!("../tests/body.json");

    #[test]
    fn each_block_is_a_line_without_markup() {
        let body: Vec<Block> = serde_json::from_str(BODY).unwrap();
        assert_eq!(plain_text(&body), include_str!("../tests/body.txt").trim_end());
        assert_eq!(plain_text(&[]), "");
    }
}
