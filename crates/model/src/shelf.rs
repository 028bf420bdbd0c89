//! What is stored on the reader's device: the views about it, and what the worker tells of it. It owns the shapes; the
//! storing is the worker's.

use serde::{Deserialize, Serialize};

use crate::json::from_json;

/// A view of what this device holds. Its page is the same for everybody; what is held is told by the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DevicePage {
    /// There is no network.
    Offline,
    /// The briefcase: what the reader keeps.
    Saved,
}

from_json!(words DevicePage { "offline" => Offline, "saved" => Saved });

/// What the worker tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// What was read and can be read again, the latest first.
    pub read: Vec<Stored>,
    /// What the reader keeps.
    pub kept: Vec<Stored>,
    /// What the last wish came to, in words; empty where there was none.
    pub said: String,
    /// Whether a wish is being fulfilled.
    pub busy: bool,
}

from_json!(fields Shelf { read, kept, said, busy });

/// A page that is stored, or the first of many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its portal path.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// How much there is and how old it is, in words.
    pub note: String,
}

from_json!(fields Stored { path, name, note });
