//! All messages of a language: those of the app, and one field for each further group.

use crate::app::AppMessages;
use crate::entry::{Group, Message};
use crate::partners::{BuilderMessages, BuilderScriptMessages, EmbedMessages, PreviewMessages};
use crate::published::{
    BootMessages, HintMessages, ImportReviewMessages, PlainPageMessages, SourceMessages, StartMessages,
};
use crate::register_files::{ChartMessages, RegisterFileMessages};
use crate::search::{SearchMessages, SearchScriptMessages};

/// Declares the struct together with the walk over its groups, so that the tests reach every group.
macro_rules! messages {
    ($($(#[$doc:meta])* $field:ident: $group:ident,)+) => {
        /// All messages of a language.
        #[derive(Clone, Copy, Debug)]
        pub struct Messages {
            /// The folder of the language's edition below the portal's, with a slash at its end; empty for the first.
            pub folder: &'static str,
            /// The name of the language in itself.
            pub name: &'static str,
            /// The locale as Open Graph writes it.
            pub open_graph_locale: &'static str,
            /// The locale in which the service worker writes dates.
            pub date_locale: &'static str,
            /// A link to a zone, in place of one to an article that this edition does not have.
            pub zone_page: &'static str,
            /// The messages that the app shows.
            pub app: AppMessages,
            $($(#[$doc])* pub $field: $group,)+
        }

        impl Messages {
            /// Returns the BCP 47 tag of the language.
            pub const fn lang(&self) -> &'static str {
                self.app.lang
            }

            /// Returns the messages of another language: every text replaced by `text`, which gets the pattern of a message with values.
            /// The tests make a language of this that shows which words are not messages.
            pub fn map(
                &self,
                lang: &'static str,
                folder: &'static str,
                text: &mut dyn FnMut(&'static str) -> &'static str,
            ) -> Messages {
                Messages {
                    folder,
                    name: text(self.name),
                    open_graph_locale: self.open_graph_locale,
                    date_locale: self.date_locale,
                    zone_page: text(self.zone_page),
                    app: self.app.map(lang, text),
                    $($field: self.$field.map(text),)+
                }
            }

            /// Calls `see` for every message, with the name of its group.
            #[cfg_attr(not(test), allow(dead_code, reason = "only tests read every message"))]
            pub(crate) fn each(&self, see: &mut dyn FnMut(&'static str, Message)) {
                self.app.each(see);
                $(self.$field.each(&mut |entry| see(stringify!($field), entry));)+
            }
        }
    };
}

messages! {
    /// The charts of the register.
    charts: ChartMessages,
    /// The register for partners.
    register_files: RegisterFileMessages,
    /// The page of search results.
    search: SearchMessages,
    /// The search's script.
    search_script: SearchScriptMessages,
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
    /// New and imported sources.
    sources: SourceMessages,
    /// The review of an import.
    import_review: ImportReviewMessages,
}
