//! Gives the right form of what people type: files in other encodings, dates, signs in TOML.
//!
//! Invariant: the functions are pure, and each gives the one reading that there is, or none.

mod date;
mod decode;
mod parse_error;
mod toml_signs;

pub use date::{DateReading, date_reading, day_in_china};
pub use decode::{DecodedFile, FileEncoding, decode, decode_table};
pub use parse_error::parse_error;
pub use toml_signs::{SignFault, SignKind, sign_faults};
