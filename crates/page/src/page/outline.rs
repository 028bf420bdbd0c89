//! The boxes of a page (`div`, cell and the like), and the box that holds most of its prose.

use super::head;
use crate::boilerplate;
use crate::ends;
use investchn_lines::labels;
use investchn_lines::line::{Form, Line};

/// The shortest prose, in characters. Shorter lines are titles, menus and facts.
const SHORTEST_PROSE: usize = 24;

/// A line that begins with a label is an answer or a sentence from this length on, in characters.
const LONGEST_FACT: usize = 60;

/// The part of all prose, in percent, that the innermost box with the body must have.
const MOST: usize = 72;

/// A line without a full stop is a title up to this length, in characters.
const LONGEST_TITLE: usize = 45;

/// The boxes of a page: the parent of each.
#[derive(Debug)]
pub(crate) struct Outline(Vec<usize>);

impl Outline {
    pub(crate) fn new(boxes: Vec<usize>) -> Self {
        Outline(boxes)
    }

    /// Returns true if a box is another one, or inside it.
    pub(crate) fn is_within(&self, mut inner: usize, outer: usize) -> bool {
        // A box has a higher number than its parent.
        while inner > outer {
            inner = self.0.get(inner).copied().unwrap_or_default();
        }
        inner == outer
    }

    /// Returns the index of the first prose in the box that has most of it; the number of lines if there is no prose.
    pub(crate) fn body(&self, lines: &[Line]) -> usize {
        let start = below_facts(lines);
        let heaviest = self.heaviest(&lines[start..]);
        let is_body = |line: &Line| self.is_within(line.within, heaviest) && is_prose(line);
        lines[start..].iter().position(is_body).map_or(lines.len(), |at| start + at)
    }

    /// Returns the innermost box that has most of the prose of these lines.
    pub(crate) fn heaviest(&self, lines: &[Line]) -> usize {
        let mut weights = vec![0_usize; self.0.len().max(1)];
        for line in lines {
            if let Some(own) = weights.get_mut(line.within) {
                *own += weight(line);
            }
        }
        // A box has a higher number than its parent, so each child is added before its parent is.
        for child in (1..weights.len()).rev() {
            let parent = self.0.get(child).copied().unwrap_or_default();
            weights[parent] += weights[child];
        }
        let total = weights[0];
        if total == 0 {
            return 0;
        }
        (0..weights.len()).rev().find(|at| weights[*at] * 100 >= total * MOST).unwrap_or_default()
    }
}

/// Returns the index of the line below the facts if the body is below them, else 0. A sidebar before the title may have more
/// prose than a short body; but facts may stand below a body too, and then little prose follows.
fn below_facts(lines: &[Line]) -> usize {
    let prose = |lines: &[Line]| lines.iter().map(weight).sum::<usize>();
    let Some(facts) = lines.iter().position(head::begins_facts) else { return 0 };
    if prose(&lines[facts + 1..]) * 2 >= prose(&lines[..facts]) { facts + 1 } else { 0 }
}

/// Returns the weight of a line as a part of a body: the number of its characters if it is prose.
pub(crate) fn weight(line: &Line) -> usize {
    match &line.form {
        Form::Table(rows) => rows.iter().flatten().map(|cell| cell.chars().count()).sum(),
        _ if is_prose(line) => line.text.chars().count(),
        _ => 0,
    }
}

/// Returns true if a line reads as a sentence of an article.
pub(crate) fn is_prose(line: &Line) -> bool {
    if !line.is_text() || line.linked || !line.text.contains(['，', '。', '；', '：', '！', '？', '、', ',']) {
        return false;
    }
    let in_links: usize = line.links.iter().map(|link| link.range.len()).sum();
    let length = line.text.chars().count();
    // A long title has commas too, but no full stop.
    let is_sentence = length >= LONGEST_TITLE || line.text.contains(['。', '；']) || line.text.ends_with('：');
    length >= SHORTEST_PROSE
        && is_sentence
        && in_links * 2 < line.text.len()
        && boilerplate::breadcrumb(&line.text).is_none()
        && (length > LONGEST_FACT || labels::split(&line.text).first().is_none())
        && !ends::is_end(&line.text)
}
