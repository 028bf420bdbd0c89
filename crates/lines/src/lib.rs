//! Turns a page of an old site into lines, whatever its encoding and markup, and recognises the labels and dates in a line.
//!
//! Invariant: knows no files, and not which lines are the article's. Each visible text of a page is in one line.

pub mod date;
pub mod encoding;
pub mod html_page;
pub mod labels;
pub mod line;
mod scripts;
pub mod text_page;
