//! The register: every zone by province and type, with its filter.

use investchn_markup::{Markup, view};
use investchn_model::{Register, Status};

use crate::site_context::SiteContext;
use crate::views::components::register_filter;

/// The heading and the register itself.
pub(crate) fn register_page(portal: &SiteContext, register: &Register) -> Markup {
    let count = |status| register.zones.iter().filter(|zone| zone.status == status).count().to_string();
    let counts = [
        "在名单内 ",
        &count(Status::Listed),
        " 家，另列已退出的 ",
        &count(Status::Exited),
        " 家、待核实的 ",
        &count(Status::Uncertain),
        " 家。资料各有出处，暂缺的如实标明。",
    ]
    .concat();
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"开发区名录"</h1>
            <p>"国家级经济技术开发区与高新技术产业开发区，按省份排列。"{counts}</p>
        </header>
        {register_filter(portal, register, false)}
    }
}
