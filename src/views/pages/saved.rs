//! The saved pages (公文包): the zones and regions that the reader stored on this device, as the worker reports them.

use investchn_markup::{Markup, view};
use investchn_model::OfflinePage;
use investchn_model::route::Route;

use crate::site_context::SiteContext;
use crate::views::components::kept_list;
use crate::wording;

/// What saving is for, and what is saved.
pub(crate) fn saved_page(portal: &SiteContext) -> Markup {
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{wording::device_page(OfflinePage::Saved)}</h1>
            <p>
                "把常看的开发区或地区存在这台设备上，没有网络也能读。在它们的页面上按“存入公文包”即可；可以从"
                <a href=portal.href(&Route::Register)>"开发区名录"</a>"进入。"
            </p>
        </header>
        {kept_list(portal)}
    }
}
