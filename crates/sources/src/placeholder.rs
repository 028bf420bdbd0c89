//! The placeholders in new articles, which an editor must replace.

use investchn_messages::ZH;

/// The placeholder of the source.
pub const SOURCE: &str = ZH.sources.source_pending;

/// The placeholder of the body.
pub const BODY: &str = ZH.sources.body_pending;
