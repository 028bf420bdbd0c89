//! The states of the main part of the page, each of which has a view, and the errors of a load.

use std::sync::Arc;

use investchn_model::route::Route;
use investchn_model::{Register, View};
use thiserror::Error;

/// The page that the app shows: address and main part, which change together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CurrentPage {
    /// The route of the address; none if the address is not one of the portal's.
    pub route: Option<Route>,
    /// The state of the main part.
    pub state: PageState,
}

impl CurrentPage {
    /// Lets the page be loaded if it was built again without the text that was published: an extension of the browser may have changed
    /// the page.
    pub fn rebuilt(&mut self, has_text: bool) {
        if !has_text {
            self.state = PageState::Pending;
        }
    }
}

/// The state of the main part of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PageState {
    /// Empty, because the load began so recently that a notice would only flicker.
    #[default]
    Pending,
    /// The load takes long enough for a notice.
    Loading,
    /// The page is the published one, and the app does not have the data of its view.
    Published(Arc<PublishedPage>),
    /// The view is loaded.
    Ready(Arc<View>),
    /// There is no such page. The register, if it could be loaded, helps to find the right one.
    NotFound(Option<Arc<Register>>),
    /// The load failed.
    Failed(LoadError),
}

/// The title and the description in the head of a published page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublishedPage {
    /// The document's title.
    pub title: String,
    /// The description for search engines.
    pub description: String,
}

impl PageState {
    /// Returns true while the main part waits for its view.
    pub fn is_waiting(&self) -> bool {
        matches!(self, PageState::Pending | PageState::Loading)
    }
}

/// The reason why a load failed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LoadError {
    /// The host has no such file.
    #[error("not found")]
    NotFound,
    /// The device has no connection.
    #[error("offline")]
    Offline,
    /// The host could not be reached, or the connection broke.
    #[error("unreachable")]
    Unreachable,
    /// The host answered with an error status.
    #[error("status {0}")]
    Status(u16),
    /// The file does not have the published shape.
    #[error("wrong shape")]
    WrongShape,
    /// The file has a newer schema than this app.
    #[error("schema {0} is newer than this app's")]
    NewerSchema(u32),
}
