//! The bodies of articles that stay in memory between reading a tree and writing its pages.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use investchn_model::{ArticleId, Block};

/// The text of the bodies that are held, in bytes. The blocks take about twice as much memory.
const CAPACITY: usize = 128 << 20;

/// Bodies of articles, each of which is taken once.
#[derive(Debug)]
pub(crate) struct BodyCache(Mutex<HeldBodies>);

#[derive(Debug)]
struct HeldBodies {
    bodies: HashMap<ArticleId, Vec<Block>>,
    /// Bytes of text that still fit.
    room: usize,
}

impl BodyCache {
    /// Makes an empty cache, which holds nothing unless bodies are `wanted`.
    pub(crate) fn new(wanted: bool) -> Self {
        BodyCache(Mutex::new(HeldBodies { bodies: HashMap::new(), room: if wanted { CAPACITY } else { 0 } }))
    }

    /// Holds a body whose text has this many bytes, if it fits.
    pub(crate) fn insert(&self, id: &ArticleId, body: Vec<Block>, bytes: usize) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(room) = held.room.checked_sub(bytes) {
            held.room = room;
            held.bodies.insert(id.clone(), body);
        }
    }

    /// Removes a body and returns it.
    pub(crate) fn take(&self, id: &ArticleId) -> Option<Vec<Block>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).bodies.remove(id)
    }
}
