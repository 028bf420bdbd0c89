//! A parser would end the SVG before an element of HTML.

use investchn_markup::view;

fn main() {
    view! { <svg><div></div></svg> };
}
