//! The location of the portal on a host, and the headers that every host sends.

use std::path::PathBuf;

use crate::policy;
use crate::table::{NO_FRAMES, OWN_FRAMES, SECURITY};

/// The location of the portal on a host.
#[derive(Clone, Debug)]
pub struct Mount {
    /// The path of the portal's base, with a slash at both ends: `/` or `/portal/news/`.
    pub base: String,
    /// The folder of the host's root, which contains the portal's folder at `base`.
    pub root: PathBuf,
    /// The address that the server listens on, in the server's notation: `80`, `127.0.0.1:8080`.
    pub listen: String,
}

impl Default for Mount {
    /// A portal at the root, listening on port 80.
    fn default() -> Self {
        Mount { base: "/".to_owned(), root: PathBuf::from("/srv/www"), listen: "80".to_owned() }
    }
}

/// Returns the headers of every file, and the policy of files that nobody may frame: all except `FRAMED` and `FRAMED_BY_US`.
pub(super) fn unframed() -> (Vec<(&'static str, String)>, String) {
    let all = SECURITY.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
    (all, [&policy::of_any(), "; ", NO_FRAMES].concat())
}

/// Returns the policy of `FRAMED_BY_US`.
pub(super) fn framed_by_us() -> String {
    [&policy::of_any(), "; ", OWN_FRAMES].concat()
}
