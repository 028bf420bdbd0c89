//! The breadcrumbs (您现在的位置), which `page_meta` computes.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::View;

use investchn_model::route::Route;
use investchn_navigation::page_meta;
use investchn_navigation::site_context::SiteContext;

/// Renders the breadcrumbs of a view. The one that links to the view itself is marked as the current page.
pub(crate) fn breadcrumbs(portal: &SiteContext, view: &View) -> Markup {
    let words = portal.words;
    let here = Route::of(view);
    let crumbs = page_meta::breadcrumbs(view, words);
    let last = crumbs.len() - 1;
    let item = |(place, crumb): (usize, page_meta::NavLink)| {
        let current = (crumb.route == here).then_some("page");
        // The separator is text, so that it is copied along. A screen reader announces the list's positions instead.
        let separator = (place < last).then(|| view! { <span class="separator" aria-hidden="true">">"</span> });
        view! { <li><a href=portal.href(&crumb.route) aria-current=current>{crumb.label}</a>{separator}</li> }
    };
    let items: Vec<_> = crumbs.into_iter().enumerate().map(item).collect();
    view! {
        <nav class="breadcrumbs" aria-label=TEXT.frame.breadcrumbs>
            <span class="breadcrumbs-label">{TEXT.frame.breadcrumbs_label}</span>
            <ol>{items}</ol>
        </nav>
    }
}
