//! Parses the command line of a program in its user's language.

use std::env;
use std::ffi::OsString;
use std::process;

use clap::{Error, Parser};
use investchn_localized::{Lang, Text};

use crate::{Catalog, error, help, language};

/// The exit code of a command line that cannot be parsed, as clap's.
const INVALID: i32 = 2;

/// Parses the arguments of this process. Returns them with the language of the output: the option's, the environment's, or `default`.
/// Prints help or the error, and exits, if there is nothing to run.
pub fn parse<P: Parser>(texts: Vec<Text>, default: Lang) -> (P, Lang) {
    let arguments: Vec<OsString> = env::args_os().collect();
    let environment = Lang::of_environment(|name| env::var(name).ok(), default);
    let lang = language::named(arguments.get(1..).unwrap_or_default()).unwrap_or(environment);
    let parsed = try_parse(arguments, &Catalog::new(texts), lang, default);
    (parsed.unwrap_or_else(|error| exit(&error, lang)), lang)
}

/// Parses a command line in a language. `default` is that of the program.
///
/// # Errors
/// clap's, whose help is in the language.
pub fn try_parse<P: Parser>(
    arguments: Vec<OsString>,
    catalog: &Catalog,
    lang: Lang,
    default: Lang,
) -> Result<P, Box<Error>> {
    let matches = help::command::<P>(catalog, lang, default).try_get_matches_from(arguments)?;
    Ok(P::from_arg_matches(&matches)?)
}

/// Prints help, or the error in the language, and exits as clap does.
fn exit(error: &Error, lang: Lang) -> ! {
    if error::is_help(error) {
        error.exit()
    }
    eprintln!("{}", error::worded(error, lang));
    process::exit(INVALID)
}
