//! Finds the numbers, dates and document numbers in Chinese and English text, and tells which of them another text lacks. 12亿 and
//! `1.2 billion` are one number, 2月13日 and `13 February` one date.
//!
//! Invariant: pure functions of text. A text lacks nothing of itself.

mod chinese;
mod decimal;
mod english;
mod figure;
mod known;
mod read;
mod token;

pub use decimal::Decimal;
pub use figure::{Figure, FigureValue};
pub use known::Known;
pub use read::figures;
