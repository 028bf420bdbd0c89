//! Finds the parts of an article's page on an old site: tells title, date, source and body from what is around them.
//!
//! Invariant: knows no files, no register and no markup. Each line of a page is in a part of the article, kept beside it, or
//! counted as furniture.

pub mod boilerplate;
mod ends;
pub mod page;
