//! Rendering a page's body natively, by the same functions that the browser runs. What stands around it, head and data, is
//! the publisher's.

use std::sync::Arc;

use investchn_messages::ZH;
use investchn_model::View;
use leptos::prelude::{Owner, RwSignal};

use crate::app::{self, Stage};
use crate::components::{footer, header};
use crate::load::Load;
use crate::markup::{Markup, view};
use crate::pages::workshop::{Workshop, workshop_page};
use crate::portal::Portal;
use investchn_model::route::{Base, Route, WORKSHOP_PATH};

/// What stands in `#app` on the published page of a view: the whole frame, with addresses relative to the page's depth.
pub fn body(site: investchn_model::Site, view: View) -> String {
    let route = Route::of(&view);
    let portal = Portal { site, base: Base::relative_from(&route) };
    render(|| {
        let stage = Stage::new(Some(route), Load::Ready(Arc::new(view)));
        app::app(Arc::new(portal), stage)
    })
}

/// What stands in `#app` on the partners' workshop: between the portal's head and foot, but without the app.
pub fn workshop(site: investchn_model::Site, workshop: &Workshop) -> String {
    let base = Base::at(&"../".repeat(WORKSHOP_PATH.matches('/').count()));
    let portal = Portal { site, base };
    render(|| {
        let (head, foot) = (header(&portal, RwSignal::new(None)), footer(&portal));
        view! {
            <a class="skip-link" href="#main">{ZH.frame.skip_link}</a>
            {head}
            <main id="main" tabindex="-1">{workshop_page(&portal, workshop)}</main>
            {foot}
        }
    })
}

fn render(markup: impl FnOnce() -> Markup) -> String {
    let owner = Owner::new();
    let html = owner.with(|| markup().into_html());
    owner.cleanup();
    html
}
