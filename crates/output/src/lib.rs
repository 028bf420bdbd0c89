//! Writes a folder of files: only those that changed, with compressed variants, an upload plan and verification.
//!
//! Invariant: at any moment every file of the folder is wholly old or wholly new. This crate does not know what a page is;
//! callers pass paths, bytes and input digests.

mod build_state;
mod error;
mod folder;
mod known_files;
mod outcome;
mod precompress;
mod replace;
mod upload_plan;
mod verify;

pub use build_state::{default_state_folder, delete_manifest, read_manifest, write_state};
pub use error::OutputError;
pub use folder::{OutputFolder, refuse_foreign_folder};
pub use outcome::{WriteOutcome, WriteStats};
pub use replace::{replace, replace_all, stamp_of};
pub use upload_plan::{KEPT_RELEASES, mark_deployed, write_upload_plan};
pub use verify::{Comparison, Deployment, Difference, verify};
