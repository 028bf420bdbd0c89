//! A picture at its own size, so that nothing moves when it arrives.

use investchn_model::Picture;

use crate::markup::{Markup, view};
use crate::site_context::SiteContext;

/// The picture; `sizes` says how wide it is shown, `eager` that it is likely to be in the first screen.
pub(crate) fn picture(portal: &SiteContext, picture: &Picture, sizes: &'static str, eager: bool) -> Markup {
    let src = portal.base.join(&picture.src);
    let widths = picture.small.as_ref().map(|small| {
        [
            &portal.base.join(&small.src),
            " ",
            &small.width.to_string(),
            "w, ",
            &src,
            " ",
            &picture.width.to_string(),
            "w",
        ]
        .concat()
    });
    let sizes = widths.is_some().then_some(sizes);
    // `sizes` and `srcset` stand before `src`, or the browser begins to fetch the large one.
    view! {
        <img
            sizes=sizes
            srcset=widths
            src=src
            width=picture.width.to_string()
            height=picture.height.to_string()
            alt=picture.alt.clone()
            loading=if eager { "eager" } else { "lazy" }
            decoding="async"
        />
    }
}
