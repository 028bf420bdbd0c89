//! Forms that are nearly Markdown, as a Chinese keyboard makes them, and marks of Markdown that stay text.

mod block;
mod form;
mod inline;

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::flanking::Prepared;
use crate::prose::{Prose, ProseReader};

pub use form::NearForm;
pub(crate) use inline::half_width_mark;

/// A part of a line that is text without marks: contiguous in the file.
struct TextRun {
    at: Range<usize>,
    begins_line: bool,
    begins_block: bool,
    is_link: bool,
}

/// Returns the prose of the byte range `range` of a source, and its nearly Markdown, both in order.
pub fn prose_and_near_forms(text: &str, range: Range<usize>) -> (Vec<Prose>, Vec<NearForm>) {
    let offset = range.start;
    let mut prose = ProseReader::new(text);
    let mut found = Vec::new();
    let mut run: Option<TextRun> = None;
    let (mut begins_line, mut begins_block, mut links, mut code) = (true, true, 0_usize, 0_usize);
    for (event, at) in Prepared::new(&text[range]).events() {
        let at = offset + at.start..offset + at.end;
        prose.read(&event, at.clone());
        if let (Event::Text(_), 0) = (&event, code) {
            match &mut run {
                Some(run) if run.at.end == at.start => run.at.end = at.end,
                _ => {
                    let next = TextRun { at, begins_line, begins_block, is_link: links > 0 };
                    finish(run.replace(next), text, &mut found);
                }
            }
            (begins_line, begins_block) = (false, false);
            continue;
        }
        finish(run.take(), text, &mut found);
        begins_block = matches!(event, Event::Start(Tag::Paragraph | Tag::Item));
        begins_line = begins_block || matches!(event, Event::SoftBreak | Event::HardBreak);
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                links += 1;
                found.extend(inline::picture_as_link(text, &at, &dest_url));
            }
            Event::Start(Tag::Image { .. }) => links += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => links -= 1,
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => code += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => code -= 1,
            _ => {}
        }
    }
    finish(run, text, &mut found);
    found.sort_by_key(|form| form.at.start);
    (prose.finish(), found)
}

fn finish(run: Option<TextRun>, text: &str, found: &mut Vec<NearForm>) {
    let Some(run) = run else { return };
    if run.begins_line {
        found.extend(block::form(text, run.at.start, run.begins_block));
    }
    inline::forms(text, &run.at, run.is_link, found);
}

#[cfg(test)]
mod tests;
