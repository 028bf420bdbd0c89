//! The messages that the app shows. They are not in its wasm: the publisher writes them as a file for each language
//! ([`AppMessages::lines`]), and the app reads the one of its edition ([`AppMessages::read`]). So readers of one language do not download
//! the other's.

use crate::entry::{Group, Message};
use crate::reader::{
    ActionMessages, ArticleMessages, DescriptionMessages, FactMessages, FailureMessages, FrameMessages, HomeMessages,
    ListMessages, NameMessages, RegisterMessages, SavedMessages,
};

/// Declares the struct together with the walk over its groups.
macro_rules! app_messages {
    ($($(#[$doc:meta])* $field:ident: $group:ident,)+) => {
        /// The messages that the app shows.
        #[derive(Clone, Copy, Debug)]
        pub struct AppMessages {
            /// BCP 47 tag of the language.
            pub lang: &'static str,
            $($(#[$doc])* pub $field: $group,)+
        }

        impl AppMessages {
            /// Calls `see` for every message, with the name of its group.
            pub(crate) fn each(&self, see: &mut dyn FnMut(&'static str, Message)) {
                $(self.$field.each(&mut |entry| see(stringify!($field), entry));)+
            }

            /// Makes messages of texts in the order of declaration. Returns none if there are too few or too many.
            pub(crate) fn of_texts(texts: &mut dyn Iterator<Item = &'static str>) -> Option<Self> {
                let lang = texts.next()?;
                $(let $field = Group::read(texts)?;)+
                texts.next().is_none().then_some(AppMessages { lang, $($field),+ })
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
    /// Returns the tag of the language and every message, each on a line.
    pub fn lines(&self) -> String {
        let mut texts = vec![self.lang];
        self.each(&mut |_, message| texts.push(message.text));
        texts.join("\n")
    }

    /// Reads what [`AppMessages::lines`] writes. Returns none if the lines are those of another version.
    ///
    /// The app reads them once and needs them for as long as it runs, so they are never freed.
    pub fn read(lines: String) -> Option<&'static AppMessages> {
        let lines: &'static str = lines.leak();
        let bytes = lines.as_bytes();
        // By bytes, because `lines` and `split` add kilobytes to the wasm.
        let mut texts = bytes.split(|byte| *byte == b'\n').map(|line| str::from_utf8(line).unwrap_or_default());
        AppMessages::of_texts(&mut texts).map(|messages| &*Box::leak(Box::new(messages)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LANGUAGES;

    #[test]
    fn messages_survive_writing_and_reading() {
        for language in LANGUAGES {
            let lines = language.app.lines();
            assert_eq!(AppMessages::read(lines.clone()).map(AppMessages::lines), Some(lines));
        }
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
