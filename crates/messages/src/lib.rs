//! Every word that people see, in one file for each language: [`ZH`] and [`EN`].
//!
//! Both are values of [`Messages`], so a message that one of them lacks does not compile. A text with values is a pattern,
//! `{count} zone|{count} zones`, and a method that fills it: `ZH.app.register.found(3)`. Dates, facts and kinds are worded here too. The
//! app reads its messages from a file of its edition's language ([`AppMessages::read`]).
//!
//! A further language is one file, and its name in [`LANGUAGES`].
//!
//! Invariant: no other source has a Chinese literal, except in comments and tests. `cargo xtask tidy` checks it.

mod app;
mod en;
mod entry;
mod facts;
mod group;
mod javascript;
mod languages;
mod messages;
mod partners;
mod pattern;
mod published;
mod reader;
mod reference;
mod register_files;
mod search;
mod zh;

#[cfg(test)]
mod tests;

pub use app::{AppMessages, TEXT};
pub use en::EN;
pub use facts::FactMessages;
pub use javascript::{javascript, labels};
pub use languages::{language_tag, translation_languages, translation_tags};
pub use messages::Messages;
pub use partners::{BuilderMessages, BuilderScriptMessages, EmbedMessages, PreviewMessages};
pub use pattern::Value;
pub use published::{
    BootMessages, HintMessages, ImportReviewMessages, PlainPageMessages, SourceMessages, StartMessages,
};
pub use reader::{
    ActionMessages, ArticleMessages, DescriptionMessages, FailureMessages, FrameMessages, HomeMessages, ListMessages,
    NameMessages, RegisterMessages, SavedMessages,
};
pub use reference::text;
pub use register_files::{ChartMessages, RegisterFileMessages};
pub use search::{SearchMessages, SearchScriptMessages};
pub use zh::ZH;

/// Every language of the portal; the first is the one of its sources.
pub const LANGUAGES: [&Messages; 2] = [&ZH, &EN];
