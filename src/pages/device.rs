//! The pages about what this device holds: the offline page and the briefcase. What is held is told by the worker; without it
//! they only say what they are for.

use investchn_model::DevicePage;

use crate::components::{kept_list, read_list};
use crate::portal::Portal;
use crate::wording;
use investchn_markup::{Markup, view};
use investchn_model::route::Route;

/// One of them.
pub(crate) fn device_page(portal: &Portal, page: DevicePage) -> Markup {
    match page {
        DevicePage::Offline => offline(portal),
        DevicePage::Saved => saved(portal),
    }
}

fn offline(portal: &Portal) -> Markup {
    view! {
        <div class="notice">
            <h1 tabindex="-1">{wording::device_page(DevicePage::Offline)}</h1>
            <p>"要看的内容还没有存在这台设备上。连上网络以后再打开就好；读过的页面和公文包里的内容现在也能读。"</p>
            <p class="notice-actions">
                <a class="button" href=portal.href(&Route::Home)>"回到首页"</a>
                <a class="button button-quiet" href=portal.href(&Route::Device(DevicePage::Saved))>"看公文包"</a>
            </p>
        </div>
        {read_list(portal)}
    }
}

fn saved(portal: &Portal) -> Markup {
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{wording::device_page(DevicePage::Saved)}</h1>
            <p>
                "把常看的开发区或地区存在这台设备上，没有网络也能读。在它们的页面上按“存入公文包”即可；可以从"
                <a href=portal.href(&Route::Register)>"开发区名录"</a>"进入。"
            </p>
        </header>
        {kept_list(portal)}
    }
}
