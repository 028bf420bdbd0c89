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
    use investchn_model::{Alignment, Picture};

    use super::*;

    fn run(text: &str) -> Span {
        Span::Text(text.to_owned())
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(vec![run(text)])
    }

    #[test]
    fn each_block_is_a_line_without_markup() {
        let picture =
            Picture { src: "media/a.png".to_owned(), width: 1, height: 1, alt: "alt".to_owned(), small: None };
        let strong = Span::Strong(vec![Span::Emphasis(vec![run("百强")])]);
        let link = Span::Link { href: "https://a.example/".to_owned(), text: vec![run("高新区")] };
        let cell = |text: &str| vec![run(text)];
        let body = [
            Block::Heading { level: 2, text: vec![run("标题")] },
            Block::Paragraph(vec![run("创建"), strong, link, Span::Break, run("动员")]),
            Block::Image(picture.clone()),
            Block::Figure { picture, caption: "图一".to_owned() },
            Block::List { start: None, items: vec![vec![paragraph("一")], vec![paragraph("二"), paragraph("三")]] },
            Block::Quote(vec![paragraph("引")]),
            Block::Table {
                columns: vec![Alignment::Start; 2],
                head: vec![cell("年"), cell("值")],
                rows: vec![vec![cell("2026"), cell("5")]],
            },
            Block::Rule,
            Block::Video { href: "https://b.example/".to_owned(), title: "片".to_owned() },
        ];
        assert_eq!(plain_text(&body), "标题\n创建百强高新区 动员\n图一\n一\n二\n三\n引\n年 值\n2026 5\n片");
        assert_eq!(plain_text(&[]), "");
    }
}
