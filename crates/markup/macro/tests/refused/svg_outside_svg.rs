//! A parser would read an element of SVG outside of `svg` as one of HTML.

use investchn_markup::view;

fn main() {
    view! { <div><circle r="1" /></div> };
}
