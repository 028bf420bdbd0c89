//! The words that a new article has where its editor has yet to write.

use investchn_messages::ZH;

/// Stands for the source of an article until an editor names it.
pub const SOURCE: &str = ZH.sources.source_pending;

/// Stands for the text of an article until an editor writes it.
pub const BODY: &str = ZH.sources.body_pending;
