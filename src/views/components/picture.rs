//! A picture with its size, so that nothing moves when it loads.

use investchn_markup::{Markup, view};
use investchn_model::Picture;

use investchn_navigation::site_context::SiteContext;

/// Renders the picture. `sizes` is the width at which it is shown; `eager` is for a picture that is probably on the first screen.
pub(crate) fn picture(portal: &SiteContext, picture: &Picture, sizes: &'static str, eager: bool) -> Markup {
    let src = portal.root.join(&picture.src);
    let widths = picture.small.as_ref().map(|small| {
        [
            &portal.root.join(&small.src),
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
    // `sizes` and `srcset` come before `src`; otherwise the browser begins to load the large picture.
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
