//! Prints texts in a language, and shows progress.

use std::io::Write;

use indicatif::{ProgressBar, ProgressStyle};
use investchn_localized::{Lang, Text, localized};

/// Prints a line for people. Writing fails if the reader has closed the pipe, as `head` does.
pub fn print(text: &Text, lang: Lang) {
    let _ = writeln!(std::io::stdout(), "{}", text.get(lang));
}

/// Prints why a command failed.
pub fn print_reason(reason: &Text, lang: Lang) {
    eprintln!("{}", localized!(zh "错误：{}", en "error: {}", reason.get(lang)).get(lang));
}

/// Returns a progress bar with a template of indicatif. It is visible on a terminal only.
pub fn progress(template: &Text, lang: Lang) -> ProgressBar {
    let bar = ProgressBar::no_length();
    match ProgressStyle::with_template(template.get(lang)) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
