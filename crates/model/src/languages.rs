//! The languages of the portal: one line each. Whatever has a part for each language is made from this list.

/// Calls a macro with every language: its tag, which is the name of its module in `crates/messages/src` and of its folder, and the constant
/// with its messages. The first is the language of the sources, whose edition is in the portal's folder itself.
#[macro_export]
macro_rules! languages {
    ($then:ident) => {
        $then! {
            zh: ZH,
            en: EN,
        }
    };
}
