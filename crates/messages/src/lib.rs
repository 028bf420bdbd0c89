//! Every word that people see, in one file for each language: [`ZH`] and [`EN`].
//!
//! Both are values of [`Messages`], so a message that one of them lacks does not compile. They are constants: code that uses
//! `ZH.home.lead` contains that text only, so readers do not download the other language. A text with values is a function,
//! called as a method: `ZH.register.found(3)`. Dates, facts and kinds are worded here too.
//!
//! Invariant: no other source has a Chinese literal, except in comments and tests. `cargo xtask tidy` checks it.

mod en;
mod entry;
mod group;
mod javascript;
mod messages;
mod partners;
mod published;
mod reader;
mod register_files;
mod search;
mod zh;

#[cfg(test)]
mod tests;

pub use en::EN;
pub use javascript::{javascript, labels};
pub use messages::Messages;
pub use partners::{BuilderMessages, BuilderScriptMessages, EmbedMessages, PreviewMessages};
pub use published::{
    BootMessages, HintMessages, ImportReviewMessages, PlainPageMessages, SourceMessages, StartMessages, WorkerMessages,
};
pub use reader::{
    ActionMessages, ArticleMessages, DescriptionMessages, FactMessages, FailureMessages, FrameMessages, HomeMessages,
    ListMessages, NameMessages, RegisterMessages, SavedMessages,
};
pub use register_files::{ChartMessages, RegisterFileMessages};
pub use search::{SearchMessages, SearchScriptMessages};
pub use zh::ZH;
