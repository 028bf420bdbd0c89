//! The offline page: the fallback for a page that is not stored. The worker reports what can be read; without a worker the page
//! has no list.

use investchn_markup::{Markup, view};
use investchn_model::OfflinePage;
use investchn_model::route::Route;

use crate::site_context::SiteContext;
use crate::views::components::read_list;
use crate::wording;

/// What happened, and the pages that can be read now.
pub(crate) fn offline_page(portal: &SiteContext) -> Markup {
    view! {
        <div class="notice">
            <h1 tabindex="-1">{wording::device_page(OfflinePage::Offline)}</h1>
            <p>"要看的内容还没有存在这台设备上。连上网络以后再打开就好；读过的页面和公文包里的内容现在也能读。"</p>
            <p class="notice-actions">
                <a class="button" href=portal.href(&Route::Home)>"回到首页"</a>
                <a class="button button-quiet" href=portal.href(&Route::Saved)>"看公文包"</a>
            </p>
        </div>
        {read_list(portal)}
    }
}
