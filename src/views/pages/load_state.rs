//! The views of a load without a result: slow, not found, offline, failed, wrong shape, newer schema.

use investchn_markup::{Markup, view};
use investchn_model::Register;

use crate::page_meta::{NOT_FOUND, error_heading};
use crate::page_state::LoadError;
use crate::site_context::SiteContext;
use crate::views::components::{read_list, register_filter};
use investchn_model::route::Route;

/// A notice that the page is loading, above a skeleton of it.
pub(crate) fn loading() -> Markup {
    view! {
        <div class="notice loading" data-state="loading">
            <p role="status">"正在载入……"</p>
            <div class="skeleton" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
        </div>
    }
}

/// No such page: links to the home page and the news, and the register to find a zone by.
pub(crate) fn not_found(portal: &SiteContext, register: Option<&Register>) -> Markup {
    view! {
        <div class="notice" data-state="not-found">
            <h1 tabindex="-1">{NOT_FOUND}</h1>
            <p>"地址可能有误，或者内容已经移走。可以在下面按名称查找开发区，也可以从首页重新开始。"</p>
            <p class="notice-actions">
                <a class="button" href=portal.href(&Route::Home)>"回到首页"</a>
                <a class="button button-quiet" href=portal.href(&Route::News(None, None))>"看全部新闻"</a>
            </p>
        </div>
        {register.map(|register| register_filter(portal, register, true))}
    }
}

/// The load failed: what happened, in a reader's words, and what the reader can do.
pub(crate) fn failed(portal: &SiteContext, error: &LoadError, here: Option<&Route>) -> Markup {
    let (state, text) = match error {
        LoadError::Offline => ("offline", "设备似乎没有连上网络，连上以后这里会再试一次。"),
        LoadError::NotFound | LoadError::Unreachable | LoadError::Status(_) => {
            ("failed", "服务器暂时没有回应，稍等片刻再试一次。")
        }
        LoadError::WrongShape => ("wrong-shape", "收到的数据不完整或格式不对。可以重试；仍然不行，请告诉我们。"),
        LoadError::NewerSchema(_) => ("newer-schema", "这里打开的是旧版页面，重新载入即可使用新版。"),
    };
    let here = here.map_or_else(|| portal.href(&Route::Home), |route| portal.href(route));
    let action = match error {
        // The browser handles a link with a target itself: it reloads the page, and with it the new app.
        LoadError::NewerSchema(_) => view! { <a class="button" target="_self" href=here>"重新载入"</a> },
        // A link to the page itself: the app loads it again.
        _ => view! { <a class="button" href=here>"重试"</a> },
    };
    view! {
        <div class="notice" data-state=state role="alert">
            <h1 tabindex="-1">{error_heading(error)}</h1>
            <p>{text}</p>
            <p class="notice-actions">{action}<a class="button button-quiet" href=portal.href(&Route::Home)>"回到首页"</a></p>
        </div>
        {matches!(error, LoadError::Offline | LoadError::Unreachable).then(|| read_list(portal))}
    }
}
