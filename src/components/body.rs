//! An article's body: each block and span as an element. No HTML string is put in anywhere.

use investchn_content::{Alignment, Block, Span};
use leptos::prelude::*;

use crate::components::picture;
use crate::portal::Portal;

const FULL_WIDTH: &str = "(min-width: 52rem) 48rem, 100vw";

/// The blocks of a body, in order.
pub(crate) fn body(portal: &Portal, blocks: &[Block]) -> Vec<AnyView> {
    // A picture right at the top is in the first screen; those further down can wait.
    blocks.iter().enumerate().map(|(place, it)| block(portal, it, place < 2)).collect()
}

fn block(portal: &Portal, block: &Block, early: bool) -> AnyView {
    match block {
        Block::Paragraph(text) => view! { <p>{spans(portal, text)}</p> }.into_any(),
        Block::Heading { level, text } => heading(*level, spans(portal, text)),
        Block::Image(image) => view! { <p class="image">{picture(portal, image, FULL_WIDTH, early)}</p> }.into_any(),
        Block::Figure { picture: image, caption } => view! {
            <figure>
                {picture(portal, image, FULL_WIDTH, early)}
                <figcaption>{caption.clone()}</figcaption>
            </figure>
        }
        .into_any(),
        Block::List { start, items } => list(portal, *start, items),
        Block::Quote(blocks) => view! { <blockquote>{body(portal, blocks)}</blockquote> }.into_any(),
        Block::Table { columns, head, rows } => table(portal, columns, head, rows),
        Block::Video { href, title } => view! {
            <p class="video"><a href=href.clone() rel="noopener">{["视频：", title].concat()}</a></p>
        }
        .into_any(),
        Block::Rule => view! { <hr /> }.into_any(),
    }
}

fn heading(level: u8, text: Vec<AnyView>) -> AnyView {
    match level {
        2 => view! { <h2>{text}</h2> }.into_any(),
        3 => view! { <h3>{text}</h3> }.into_any(),
        _ => view! { <h4>{text}</h4> }.into_any(),
    }
}

fn list(portal: &Portal, start: Option<u32>, items: &[Vec<Block>]) -> AnyView {
    let items: Vec<_> = items
        .iter()
        .map(|blocks| match blocks.as_slice() {
            // A tight item is its text; a paragraph in it would be indented like one.
            [Block::Paragraph(text)] => view! { <li>{spans(portal, text)}</li> },
            blocks => view! { <li>{body(portal, blocks)}</li> },
        })
        .collect();
    match start {
        None => view! { <ul>{items}</ul> }.into_any(),
        Some(1) => view! { <ol>{items}</ol> }.into_any(),
        Some(start) => view! { <ol start=start.to_string()>{items}</ol> }.into_any(),
    }
}

fn table(portal: &Portal, columns: &[Alignment], head: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) -> AnyView {
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
    // The frame can be scrolled, so the keyboard must be able to reach it.
    view! {
        <div class="table-frame" tabindex="0" role="group" aria-label="表格">
            <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

fn spans(portal: &Portal, spans: &[Span]) -> Vec<AnyView> {
    spans.iter().map(|it| span(portal, it)).collect()
}

fn span(portal: &Portal, span: &Span) -> AnyView {
    match span {
        Span::Text(text) => text.clone().into_any(),
        Span::Strong(inner) => view! { <strong>{spans(portal, inner)}</strong> }.into_any(),
        Span::Emphasis(inner) => view! { <em>{spans(portal, inner)}</em> }.into_any(),
        Span::Break => view! { <br /> }.into_any(),
        Span::Link { href, text } => {
            let outside = href.starts_with("http").then_some("noopener");
            view! { <a href=portal.link(href) rel=outside>{spans(portal, text)}</a> }.into_any()
        }
    }
}
