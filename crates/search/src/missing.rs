//! Finds the parts of a query that no article has: searches each by itself, after all together found nothing.

use std::sync::Arc;

use crate::error::FormatError;
use crate::hits::SearchStep;
use crate::manifest::IndexManifest;
use crate::matching::{MatchScope, SearchFilter};
use crate::query::SearchQuery;
use crate::walk::SegmentWalk;

/// The parts that have been looked for so far.
#[derive(Debug, Default)]
pub(crate) struct MissingParts {
    missing: Vec<usize>,
    /// The next part to look for.
    next: usize,
    /// The search for the part before.
    run: Option<Box<SegmentWalk>>,
}

impl MissingParts {
    pub(crate) fn parts(&self) -> &[usize] {
        &self.missing
    }

    /// Goes on to look for the parts. A query of one part is that part, and is not looked for again.
    pub(crate) fn step(
        &mut self,
        manifest: &Arc<IndexManifest>,
        query: &SearchQuery,
        filter: &SearchFilter,
    ) -> SearchStep {
        if query.parts.iter().filter(|part| !part.is_excluded).count() < 2 {
            return SearchStep::Done;
        }
        loop {
            if let Some(run) = &mut self.run {
                match run.step(1) {
                    SearchStep::Need(files) => return SearchStep::Need(files),
                    SearchStep::Page => {}
                    SearchStep::Done => self.missing.push(self.next - 1),
                }
                self.run = None;
            }
            let Some(part) = query.parts.get(self.next) else { return SearchStep::Done };
            self.next += 1;
            if !part.is_excluded {
                let alone = SearchQuery { parts: vec![part.clone()] };
                let walk = SegmentWalk::new(Arc::clone(manifest), alone, filter.clone(), MatchScope::Anywhere);
                self.run = Some(Box::new(walk));
            }
        }
    }

    pub(crate) fn supply(&mut self, path: &str, bytes: &[u8]) -> Result<(), FormatError> {
        self.run.as_mut().map_or(Ok(()), |run| run.supply(path, bytes))
    }
}
