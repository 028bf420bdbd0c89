//! The profile of an old site: the selectors of an article's parts that all its pages share, and rules for their addresses.
//! A person writes it into a file, `import.toml`, or has a first version made from many pages.
//!
//! Invariant: reads no file and writes none.

mod address_rules;
mod file;
mod learn;
mod named_zone;
mod profile_text;

pub use address_rules::{AddressRule, AddressRules};
pub use file::SiteProfile;
pub use learn::{LearnedPart, LearnedProfile, SamplePage, learn};
pub use named_zone::NamedZone;
