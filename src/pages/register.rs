//! The register: every zone by province and type, with its filter.

use investchn_content::Register;
use leptos::prelude::*;

use crate::components::register_filter;
use crate::portal::Portal;

/// The heading and the register itself.
pub(crate) fn register_page(portal: &Portal, register: &Register) -> impl IntoView + use<> {
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"开发区名录"</h1>
            <p>"国家级经济技术开发区与高新技术产业开发区，按省份排列。资料各有出处，暂缺的如实标明。"</p>
        </header>
        {register_filter(portal, register, false)}
    }
}
