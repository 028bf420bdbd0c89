//! Ids of feeds and entries.

use investchn_model::Site;

/// Returns the id of a feed or an entry as a tag URI (RFC 4151). It names no address, so that a portal that moves to another domain,
/// another folder or `https` does not make every entry unread again.
pub(crate) fn tag(site: &Site, what: &str) -> String {
    let authority: String =
        site.name_en.to_ascii_lowercase().chars().filter(|letter| letter.is_ascii_alphanumeric()).collect();
    ["tag:", &authority, ",", &site.since.to_string(), ":", what].concat()
}
