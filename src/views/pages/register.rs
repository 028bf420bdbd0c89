//! The register: every zone by province and type, with its filter.

use investchn_markup::{Markup, view};
use investchn_messages::ZH;
use investchn_model::{Register, Status};

use crate::views::components::register_filter;
use investchn_navigation::site_context::SiteContext;

/// Renders the heading and the register itself.
pub(crate) fn register_page(portal: &SiteContext, register: &Register) -> Markup {
    let count = |status| register.zones.iter().filter(|zone| zone.status == status).count();
    let counts = ZH.register.counts(count(Status::Listed), count(Status::Exited), count(Status::Uncertain));
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{ZH.names.register}</h1>
            <p>{ZH.register.lead}{counts}</p>
        </header>
        {register_filter(portal, register, false)}
    }
}
