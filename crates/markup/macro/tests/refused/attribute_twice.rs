//! A parser keeps the first value, a document the last.

use investchn_markup::view;

fn main() {
    view! { <p title="a" title="b">"a"</p> };
}
