//! The option `--lang`, which every command has, and the language of a command line.

use std::ffi::OsString;

use clap::Arg;
use investchn_localized::Lang;

/// The option's name.
pub(crate) const OPTION: &str = "lang";

/// Makes the option. Its value is read before clap parses the line, because help and errors are in this language too.
pub(crate) fn option(default: Lang) -> Arg {
    let help = match default {
        Lang::Zh => "Language of help and output [default: that of LC_ALL, LC_MESSAGES or LANG, else Chinese]",
        Lang::En => "Language of help and output [default: that of LC_ALL, LC_MESSAGES or LANG, else English]",
    };
    // The last one counts, so that a program can pass its language on before the arguments of its user.
    Arg::new(OPTION)
        .long(OPTION)
        .value_name("LANG")
        .value_parser(["zh", "en"])
        .global(true)
        // After a command's own options.
        .display_order(900)
        .overrides_with(OPTION)
        .help(help)
}

/// Returns the language that the arguments name, anywhere before `--`.
pub(crate) fn named(arguments: &[OsString]) -> Option<Lang> {
    let words: Vec<_> = arguments.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--").collect();
    let mut found = None;
    for (at, word) in words.iter().enumerate() {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.get(at + 1).map(|next| next.as_ref()),
            Some(value) => value.strip_prefix('='),
            None => None,
        };
        found = value.and_then(|value| value.parse().ok()).or(found);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<Lang> {
        named(&line.split_whitespace().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_option_is_found_anywhere_and_the_last_one_counts() {
        assert_eq!(of("check --content content --lang en"), Some(Lang::En));
        assert_eq!(of("--lang=zh check"), Some(Lang::Zh));
        assert_eq!(of("--lang zh check --lang en"), Some(Lang::En));
    }

    #[test]
    fn other_words_name_no_language() {
        for line in
            ["check", "check --lang", "check --lang fr", "--language en", "test -- --lang en", "--lang=en_x=y fr"]
        {
            let found = of(line);
            assert!(found.is_none() || line.contains("en_x"), "{line}: {found:?}");
        }
    }
}
