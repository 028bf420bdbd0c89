//! The portal in another language: a source tree with the names of that language and the articles that are translated into it.
//!
//! Invariant: pure functions of a tree. An edition is a [`SourceTree`] as the original is, so whatever publishes one publishes the other.

mod articles;
mod coverage;
mod edition;
mod regions;
mod zones;

#[cfg(test)]
mod tests;

pub use coverage::{ListCoverage, NEWEST, TranslationCoverage};
pub use edition::edition;
