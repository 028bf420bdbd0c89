//! Bodies that were just read and wait to be written: as many as memory should hold. The others are read again.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use investchn_model::{ArticleId, Block};

/// The text of the bodies that are held, in bytes. The blocks take about twice as much.
const ROOM: usize = 128 << 20;

/// Bodies of articles, each to be taken once.
#[derive(Debug)]
pub(crate) struct Bodies(Mutex<Held>);

#[derive(Debug)]
struct Held {
    bodies: HashMap<ArticleId, Vec<Block>>,
    /// For how many bytes of text there still is room.
    room: usize,
}

impl Bodies {
    /// Room for bodies, if they will be asked for.
    pub(super) fn new(wanted: bool) -> Self {
        Bodies(Mutex::new(Held { bodies: HashMap::new(), room: if wanted { ROOM } else { 0 } }))
    }

    /// Holds a body whose text has this many bytes, if there is room.
    pub(super) fn keep(&self, id: &ArticleId, body: Vec<Block>, bytes: usize) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(room) = held.room.checked_sub(bytes) {
            held.room = room;
            held.bodies.insert(id.clone(), body);
        }
    }

    /// Hands a body out, if it is held.
    pub(super) fn take(&self, id: &ArticleId) -> Option<Vec<Block>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).bodies.remove(id)
    }
}
