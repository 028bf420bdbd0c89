//! The register: every zone by province and type, with its filter.

use investchn_messages::ZH;
use investchn_model::{Register, Status};

use crate::components::register_filter;
use crate::markup::{Markup, view};
use crate::portal::Portal;

/// The heading and the register itself.
pub(crate) fn register_page(portal: &Portal, register: &Register) -> Markup {
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
