//! A cache of article bodies in memory, between reading a tree and writing its pages.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use investchn_model::{ArticleId, Block};

/// The capacity in bytes of text. The blocks take about twice as much memory.
const CAPACITY: usize = 128 << 20;

/// The bodies of articles. Each body is taken once.
#[derive(Debug)]
pub(crate) struct BodyCache(Mutex<CachedBodies>);

#[derive(Debug)]
struct CachedBodies {
    bodies: HashMap<ArticleId, Vec<Block>>,
    /// The remaining capacity, in bytes of text.
    free: usize,
}

impl BodyCache {
    /// Makes an empty cache. It stays empty unless bodies are `wanted`.
    pub(crate) fn new(wanted: bool) -> Self {
        BodyCache(Mutex::new(CachedBodies { bodies: HashMap::new(), free: if wanted { CAPACITY } else { 0 } }))
    }

    /// Adds a body whose text has this many bytes, if it fits.
    pub(crate) fn insert(&self, id: &ArticleId, body: Vec<Block>, bytes: usize) {
        let mut cached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(free) = cached.free.checked_sub(bytes) {
            cached.free = free;
            cached.bodies.insert(id.clone(), body);
        }
    }

    /// Removes a body and returns it.
    pub(crate) fn take(&self, id: &ArticleId) -> Option<Vec<Block>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).bodies.remove(id)
    }
}
