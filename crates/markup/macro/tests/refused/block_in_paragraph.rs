//! A parser would close the paragraph.

use investchn_markup::view;

fn main() {
    view! { <p><ul></ul></p> };
}
