//! The messages that the app shows. They are not in its wasm: the publisher writes them as a file for each language
//! ([`AppMessages::lines`]), and the app reads the one of its edition ([`AppMessages::read`]). So readers of one language do not download
//! the other's.

use crate::entry::{Group, Message};
use crate::facts::FactMessages;
use crate::pattern;
use crate::reader::{
    ActionMessages, ArticleMessages, DescriptionMessages, FailureMessages, FrameMessages, HomeMessages, ListMessages,
    NameMessages, RegisterMessages, SavedMessages,
};
use crate::reference::{reference, set_table};

/// Declares the struct together with the walk over its groups.
macro_rules! app_messages {
    ($($(#[$doc:meta])* $field:ident: $group:ident,)+) => {
        /// The messages that the app shows.
        #[derive(Clone, Copy, Debug)]
        pub struct AppMessages {
            /// BCP 47 tag of the language.
            pub(crate) lang: &'static str,
            $($(#[$doc])* pub $field: $group,)+
        }

        /// The number of messages, with the tag of the language.
        pub(crate) const COUNT: usize = 1 $(+ $group::COUNT)+;

        /// Every message as a reference to itself, for views: `{TEXT.home.lead}` is the text of the edition that is shown. It is a static
        /// and not a constant, so that the wasm has it once.
        ///
        /// A reference is a character that only markup understands. Anything else takes the text by [`crate::text`].
        #[allow(unused_assignments, reason = "nothing follows the last group")]
        pub static TEXT: AppMessages = {
            let mut next = 1;
            AppMessages {
                lang: reference(0),
                $($field: {
                    let first = next;
                    next += $group::COUNT;
                    $group::references(first)
                },)+
            }
        };

        impl AppMessages {
            /// Calls `see` for every message, with the name of its group.
            pub(crate) fn each(&self, see: &mut dyn FnMut(&'static str, Message)) {
                $(self.$field.each(&mut |entry| see(stringify!($field), entry));)+
            }

            /// Returns messages with every text replaced.
            pub(crate) fn map(&self, lang: &'static str, text: &mut dyn FnMut(&'static str) -> &'static str) -> Self {
                AppMessages { lang, $($field: self.$field.map(text),)+ }
            }
        }
    };
}

app_messages! {
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
    /// An article.
    article: ArticleMessages,
    /// Facts of a zone.
    facts: FactMessages,
    /// Reasons why a view is not shown.
    failures: FailureMessages,
    /// Pages saved on this device.
    saved: SavedMessages,
}

impl AppMessages {
    /// Returns the BCP 47 tag of the language.
    pub fn lang(&self) -> &'static str {
        crate::text(self.lang)
    }

    /// Returns the tag of the language and every message, in the order of [`TEXT`]'s references.
    pub fn texts(&self) -> Vec<&'static str> {
        let mut texts = vec![self.lang];
        self.each(&mut |_, message| texts.push(message.text));
        texts
    }

    /// Returns the texts, each on a line.
    pub fn lines(&self) -> String {
        self.texts().join("\n")
    }

    /// Takes what [`AppMessages::lines`] writes as the texts that [`TEXT`] refers to, and returns them. Returns none if the lines are those
    /// of another version.
    ///
    /// The app reads them once and needs them for as long as it runs, so they are never freed.
    pub fn read(lines: String) -> Option<&'static [&'static str]> {
        let texts = pattern::parts(lines.leak(), b'\n');
        let texts = (texts.len() == COUNT).then(|| &*texts.leak())?;
        set_table(texts);
        Some(texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LANGUAGES, text};

    #[test]
    fn messages_survive_writing_and_reading() {
        for language in LANGUAGES {
            let lines = language.app.lines();
            assert_eq!(AppMessages::read(lines).unwrap(), language.app.texts());
            assert_eq!(TEXT.names.page(3), language.app.names.page(3));
            assert_eq!(text(TEXT.home.lead), text(language.app.home.lead));
        }
    }

    #[test]
    fn references_are_the_indices_of_the_texts() {
        let references: Vec<char> = TEXT.texts().iter().filter_map(|text| text.chars().next()).collect();
        let expected = (0xE000..).filter_map(char::from_u32).take(LANGUAGES[0].app.texts().len());
        assert_eq!(references, expected.collect::<Vec<char>>());
    }

    #[test]
    fn lines_of_another_version_are_refused() {
        let lines = LANGUAGES[0].app.lines();
        assert!(AppMessages::read(format!("{lines}\nx")).is_none());
        assert!(
            AppMessages::read(lines.rsplit_once('\n').map(|(rest, _)| rest.to_owned()).unwrap_or_default()).is_none()
        );
    }
}
