//! All messages of a language: one field for each group.

use crate::entry::{Group, Message};
use crate::partners::{BuilderMessages, BuilderScriptMessages, EmbedMessages, PreviewMessages};
use crate::published::{
    BootMessages, HintMessages, ImportReviewMessages, PlainPageMessages, SourceMessages, StartMessages, WorkerMessages,
};
use crate::reader::{
    ActionMessages, ArticleMessages, DescriptionMessages, FactMessages, FailureMessages, FrameMessages, HomeMessages,
    ListMessages, NameMessages, RegisterMessages, SavedMessages,
};
use crate::register_files::{ChartMessages, RegisterFileMessages};
use crate::search::{SearchMessages, SearchScriptMessages};

/// Declares the struct together with the walk over its groups, so that the tests reach every group.
macro_rules! messages {
    ($($(#[$doc:meta])* $field:ident: $group:ident,)+) => {
        /// All messages of a language.
        #[derive(Clone, Copy, Debug)]
        pub struct Messages {
            /// BCP 47 tag of the language.
            pub lang: &'static str,
            $($(#[$doc])* pub $field: $group,)+
        }

        impl Messages {
            /// Calls `see` for every message, with the name of its group.
            #[cfg_attr(not(test), allow(dead_code, reason = "only tests read every message"))]
            pub(crate) fn each(&self, round: usize, see: &mut dyn FnMut(&'static str, Message)) {
                $(self.$field.each(round, &mut |entry| see(stringify!($field), entry));)+
            }
        }
    };
}

messages! {
    /// The frame of every page.
    frame: FrameMessages,
    /// Buttons and links.
    actions: ActionMessages,
    /// Names of views.
    names: NameMessages,
    /// One-sentence descriptions of views.
    descriptions: DescriptionMessages,
    /// The home page.
    home: HomeMessages,
    /// Lists of news.
    lists: ListMessages,
    /// The register.
    register: RegisterMessages,
    /// The charts of the register.
    charts: ChartMessages,
    /// The register for partners.
    register_files: RegisterFileMessages,
    /// An article.
    article: ArticleMessages,
    /// Facts of a zone.
    facts: FactMessages,
    /// Reasons why a view is not shown.
    failures: FailureMessages,
    /// The search box and the page of results.
    search: SearchMessages,
    /// The search's script.
    search_script: SearchScriptMessages,
    /// Pages saved on this device.
    saved: SavedMessages,
    /// Embeds on partners' pages.
    embed: EmbedMessages,
    /// The embed builder.
    builder: BuilderMessages,
    /// The embed builder's script.
    builder_script: BuilderScriptMessages,
    /// The builder's preview.
    preview: PreviewMessages,
    /// The page before the app runs.
    boot: BootMessages,
    /// The start script.
    start: StartMessages,
    /// The hint at an edition.
    hint: HintMessages,
    /// Pages without the app.
    plain_pages: PlainPageMessages,
    /// The service worker.
    worker: WorkerMessages,
    /// New and imported sources.
    sources: SourceMessages,
    /// The review of an import.
    import_review: ImportReviewMessages,
}
