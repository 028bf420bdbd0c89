//! Configuration of hosts: headers, content security policy, and configurations for nine hosts, as data.
//!
//! Invariant: each header and each rule is in one table; every host's file is derived from it.

pub mod files;
pub mod host_config;
pub mod policy;
mod table;

pub use host_config::{Host, Mount, host_config};

/// The inline script of the page that hosts answer with where there is no file. That page does not know how deep it is shown,
/// so the script looks for the portal's base. The policy allows this script by its digest.
pub const NOT_FOUND_SCRIPT: &str = include_str!("../../../web/built/not-found.js");
