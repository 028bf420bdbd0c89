//! A parser would read an SVG element outside `svg` as HTML.

use investchn_markup::view;

fn main() {
    view! { <div><circle r="1" /></div> };
}
