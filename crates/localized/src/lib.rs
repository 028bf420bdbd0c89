//! The output of the tools for editors and operators, in Chinese and in English.
//!
//! [`localized!`] words a text in both languages where a fault is found, so a missing translation does not compile, and a library needs
//! not know which language somebody reads. Only the edge of a program chooses, by [`Lang`].
//!
//! Invariant: every text exists in both languages.

mod file_action;
mod io;
mod lang;
mod text;

pub use file_action::FileAction;
pub use io::io_error;
pub use lang::{Lang, UnknownLang};
pub use text::{Localized, Text};
