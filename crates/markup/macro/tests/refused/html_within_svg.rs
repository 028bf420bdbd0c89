//! A parser would close the SVG before an HTML element.

use investchn_markup::view;

fn main() {
    view! { <svg><div></div></svg> };
}
