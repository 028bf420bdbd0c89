//! The words that a new article has where its editor has yet to write.

/// Stands for the source of an article until an editor names it.
pub const SOURCE: &str = "待填";

/// Stands for the text of an article until an editor writes it.
pub const BODY: &str = "正文待写。";
