//! An article's body: each block and span as an element. No HTML string is injected.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::{Alignment, Block, Span};

use crate::views::components::picture;
use investchn_navigation::site_context::SiteContext;

const FULL_WIDTH: &str = "(min-width: 52rem) 48rem, 100vw";

/// Renders the blocks of a body, in order.
pub(crate) fn body(portal: &SiteContext, blocks: &[Block]) -> Vec<Markup> {
    // A picture among the first two blocks is on the first screen; the others load lazily.
    blocks.iter().enumerate().map(|(place, it)| block(portal, it, place < 2)).collect()
}

fn block(portal: &SiteContext, block: &Block, early: bool) -> Markup {
    let words = portal.words;
    match block {
        Block::Paragraph(text) => view! { <p>{spans(portal, text)}</p> },
        Block::Heading { level, text } => heading(*level, spans(portal, text)),
        Block::Image(image) => view! { <p class="image">{picture(portal, image, FULL_WIDTH, early)}</p> },
        Block::Figure { picture: image, caption } => view! {
            <figure>
                {picture(portal, image, FULL_WIDTH, early)}
                <figcaption>{caption.clone()}</figcaption>
            </figure>
        },
        Block::List { start, items } => list(portal, *start, items),
        Block::Quote(blocks) => view! { <blockquote>{body(portal, blocks)}</blockquote> },
        Block::Table { columns, head, rows } => table(portal, columns, head, rows),
        Block::Video { href, title } => view! {
            <p class="video"><a href=href.clone() rel="noopener">{words.article.video(title)}</a></p>
        },
        Block::Rule => view! { <hr /> },
    }
}

fn heading(level: u8, text: Vec<Markup>) -> Markup {
    match level {
        2 => view! { <h2>{text}</h2> },
        3 => view! { <h3>{text}</h3> },
        _ => view! { <h4>{text}</h4> },
    }
}

fn list(portal: &SiteContext, start: Option<u32>, items: &[Vec<Block>]) -> Markup {
    let items: Vec<_> = items
        .iter()
        .map(|blocks| match blocks.as_slice() {
            // A tight item has only text; a paragraph would indent it.
            [Block::Paragraph(text)] => view! { <li>{spans(portal, text)}</li> },
            blocks => view! { <li>{body(portal, blocks)}</li> },
        })
        .collect();
    match start {
        None => view! { <ul>{items}</ul> },
        Some(1) => view! { <ol>{items}</ol> },
        Some(start) => view! { <ol start=start.to_string()>{items}</ol> },
    }
}

fn table(portal: &SiteContext, columns: &[Alignment], head: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) -> Markup {
    let align = |column: usize| match columns.get(column) {
        Some(Alignment::Center) => Some("center"),
        Some(Alignment::End) => Some("end"),
        Some(Alignment::Start) | None => None,
    };
    let head: Vec<_> = head
        .iter()
        .enumerate()
        .map(|(column, text)| view! { <th scope="col" class=align(column)>{spans(portal, text)}</th> })
        .collect();
    let row = |cells: &Vec<Vec<Span>>| {
        let cells: Vec<_> = cells
            .iter()
            .enumerate()
            .map(|(column, text)| view! { <td class=align(column)>{spans(portal, text)}</td> })
            .collect();
        view! { <tr>{cells}</tr> }
    };
    let rows: Vec<_> = rows.iter().map(row).collect();
    // The frame scrolls, so the keyboard must reach it.
    view! {
        <div class="table-frame" tabindex="0" role="group" aria-label=TEXT.article.table>
            <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
}

fn spans(portal: &SiteContext, spans: &[Span]) -> Vec<Markup> {
    spans.iter().map(|it| span(portal, it)).collect()
}

fn span(portal: &SiteContext, span: &Span) -> Markup {
    match span {
        Span::Text(text) => view! { {text.clone()} },
        Span::Strong(inner) => view! { <strong>{spans(portal, inner)}</strong> },
        Span::Emphasis(inner) => view! { <em>{spans(portal, inner)}</em> },
        Span::Break => view! { <br /> },
        Span::Link { href, text } => {
            let outside = href.starts_with("http").then_some("noopener");
            view! { <a href=portal.link(href) rel=outside>{spans(portal, text)}</a> }
        }
    }
}
