//! Command lines in Chinese and in English: the option `--lang`, help, and the errors of a command line.
//!
//! A program describes its commands with clap's derive, in English. [`texts`] has the same help in both languages; [`command`] puts one
//! of them into the commands, with the words that clap writes itself, and [`parse`] words clap's errors.
//!
//! Invariant: it knows no command; every program tests by [`untranslated`] that its help is complete.

mod catalog;
mod error;
mod help;
mod language;
mod parse;
mod parsers;
mod print;
pub mod texts;
mod values;

pub use catalog::Catalog;
pub use help::{command, untranslated};
pub use parse::{parse, try_parse};
pub use parsers::{date, day, kind, one_of};
pub use print::{print, print_reason, progress};
pub use values::{ValueError, whole_number};
