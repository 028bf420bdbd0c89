//! 您现在的位置: prints the trail that `navigation` computes.

use investchn_messages::ZH;
use investchn_model::View;

use crate::markup::{Markup, view};
use crate::navigation;
use crate::portal::Portal;
use investchn_model::route::Route;

/// The trail to a view. The step that is the view itself is marked as the current page.
pub(crate) fn breadcrumbs(portal: &Portal, view: &View) -> Markup {
    let here = Route::of(view);
    let trail = navigation::breadcrumbs(view);
    let last = trail.len() - 1;
    let step = |(place, step): (usize, navigation::Link)| {
        let current = (step.route == here).then_some("page");
        // In the text, so that it is there when the trail is copied; a screen reader counts the steps anyway.
        let separator = (place < last).then(|| view! { <span class="separator" aria-hidden="true">">"</span> });
        view! { <li><a href=portal.href(&step.route) aria-current=current>{step.label}</a>{separator}</li> }
    };
    let steps: Vec<_> = trail.into_iter().enumerate().map(step).collect();
    view! {
        <nav class="breadcrumbs" aria-label=ZH.frame.breadcrumbs>
            <span class="breadcrumbs-label">{ZH.frame.breadcrumbs_label}</span>
            <ol>{steps}</ol>
        </nav>
    }
}
