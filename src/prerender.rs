//! Rendering a page's body natively, by the same functions that the browser runs. What stands around it, head and data, is
//! the publisher's.

use std::sync::Arc;

use investchn_content::View;
use leptos::prelude::Owner;

use crate::app::{self, Stage};
use crate::load::Load;
use crate::portal::Portal;
use crate::route::{Base, Route};

/// What stands in `#app` on the published page of a view: the whole frame, with addresses relative to the page's depth.
pub fn body(site: investchn_content::Site, view: View) -> String {
    let route = Route::of(&view);
    let portal = Portal { site, base: Base::relative_from(&route) };
    let owner = Owner::new();
    let html = owner.with(|| {
        let stage = Stage::new(Some(route), Load::Ready(Arc::new(view)));
        app::app(Arc::new(portal), stage).into_html()
    });
    owner.cleanup();
    html
}
