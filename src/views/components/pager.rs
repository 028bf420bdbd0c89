//! The links to the newer and the older pages of a list.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::ListPage;

use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// Renders the links to the next newer and the next older page; nothing for a list of one page.
pub(crate) fn pager(portal: &SiteContext, list: &ListPage) -> Option<Markup> {
    let newer = Route::newer(list).map(|route| portal.href(&route));
    let older = Route::older(list).map(|route| portal.href(&route));
    (newer.is_some() || older.is_some()).then(|| {
        view! {
            <nav class="pager" aria-label=TEXT.lists.pages>
                {newer.map(|href| view! { <a class="pager-newer" rel="prev" href=href>{TEXT.lists.newer}</a> })}
                {older.map(|href| view! { <a class="pager-older" rel="next" href=href>{TEXT.lists.older}</a> })}
            </nav>
        }
    })
}
