//! Forms that are nearly Markdown, as a Chinese keyboard makes them, and marks of Markdown that stay text.

mod block;
mod inline;

use std::ops::Range;

use investchn_diagnostics::{Rule, rules};
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::flanking::Prepared;

/// A place where a source is nearly Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearForm {
    /// The rule that names it.
    pub rule: &'static Rule,
    /// The bytes of the file that are meant.
    pub at: Range<usize>,
    /// What they should be, if there is one reading.
    pub right: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do, if there is more than one reading.
    pub help: &'static str,
}

impl NearForm {
    /// Returns the line of the file as it should be.
    pub fn line(&self, text: &str) -> Option<String> {
        let start = text[..self.at.start].rfind('\n').map_or(0, |end| end + 1);
        let end = text[self.at.end..].find('\n').map_or(text.len(), |end| self.at.end + end);
        let right = self.right.as_ref()?;
        Some([&text[start..self.at.start], right, text[self.at.end..end].trim_end()].concat())
    }

    fn near(at: Range<usize>, right: String, message: String) -> Self {
        NearForm { rule: &rules::NEAR_MARKDOWN, at, right: Some(right), message, help: "" }
    }
}

/// A part of a line that is text without marks: contiguous in the file.
struct Run {
    at: Range<usize>,
    begins_line: bool,
    begins_block: bool,
    is_link: bool,
}

/// Returns the nearly Markdown of the byte range `range` of a source, in order.
pub fn near_forms(text: &str, range: Range<usize>) -> Vec<NearForm> {
    let offset = range.start;
    let mut found = Vec::new();
    let mut run: Option<Run> = None;
    let (mut begins_line, mut begins_block, mut links, mut code) = (true, true, 0_usize, 0_usize);
    for (event, at) in Prepared::new(&text[range]).events() {
        let at = offset + at.start..offset + at.end;
        if let (Event::Text(_), 0) = (&event, code) {
            match &mut run {
                Some(run) if run.at.end == at.start => run.at.end = at.end,
                _ => {
                    let next = Run { at, begins_line, begins_block, is_link: links > 0 };
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
    found
}

fn finish(run: Option<Run>, text: &str, found: &mut Vec<NearForm>) {
    let Some(run) = run else { return };
    if run.begins_line {
        found.extend(block::form(text, run.at.start, run.begins_block));
    }
    inline::forms(text, &run.at, run.is_link, found);
}

#[cfg(test)]
mod tests;
