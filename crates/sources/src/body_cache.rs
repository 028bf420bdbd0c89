//! A cache of article bodies in memory, between reading a tree and writing its pages.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use investchn_model::Block;

/// The capacity in bytes of text. The blocks take about twice as much memory.
const CAPACITY: usize = 128 << 20;

/// The bodies of articles by their files. Each body is taken once.
#[derive(Debug)]
pub(crate) struct BodyCache(Mutex<CachedBodies>);

#[derive(Debug)]
struct CachedBodies {
    bodies: HashMap<PathBuf, Vec<Block>>,
    /// The remaining capacity, in bytes of text.
    free: usize,
}

impl BodyCache {
    /// Makes an empty cache. It stays empty unless bodies are `wanted`.
    pub(crate) fn new(wanted: bool) -> Self {
        BodyCache(Mutex::new(CachedBodies { bodies: HashMap::new(), free: if wanted { CAPACITY } else { 0 } }))
    }

    /// Adds a body whose text has this many bytes, if it fits.
    pub(crate) fn insert(&self, file: &Path, body: Vec<Block>, bytes: usize) {
        let mut cached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(free) = cached.free.checked_sub(bytes) {
            cached.free = free;
            cached.bodies.insert(file.to_owned(), body);
        }
    }

    /// Removes a body and returns it.
    pub(crate) fn take(&self, file: &Path) -> Option<Vec<Block>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).bodies.remove(file)
    }
}
