//! The classes of published files. A file's class determines its upload order, caching, headers, compression and the
//! worker's rule.
//!
//! Invariant: the class of a file follows from its path alone, because the path is all that is known of removed files and
//! of the files in plans of earlier uploads.

mod class;
mod examples;
mod treatment;

pub use class::Class;
pub use examples::EXAMPLES;
pub use treatment::{Caching, CompressionEffort, FileTreatment, Framing, OfflineRule, Readers};
