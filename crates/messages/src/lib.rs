//! Every word that people see, in one file for each language: [`ZH`] and [`EN`].
//!
//! Both are values of [`Messages`], so a message that one of them lacks does not compile. A text with values is a pattern,
//! `{count} zone|{count} zones`, and a method that fills it: `ZH.app.register.found(3)`. Dates, facts and kinds are worded here too. The
//! app reads its messages from a file of its edition's language ([`AppMessages::read`]).
//!
//! # A further language
//!
//! A language is a file, `src/<tag>.rs`, with a constant of type [`Messages`], and a line in `investchn_model::languages!`
//! (`crates/model/src/languages.rs`): `fr: FR`. The tag is a BCP 47 tag of one part, and the folder of its edition is `fr/`. Everything
//! else is made from the list: the rules of hosts, the words of the app, the bundles of the scripts, the choice in the embed builder, what
//! sources may be named and which tables they may have. `cargo xtask web` writes the generated files anew, and `BLESS=1` the expected
//! outputs in `host/`. Trunk cannot read the list, so the language's words are also in `Trunk.toml`; a test says which.
//!
//! An edition is published once `content/site.toml` has the table of the language, `[fr]`. Regions have their names in a column `name_fr` of
//! `regions.csv`, or else in pinyin, terms in a column `fr` of `terms.csv`, and zones their English names. The contract test
//! `pseudo_language` publishes an edition in a language that only has messages, and so proves all this.
//!
//! Invariant: no other source has a Chinese literal, except in comments and tests. `cargo xtask tidy` checks it.

mod app;
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

#[cfg(test)]
mod tests;

use investchn_model::published::EDITION_FOLDERS;

pub use app::{AppMessages, TEXT};
pub use facts::FactMessages;
pub use javascript::{javascript, labels};
pub use languages::{add_language, language_tag, languages, translation_languages, translation_tags};
pub use messages::Messages;
pub use partners::{BuilderMessages, BuilderScriptMessages, EmbedMessages, PreviewMessages};
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

/// Declares the module of each language, and lists them.
macro_rules! catalogue {
    ($($module:ident: $messages:ident,)+) => {
        $(
            mod $module;
            pub use $module::$messages;
        )+

        /// Every language of the portal; the first is the one of its sources.
        pub const LANGUAGES: [&Messages; EDITION_FOLDERS.len()] = [$(&$messages),+];
    };
}
investchn_model::languages!(catalogue);
