//! The language in which a command speaks to a contributor.
//!
//! It is a property of the process, chosen once by its command line, so that the texts of errors and steps need not be carried in both
//! languages to the place that prints them.

use std::io;
use std::sync::OnceLock;

use investchn_localized::{Lang, Text, io_error};

/// The language of the commands, unless the option or the environment says another.
pub const DEFAULT: Lang = Lang::En;

static CHOSEN: OnceLock<Lang> = OnceLock::new();

/// Chooses the language of this process. Only the first choice counts.
pub fn choose(lang: Lang) {
    // A second choice is ignored.
    let _ = CHOSEN.set(lang);
}

/// Returns the language of this process.
pub fn language() -> Lang {
    CHOSEN.get().copied().unwrap_or(DEFAULT)
}

/// Returns the value of `--lang` for programs that this one runs.
pub fn option() -> [&'static str; 2] {
    match language() {
        Lang::Zh => ["--lang", "zh"],
        Lang::En => ["--lang", "en"],
    }
}

/// Returns a text in the language of this process. [`told!`](crate::told) words and returns it at once.
pub fn told(text: &Text) -> String {
    text.get(language()).to_owned()
}

/// Words a text in both languages, as `localized!` does, and returns the one of this process.
#[macro_export]
macro_rules! told {
    ($($text:tt)*) => {
        $crate::language::told(&$crate::localized!($($text)*))
    };
}

/// Words an error with its causes. Errors of the system have words of their own.
pub fn worded(error: &anyhow::Error) -> String {
    let colon = told!(zh "：", en ": ");
    let texts: Vec<String> = error
        .chain()
        .map(|cause| {
            cause.downcast_ref::<io::Error>().map_or_else(|| cause.to_string(), |cause| told(&io_error(cause)))
        })
        .collect();
    texts.join(&colon)
}

/// Prints an error that ends the command.
pub fn print_error(error: &anyhow::Error) {
    let error = worded(error);
    eprintln!("\n{}", told!(zh "错误：{error}", en "error: {error}"));
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;

    #[test]
    fn errors_of_the_system_are_worded_with_what_was_done() {
        let failed: Result<(), io::Error> = Err(io::ErrorKind::NotFound.into());
        let error = failed.context("a.toml cannot be read").context("the settings").unwrap_err();
        assert_eq!(worded(&error), "the settings: a.toml cannot be read: there is no such file or folder");
    }
}
