//! Links in articles of a translated edition. A link in a source is a path of the portal, which the app resolves against the portal's
//! folder, so it leads to the first edition.

use investchn_model::route::Route;
use investchn_model::{Block, Span};

/// Makes the links of a body lead to the edition in `folder`, as far as it has their pages.
pub(crate) fn lead_into(folder: &str, has: &impl Fn(&Route) -> bool, blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => in_spans(folder, has, text),
            Block::List { items, .. } => items.iter_mut().for_each(|item| lead_into(folder, has, item)),
            Block::Quote(body) => lead_into(folder, has, body),
            Block::Table { head, rows, .. } => {
                let cells = std::iter::once(head).chain(rows).flatten();
                cells.for_each(|cell| in_spans(folder, has, cell));
            }
            Block::Image(_) | Block::Figure { .. } | Block::Video { .. } | Block::Rule => {}
        }
    }
}

fn in_spans(folder: &str, has: &impl Fn(&Route) -> bool, spans: &mut [Span]) {
    for span in spans {
        match span {
            Span::Link { href, text } => {
                if let Some(route) = Route::parse(href).filter(has) {
                    *href = ["/", folder, &route.below()].concat();
                }
                in_spans(folder, has, text);
            }
            Span::Strong(inner) | Span::Emphasis(inner) => in_spans(folder, has, inner),
            Span::Text(_) | Span::Break => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_that_the_edition_has() {
        let link = |href: &str| vec![Span::Strong(vec![Span::Link { href: href.to_owned(), text: Vec::new() }])];
        let cell = |href: &str| Block::Table { columns: Vec::new(), head: vec![link(href)], rows: Vec::new() };
        let body = |hrefs: [&str; 5]| {
            let [paragraph, item, quote, in_table, outside] = hrefs;
            vec![
                Block::Paragraph(link(paragraph)),
                Block::List { start: None, items: vec![vec![Block::Paragraph(link(item))]] },
                Block::Quote(vec![Block::Heading { level: 2, text: link(quote) }]),
                cell(in_table),
                cell(outside),
            ]
        };
        let mut blocks = body(["/", "/zones/", "/news/", "/media/a.pdf", "https://example.com/"]);
        lead_into("en/", &|route| *route != Route::News(None, None), &mut blocks);
        assert_eq!(blocks, body(["/en/", "/en/zones/", "/news/", "/media/a.pdf", "https://example.com/"]));
    }
}
