//! The states of a load, each of which has a view. It owns the states and their causes, not the fetching.

use std::sync::Arc;

use investchn_model::{Register, View};
use thiserror::Error;

/// What stands in the page's main part.
#[derive(Clone, Debug, Default)]
pub enum Load {
    /// Begun so recently that a notice would only flicker.
    #[default]
    Begun,
    /// Taking longer than a blink.
    Loading,
    /// Here.
    Ready(Arc<View>),
    /// There is no such page; the register, where it could be had, helps to find the right one.
    NotFound(Option<Arc<Register>>),
    /// It did not come.
    Failed(LoadError),
}

/// Why a load did not come.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LoadError {
    /// The host says that there is no such file.
    #[error("not found")]
    NotFound,
    /// The device has no connection.
    #[error("offline")]
    Offline,
    /// The host could not be reached, or the connection broke.
    #[error("unreachable")]
    Unreachable,
    /// The host answered with a failure.
    #[error("status {0}")]
    Status(u16),
    /// The file is not of the published shape.
    #[error("wrong shape")]
    WrongShape,
    /// The file is of a newer schema than this app.
    #[error("schema {0} is newer than this app's")]
    NewerSchema(u32),
}
