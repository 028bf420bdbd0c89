//! The messages of a group one by one: for the modules that scripts import, for the files of languages, and for the tests that read every
//! message of every language.

/// A message and its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    /// The name of its field.
    pub(crate) name: &'static str,
    /// The values in the text: name and type. Empty for a constant text.
    pub(crate) values: &'static [(&'static str, &'static str)],
    /// The text, or the pattern.
    pub(crate) text: &'static str,
}

/// A struct of messages.
pub(crate) trait Group {
    /// Calls `see` for every message, in the order of declaration.
    fn each(&self, see: &mut dyn FnMut(Message));
}
