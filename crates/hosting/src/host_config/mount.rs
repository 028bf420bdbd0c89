//! The place of the portal on a host, and the headers that every host sends.

use std::path::PathBuf;

use crate::policy;
use crate::table::{NO_FRAMES, OWN_FRAMES, SECURITY};

/// The place of the portal on a host.
#[derive(Clone, Debug)]
pub struct Mount {
    /// The path of its base, with a slash at either end: `/` or `/portal/news/`.
    pub base: String,
    /// The folder of the host's root; the portal lies in it below the base.
    pub root: PathBuf,
    /// Where the server listens, as it writes it: `80`, `127.0.0.1:8080`.
    pub listen: String,
}

impl Default for Mount {
    /// At a root.
    fn default() -> Self {
        Mount { base: "/".to_owned(), root: PathBuf::from("/srv/www"), listen: "80".to_owned() }
    }
}

/// The headers of every file, and the policy of those that may not be framed, which holds all but `FRAMED` and `FRAMED_BY_US`.
pub(super) fn unframed() -> (Vec<(&'static str, String)>, String) {
    let all = SECURITY.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
    (all, [&policy::of_any(), "; ", NO_FRAMES].concat())
}

/// The policy of `FRAMED_BY_US`.
pub(super) fn framed_by_us() -> String {
    [&policy::of_any(), "; ", OWN_FRAMES].concat()
}
