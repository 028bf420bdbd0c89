//! The pages about offline reading, and the worker's report on the stored pages. The worker (`sw.js`) stores and reports;
//! this module defines the types only.

use serde::{Deserialize, Serialize};

use crate::json::from_json;

/// A page about reading offline. Its published form is the same for every reader; the worker adds the stored pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum OfflinePage {
    /// `/offline/`: the fallback for a page that is not stored.
    Offline,
    /// `/saved/`: the pages that the reader saved (公文包).
    Saved,
}

from_json!(words OfflinePage { "offline" => Offline, "saved" => Saved });

/// The worker's report on the stored pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfflineStatus {
    /// Pages that the reader visited and can read again, the latest first.
    pub read: Vec<StoredPage>,
    /// Pages that the reader saved.
    pub kept: Vec<StoredPage>,
    /// The outcome of the last request: the name of a message and its values, each on a line; empty if there was none.
    pub said: String,
    /// True while the worker works on a request.
    pub busy: bool,
}

from_json!(fields OfflineStatus { read, kept, said, busy });

/// A stored page: one page, or the first page of a saved zone or region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPage {
    /// The portal path.
    pub path: String,
    /// The title.
    pub name: String,
    /// The note on it, in the same form: its size and its age.
    pub note: String,
}

from_json!(fields StoredPage { path, name, note });
