//! Finds the parts of an article's page on an old site: decodes it, splits it into lines, and tells title, date, source and
//! body from what is around them.
//!
//! Invariant: knows no files and no register. Each line of a page is in a part of the article, kept beside it, or counted as
//! furniture.

pub mod boilerplate;
mod date;
pub mod encoding;
pub mod html_page;
pub mod labels;
pub mod line;
pub mod page;
mod scripts;
pub mod text_page;
