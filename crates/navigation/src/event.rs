//! The inputs and outputs of the state machine.

use std::time::Duration;

use investchn_model::View;
use investchn_model::route::Route;

use super::Address;
use crate::page_state::{CurrentPage, LoadError};

/// Number of a load. Each load has its own, so that the answer to an overtaken load is recognized.
pub type LoadId = u32;

/// An event in the browser.
#[derive(Debug, PartialEq)]
pub enum Event {
    /// The app took over the page that the reader opened. `scrolled` is the scroll position of an earlier visit to the same
    /// history entry, in pixels; after a reload there is one.
    Opened {
        /// The address of the page.
        address: Address,
        /// Pixels from the top.
        scrolled: Option<f64>,
    },
    /// The reader followed a link to a route.
    LinkFollowed(Route),
    /// The reader went back or forward, and the browser has changed the address.
    Traversed {
        /// The address of the history entry.
        address: Address,
        /// The entry's last scroll position, in pixels.
        scrolled: f64,
    },
    /// The outcome of [`Effect::AddEntry`]: false if the browser refused.
    EntryAdded(bool),
    /// The answer to [`Effect::Load`].
    Loaded {
        /// The load.
        load: LoadId,
        /// The view, boxed because it is large.
        result: Result<Box<View>, LoadError>,
    },
    /// The answer to [`Effect::LookUpAlias`]: the route to which the old address redirects, if it is known.
    AliasLookedUp {
        /// The load.
        load: LoadId,
        /// The route.
        route: Option<Route>,
    },
    /// A load takes so long that the reader should get a notice.
    LoadIsSlow(LoadId),
    /// The device is connected again.
    NetworkReturned,
    /// The returned network had time to settle.
    RetryDue,
    /// The reader pointed at a link, touched it or reached it by keyboard.
    LinkPointedAt(Route),
    /// The reader stayed on a page, the one of this number, long enough that links in view matter.
    Stayed(u32),
    /// A link came into view.
    LinkInView(Route),
    /// The answer to [`Effect::Prefetch`]; no view if the request failed.
    Prefetched {
        /// The route that was prefetched.
        route: Route,
        /// Its view.
        view: Option<Box<View>>,
    },
    /// The reader changed the register's filter, which is now this query: `?q=…`, or empty.
    FilterChanged(String),
}

/// An action for the browser. Effects run in their order.
#[derive(Debug, PartialEq)]
pub enum Effect {
    /// Show a page, and wait until it is in the document.
    Show(CurrentPage),
    /// Show or hide the notice that the next page is loading.
    SetWaiting(bool),
    /// Set the document's title, description and canonical address.
    SetHead {
        /// The document's title.
        title: String,
        /// The description for search engines.
        description: String,
        /// The route of the canonical address; none if the page is not one of the portal's.
        route: Option<Route>,
    },
    /// Filter the register by the query of the address: `?q=…`, or empty.
    FilterRegister(String),
    /// Scroll to a position, in pixels from the top.
    ScrollTo(f64),
    /// Scroll to the heading of the list.
    ScrollToList,
    /// Move the focus without scrolling.
    Focus(FocusTarget),
    /// Let a screen reader announce a text.
    Announce(String),
    /// Add a history entry with this address, and answer with [`Event::EntryAdded`].
    AddEntry(String),
    /// Replace the address of the current history entry.
    ReplaceAddress(String),
    /// Let the browser load this address as a new page.
    LoadDocument(String),
    /// The same, in place of the current history entry.
    ReplaceDocument(String),
    /// Make the relative links of the head absolute, because the address changes.
    MakeLinksAbsolute,
    /// Load the view of a route, and answer with [`Event::Loaded`]. This aborts the previous request.
    Load {
        /// The load.
        load: LoadId,
        /// The route.
        route: Route,
    },
    /// Look up an old address, and answer with [`Event::AliasLookedUp`]. This aborts the previous request.
    LookUpAlias {
        /// The load.
        load: LoadId,
        /// Portal path and query.
        address: String,
    },
    /// Abort the current request, because nothing waits for it.
    EndLoad,
    /// Prefetch the view of a route, and answer with [`Event::Prefetched`].
    Prefetch(Route),
    /// Observe which links of the page are in view, and answer with [`Event::LinkInView`].
    ObserveLinks,
    /// Ask the host if it has a newer release of the app.
    CheckForUpdate,
    /// Answer with an event after some time.
    After(Duration, Box<Event>),
}

/// An element that gets the focus after a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading of the page.
    Heading,
    /// The heading of the list.
    List,
}
