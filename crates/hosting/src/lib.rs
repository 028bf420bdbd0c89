//! Configuration of hosts: headers, content security policy, and configurations for nine hosts, as data.
//!
//! Invariant: each header and each rule is in one table; every host's file is derived from it.

pub mod files;
mod first_screen;
pub mod host_config;
pub mod policy;
mod table;

pub use first_screen::FirstScreen;
pub use host_config::{Host, Mount, host_config};

/// The inline script of the page that hosts send for a path without a file. The page does not know the depth at which it is
/// served, so the script searches for the portal's base. The policy allows this script by its digest.
pub const NOT_FOUND_SCRIPT: &str = include_str!("../../../web/built/not-found.js");
