//! The boxes of a page (`div`, cell and the like), and the box that holds most of its prose.

use super::head;
use super::prose::{is_prose, weight};
use investchn_lines::line::Line;

/// The part of all prose, in percent, that the innermost box with the body must have.
const MOST: usize = 72;

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
